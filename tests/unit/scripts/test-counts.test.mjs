import { expect, test } from 'vitest'
import { add, fromPlaywright, fromReport, fromStatus, fromVitest, summary } from '../../../scripts/test-counts.mjs'

const counts = (passed, failed, skipped = 0, failures = []) => ({ passed, failed, skipped, failures })
const vitest = (...files) => ({
  testResults: files.map(({ status = 'passed', tests = [] }, nth) => ({
    name: `file ${nth + 1}`,
    status,
    assertionResults: tests.map((test) => ({ status: test, fullName: `a ${test} test` })),
  })),
})
const playwright = (stats, errors = [], suites = []) => ({
  stats: { expected: 0, unexpected: 0, flaky: 0, skipped: 0, ...stats },
  errors,
  suites,
})

test('the last line names skipped tests only when there are some', () => {
  expect(summary(counts(12, 0))).toBe('12 passed, 0 failed')
  expect(summary(counts(12, 1, 3))).toBe('12 passed, 1 failed, 3 skipped')
})

test('parts add up', () => {
  expect(add([counts(1, 0), counts(20, 2, 1), counts(0, 1, 1)])).toEqual(counts(21, 3, 2))
  expect(add([])).toEqual(counts(0, 0))
})

test('a check counts one, and a check that was killed has failed', () => {
  expect(fromStatus(0)).toEqual(counts(1, 0))
  expect(fromStatus(2)).toEqual(counts(0, 1))
  expect(fromStatus(null)).toEqual(counts(0, 1))
})

test("vitest's tests are counted by what became of them", () => {
  const report = vitest({ tests: ['passed', 'passed', 'skipped'] }, { status: 'failed', tests: ['failed', 'passed', 'todo', 'pending'] })
  expect(fromVitest(report)).toEqual(counts(3, 1, 3, ['file 2 › a failed test']))
})

test('a file that cannot be loaded is a failure', () => {
  expect(fromVitest(vitest({ tests: ['passed'] }, { status: 'failed', tests: [] }))).toEqual(counts(1, 1, 0, ['file 2']))
})

test("Playwright's tests are counted, and a flaky one has not passed", () => {
  expect(fromPlaywright(playwright({ expected: 5, unexpected: 1, flaky: 1, skipped: 2 }))).toEqual(counts(5, 2, 2))
})

test('those that failed are named, wherever they stand', () => {
  const spec = (title, ok) => ({ title, ok, file: 'e2e/save.spec.ts', line: 7 })
  const suites = [{ specs: [spec('saves', true)], suites: [{ specs: [spec('saves twice', false)] }] }]
  expect(fromPlaywright(playwright({ expected: 1, unexpected: 1 }, [], suites)).failures).toEqual(['e2e/save.spec.ts:7 › saves twice'])
  expect(add([counts(0, 1, 0, ['a']), counts(0, 1, 0, ['b'])]).failures).toEqual(['a', 'b'])
})

test('a specification that cannot be loaded is a failure', () => {
  expect(fromPlaywright(playwright({}, [{ message: 'SyntaxError' }]))).toEqual(counts(0, 1))
})

test('a runner that crashed counts as one failure', () => {
  expect(fromReport(1, undefined, fromVitest)).toEqual(counts(0, 1))
  expect(fromReport(0, '', fromVitest)).toEqual(counts(0, 1))
  expect(fromReport(null, '{"testResults": [', fromVitest)).toEqual(counts(0, 1))
})

test('a runner that failed without a failed test counts as one failure', () => {
  const report = JSON.stringify(vitest({ tests: ['passed'] }))
  expect(fromReport(0, report, fromVitest)).toEqual(counts(1, 0))
  expect(fromReport(1, report, fromVitest)).toEqual(counts(1, 1))
})

// Reads how many tests passed, and which did not, from what the runners report for machines.

/**
 * @typedef {{ passed: number, failed: number, skipped: number, failures: string[] }} Counts `failures` has the names of those that failed
 */

/** @returns {Counts} */
export const none = () => ({ passed: 0, failed: 0, skipped: 0, failures: [] })

/** @param {Counts[]} parts @returns {Counts} */
export function add(parts) {
  const sum = none()
  for (const part of parts) {
    sum.passed += part.passed
    sum.failed += part.failed
    sum.skipped += part.skipped
    sum.failures.push(...part.failures)
  }
  return sum
}

/** The line that a run ends with. @param {Counts} counts */
export function summary({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`
}

/** A part that is one check: the types, the linter. @param {number | null} status @returns {Counts} */
export function fromStatus(status) {
  return status === 0 ? { ...none(), passed: 1 } : { ...none(), failed: 1 }
}

/** @param {any} report vitest's JSON report @returns {Counts} */
export function fromVitest(report) {
  const counts = none()
  for (const file of report.testResults) {
    for (const test of file.assertionResults) {
      if (test.status === 'passed') counts.passed += 1
      else if (test.status === 'failed') {
        counts.failed += 1
        counts.failures.push(`${file.name} › ${test.fullName}`)
      } else counts.skipped += 1
    }
    // A file that cannot be loaded has no tests to count, and must not be silent.
    const hasFailedTest = file.assertionResults.some((test) => test.status === 'failed')
    if (file.status === 'failed' && !hasFailedTest) {
      counts.failed += 1
      counts.failures.push(file.name)
    }
  }
  return counts
}

/** @param {any} report Playwright's JSON report @returns {Counts} */
export function fromPlaywright(report) {
  const { expected, unexpected, flaky, skipped } = report.stats
  // A flaky test has passed only when it was tried again, and is no proof of anything.
  const counts = { passed: expected, failed: unexpected + flaky, skipped, failures: report.suites.flatMap((suite) => failuresIn(suite)) }
  if (report.errors.length > 0 && counts.failed === 0) counts.failed = report.errors.length
  return counts
}

/** @param {any} suite as in Playwright's report, with suites inside @returns {string[]} */
function failuresIn(suite) {
  const own = (suite.specs ?? []).filter(({ ok }) => !ok).map(({ file, line, title }) => `${file}:${line} › ${title}`)
  return [...own, ...(suite.suites ?? []).flatMap((inner) => failuresIn(inner))]
}

/**
 * What a runner's part of the sum is. A runner that crashed, or failed for a reason that is no test's, counts as
 * one failure, so that no run with a red part ends with "0 failed".
 * @param {number | null} status the exit code; null: ended by a signal
 * @param {string | undefined} text the report, if one was written
 * @param {(report: any) => Counts} read
 * @returns {Counts}
 */
export function fromReport(status, text, read) {
  /** @type {Counts} */
  let counts
  try {
    counts = read(JSON.parse(text ?? ''))
  } catch {
    return { ...none(), failed: 1 }
  }
  return status !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts
}

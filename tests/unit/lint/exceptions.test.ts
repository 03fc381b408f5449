/** An exception to a rule of the linter says, behind `--`, why it is one. */
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'

const repository = resolve(import.meta.dirname, '../../..')

/** A directive to the end of its line; split, so that this file has none of its own. */
const directive = new RegExp(`(?:ox|es)${['lint', 'disable'].join('-')}.*`, 'g')

const withoutReason = (text: string): string[] => (text.match(directive) ?? []).filter((line) => !/ -- \S/.test(line))

test('a directive without a reason is found, and one with a reason is not', () => {
  const name = `${['oxlint', 'disable', 'next', 'line'].join('-')} no-eval`
  expect(withoutReason(`// ${name}\n// ${name} -- the attack\n`)).toEqual([name])
})

test('every exception to a rule of the linter has its reason beside it', () => {
  const files = execFileSync('git', ['ls-files', '*.ts', '*.tsx', '*.mjs'], { cwd: repository, encoding: 'utf8' }).trim().split('\n')
  const found = files.flatMap((file) => withoutReason(readFileSync(join(repository, file), 'utf8')).map((line) => `${file}: ${line}`))
  expect(files.length).toBeGreaterThan(100)
  expect(found).toEqual([])
})

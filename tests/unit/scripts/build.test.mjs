import { mkdirSync, mkdtempSync, renameSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { fingerprint, isStale } from '../../../scripts/build.mjs'

const names = ['electron', 'package.json']
let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'cartouche-build-'))
  for (const path of ['electron/main', 'out/main', 'out/preload', 'out/renderer']) mkdirSync(join(folder, path), { recursive: true })
  writeFileSync(join(folder, 'electron/main/index.ts'), 'one')
  writeFileSync(join(folder, 'package.json'), '{}')
  for (const file of ['main/index.js', 'main/cli.js', 'preload/index.cjs', 'renderer/index.html']) {
    writeFileSync(join(folder, 'out', file), '')
  }
  writeFileSync(join(folder, 'out/.fingerprint'), fingerprint(folder, names))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

test('what was built from these sources is fresh', () => {
  expect(isStale(folder, names)).toBe(false)
})

test('a date alone makes nothing stale', () => {
  utimesSync(join(folder, 'electron/main/index.ts'), 2_000_000_000, 2_000_000_000)
  expect(isStale(folder, names)).toBe(false)
})

const changes = {
  'another content': () => writeFileSync(join(folder, 'electron/main/index.ts'), 'two'),
  'a new source': () => writeFileSync(join(folder, 'electron/main/window.ts'), ''),
  'a removed source': () => rmSync(join(folder, 'electron/main/index.ts')),
  'a renamed source': () => renameSync(join(folder, 'electron/main/index.ts'), join(folder, 'electron/main/entry.ts')),
  'another setting': () => writeFileSync(join(folder, 'package.json'), '{ }'),
  'a missing output': () => rmSync(join(folder, 'out/preload/index.cjs')),
  'no record of the build': () => rmSync(join(folder, 'out/.fingerprint')),
}
test.each(Object.entries(changes))('%s makes it stale', (_name, change) => {
  change()
  expect(isStale(folder, names)).toBe(true)
})

import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { isInstalledAsLocked } from '../../../scripts/dependencies.mjs'
import { checkSha512, removeAbandoned } from '../../../scripts/fetch-runtime.mjs'
import { withLock } from '../../../scripts/lock.mjs'
import { currentNames, installLine, missingPackages } from '../../../scripts/system-packages.mjs'

const repository = resolve(import.meta.dirname, '../../..')
let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'cartouche-setup-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

describe('what is installed, against the lock file', () => {
  const entry = (version, more = {}) => ({ version, integrity: `sha512-${version}`, ...more })
  const lock = JSON.stringify({
    packages: {
      '': { name: 'cartouche' },
      'node_modules/a': entry('1.0.0'),
      'node_modules/for-another-system': entry('2.0.0', { optional: true }),
    },
  })
  const installed = (packages) => isInstalledAsLocked(lock, JSON.stringify({ packages }))

  test('the same is in place, also without what other systems need', () => {
    expect(installed({ 'node_modules/a': entry('1.0.0') })).toBe(true)
  })
  test('nothing installed is not', () => {
    expect(isInstalledAsLocked(lock, undefined)).toBe(false)
    expect(installed({})).toBe(false)
  })
  test('another version is not', () => {
    expect(installed({ 'node_modules/a': entry('1.0.1') })).toBe(false)
  })
  test('the same version with other content is not', () => {
    expect(installed({ 'node_modules/a': { version: '1.0.0', integrity: 'sha512-other' } })).toBe(false)
  })
  test('something more is not', () => {
    expect(installed({ 'node_modules/a': entry('1.0.0'), 'node_modules/b': entry('1.0.0') })).toBe(false)
  })
})

describe('the archive of the runtime', () => {
  test('is used when its checksum is the pinned one', async () => {
    writeFileSync(join(folder, 'file'), 'abc')
    const sum = '3a81oZNherrMQXNJriBBMRLm+k6JqX6iCp7u5ktV05ohkpkqJ0/BqDa6PCOj/uu9RU1EI2Q86A4qmslPpUyknw=='
    await expect(checkSha512(join(folder, 'file'), sum)).resolves.toBeUndefined()
  })
  test('is refused when it is another', async () => {
    writeFileSync(join(folder, 'file'), 'abd')
    await expect(checkSha512(join(folder, 'file'), 'x')).rejects.toThrow(/not the file that was pinned/)
  })
  test('left half unpacked is removed, and one that is being unpacked now is not', () => {
    for (const name of ['.unpacking-old', '.unpacking-new', 'kept']) mkdirSync(join(folder, name))
    const yesterday = Date.now() / 1000 - 86_400
    for (const name of ['.unpacking-old', 'kept']) utimesSync(join(folder, name), yesterday, yesterday)
    removeAbandoned(folder, '.unpacking-')
    expect(['.unpacking-old', '.unpacking-new', 'kept'].map((name) => existsSync(join(folder, name)))).toEqual([false, true, true])
  })
})

describe('two set-ups at the same time', () => {
  test('run one after the other', async () => {
    const steps = []
    const work = (name) => async () => {
      steps.push(`${name} begins`)
      await new Promise((done) => setTimeout(done, 20))
      steps.push(`${name} ends`)
    }
    await Promise.all([withLock(join(folder, 'lock'), work('a')), withLock(join(folder, 'lock'), work('b'))])
    expect(steps.slice(0, 2)).toEqual([steps[0], steps[0].replace('begins', 'ends')])
    expect(steps).toHaveLength(4)
  })
  test('a lock that a killed set-up has left is taken over', async () => {
    const gone = spawnSync(process.execPath, ['-e', '']).pid
    mkdirSync(join(folder, 'lock'))
    writeFileSync(join(folder, 'lock/pid'), String(gone))
    await expect(withLock(join(folder, 'lock'), () => 'done', { timeoutMs: 1000 })).resolves.toBe('done')
  })
  test('a lock is given back when the work fails', async () => {
    const failing = withLock(join(folder, 'lock'), () => {
      throw new Error('no')
    })
    await expect(failing).rejects.toThrow('no')
    expect(existsSync(join(folder, 'lock'))).toBe(false)
  })
  test('waiting has an end, and says which folder is in the way', async () => {
    mkdirSync(join(folder, 'lock'))
    writeFileSync(join(folder, 'lock/pid'), String(process.pid))
    await expect(withLock(join(folder, 'lock'), () => 'done', { timeoutMs: 300 })).rejects.toThrow(join(folder, 'lock'))
  })
})

describe('system packages', () => {
  const look = (options) => missingPackages({ platform: 'linux', env: { PATH: '/usr/bin' }, fonts: () => true, ...options })

  test('nothing is missing where every file is found', () => {
    expect(look({ exists: () => true })).toEqual([])
  })
  test('all are missing on a bare system', () => {
    const missing = look({ exists: () => false, fonts: () => false })
    expect(missing).toContain('xvfb')
    expect(missing).toContain('libgtk-3-0')
    expect(missing).toContain('fonts-dejavu-core')
    expect(missing).toHaveLength(11)
  })
  test('the virtual display is not asked for where there is a real one', () => {
    expect(look({ exists: () => false, env: { PATH: '/usr/bin', DISPLAY: ':0' } })).not.toContain('xvfb')
  })
  test('other systems need none', () => {
    expect(look({ platform: 'darwin', exists: () => false })).toEqual([])
  })
  test('a library that newer systems have renamed is asked for by its new name', () => {
    const archive = new Set(['libgtk-3-0t64', 'xvfb', 'libnss3'])
    expect(currentNames(['libgtk-3-0', 'xvfb', 'libnss3'], (name) => archive.has(name))).toEqual(['libgtk-3-0t64', 'xvfb', 'libnss3'])
  })
  test('the line to run is one line', () => {
    expect(installLine(['xvfb', 'xauth'])).toMatch(/^sudo apt-get update && sudo apt-get install .*xvfb xauth$/)
  })
})

test('set-up says nothing on stdout, and nothing at all when all is in place', () => {
  const run = spawnSync(process.execPath, [join(repository, 'scripts/setup.mjs'), '--no-system'], { encoding: 'utf8' })
  expect(run).toMatchObject({ status: 0, stdout: '', stderr: '' })
})

test('set-up starts in a clone where nothing is installed', () => {
  cpSync(join(repository, 'scripts'), join(folder, 'scripts'), { recursive: true, filter: (path) => !path.endsWith('data') })
  const run = spawnSync(process.execPath, [join(folder, 'scripts/setup.mjs'), '--help'], { encoding: 'utf8' })
  expect(run.stderr).toContain('--no-system')
  expect(run.status).toBe(0)
})

test('a clone without its lock file is refused with a sentence', () => {
  cpSync(join(repository, 'scripts'), join(folder, 'scripts'), { recursive: true, filter: (path) => !path.endsWith('data') })
  const run = spawnSync(process.execPath, [join(folder, 'scripts/setup.mjs')], { encoding: 'utf8' })
  expect(run).toMatchObject({ status: 1, stdout: '' })
  expect(run.stderr).toContain('package-lock.json is missing')
})

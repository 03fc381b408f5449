import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import {
  cacheFolder,
  chromiumFlags,
  ELECTRON_VERSION,
  electronDist,
  electronEnv,
  electronExecutable,
  findRuntime,
  hasDisplay,
  inVirtualDisplay,
  pinnedNode,
} from '../../../scripts/runtime.mjs'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'cartouche-runtime-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

function unpack(path, { version = ELECTRON_VERSION, platform = 'linux' } = {}) {
  mkdirSync(join(path, electronExecutable(platform), '..'), { recursive: true })
  writeFileSync(join(path, electronExecutable(platform)), '')
  writeFileSync(join(path, 'version'), version)
}
const official = () => join(folder, 'node_modules/electron/dist')
const repack = () => join(folder, 'cache/cartouche', `electron-${ELECTRON_VERSION}-linux-x64`)
const installOfficial = (options) => {
  unpack(official(), options)
  writeFileSync(join(official(), '../path.txt'), 'electron')
}
const find = (env = {}, options = {}) =>
  findRuntime({
    env: { XDG_CACHE_HOME: join(folder, 'cache'), ...env },
    rootFolder: folder,
    platform: 'linux',
    arch: 'x64',
    ...options,
  })

describe('the order in which a runtime is looked for', () => {
  test('the one that the environment names comes before all others', () => {
    unpack(join(folder, 'mine'))
    installOfficial()
    unpack(repack())
    expect(find({ CARTOUCHE_ELECTRON_DIST: join(folder, 'mine') })).toEqual({ folder: join(folder, 'mine'), kind: 'chosen' })
  })

  test('then the official archive', () => {
    installOfficial()
    unpack(repack())
    expect(find()).toEqual({ folder: official(), kind: 'official' })
  })

  test('then the repack', () => {
    unpack(repack())
    expect(find()).toEqual({ folder: repack(), kind: 'repack' })
  })

  test('and otherwise there is none', () => {
    expect(find()).toBeUndefined()
  })
})

test('a named folder without a runtime is refused with a sentence that says what to do', () => {
  expect(() => find({ CARTOUCHE_ELECTRON_DIST: join(folder, 'empty') })).toThrow(/there is no electron: let it name the folder/)
})

test('an official archive whose unpacking was interrupted is not used', () => {
  unpack(official())
  unpack(repack())
  expect(find()?.kind).toBe('repack')
})

test('a runtime of another version is not used', () => {
  installOfficial({ version: '41.9.0' })
  unpack(repack(), { version: '42.0.1' })
  expect(find()).toBeUndefined()
})

test.each([
  ['darwin', 'arm64'],
  ['win32', 'x64'],
  ['linux', 'arm64'],
])('the repack is not for %s %s', (platform, arch) => {
  unpack(repack(), { platform })
  expect(find({}, { platform, arch })).toBeUndefined()
})

test('asking for a runtime where there is none says what to run', () => {
  const nowhere = { env: { XDG_CACHE_HOME: folder }, rootFolder: folder, platform: 'linux', arch: 'x64' }
  expect(() => electronDist(nowhere)).toThrow(/scripts\/setup\.mjs/)
})

test('a relative cache folder is ignored, as the XDG specification asks', () => {
  expect(cacheFolder({ XDG_CACHE_HOME: 'here' })).toMatch(/\.cache\/cartouche$/)
})

describe('the environment of the tools', () => {
  test('names the runtime for both kinds of tool, and puts the pinned Node first', () => {
    unpack(folder)
    const env = electronEnv({ CARTOUCHE_ELECTRON_DIST: folder, PATH: '/usr/bin', ELECTRON_RUN_AS_NODE: '1' })
    expect(env.ELECTRON_OVERRIDE_DIST_PATH).toBe(folder)
    expect(env.ELECTRON_EXEC_PATH).toBe(join(folder, 'electron'))
    expect(env.ELECTRON_RUN_AS_NODE).toBeUndefined()
    const path = env.PATH.split(delimiter)
    expect(join(path[0], 'node')).toBe(pinnedNode())
    expect(path.at(-1)).toBe('/usr/bin')
  })
})

test('a display is told by X11 or Wayland on Linux, and is always there elsewhere', () => {
  expect(hasDisplay({}, 'linux')).toBe(false)
  expect(hasDisplay({ DISPLAY: ':0' }, 'linux')).toBe(true)
  expect(hasDisplay({ WAYLAND_DISPLAY: 'wayland-0' }, 'linux')).toBe(true)
  expect(hasDisplay({}, 'darwin')).toBe(true)
})

test('the virtual display is as large as asked', () => {
  expect(inVirtualDisplay(['app'], { width: 800, height: 600 })).toEqual(['xvfb-run', '-a', '-s', '-screen 0 800x600x24', 'app'])
})

test.runIf(process.platform === 'linux')('the sandbox is given up for root alone', () => {
  expect(chromiumFlags(0)).toEqual(['--no-sandbox'])
  expect(chromiumFlags(1000)).toEqual([])
})

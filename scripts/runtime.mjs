// Where the Electron runtime, the right Node and the display are. Reads the disk, fetches nothing.

import { existsSync, readFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { delimiter, dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = dirname(dirname(fileURLToPath(import.meta.url)))

export const ELECTRON_VERSION = '42.0.0'

/** The executable inside an unpacked Electron archive. */
export function electronExecutable(platform = process.platform) {
  if (platform === 'darwin') return join('Electron.app', 'Contents', 'MacOS', 'Electron')
  return platform === 'win32' ? 'electron.exe' : 'electron'
}

/** @param {NodeJS.ProcessEnv} env */
export function cacheFolder(env = process.env) {
  const base = env.XDG_CACHE_HOME
  // The XDG specification says that a relative path is to be ignored.
  return join(base?.startsWith('/') ? base : join(homedir(), '.cache'), 'cartouche')
}

/** @param {NodeJS.ProcessEnv} env */
export function repackFolder(env = process.env) {
  return join(cacheFolder(env), `electron-${ELECTRON_VERSION}-linux-x64`)
}

/**
 * Whether a folder holds a whole runtime of the pinned version. The version file is compared because a newer
 * or older runtime draws and behaves differently from the one that the tests have seen.
 * @param {string} folder
 */
export function holdsRuntime(folder, platform = process.platform) {
  if (!existsSync(join(folder, electronExecutable(platform)))) return false
  try {
    return readFileSync(join(folder, 'version'), 'utf8').trim().replace(/^v/, '') === ELECTRON_VERSION
  } catch {
    return false
  }
}

/**
 * The runtime that is on this machine now, in the order in which it is looked for.
 * @param {{ env?: NodeJS.ProcessEnv, rootFolder?: string, platform?: NodeJS.Platform, arch?: string }} [options]
 * @returns {{ folder: string, kind: 'chosen' | 'official' | 'repack' } | undefined}
 */
export function findRuntime({ env = process.env, rootFolder = root, platform = process.platform, arch = process.arch } = {}) {
  const chosen = env.CARTOUCHE_ELECTRON_DIST
  if (chosen) {
    const folder = resolve(chosen)
    if (!existsSync(join(folder, electronExecutable(platform)))) {
      throw new Error(
        `CARTOUCHE_ELECTRON_DIST names ${folder}, where there is no ${electronExecutable(platform)}: ` +
          'let it name the folder of an unpacked Electron archive, or unset it.',
      )
    }
    return { folder, kind: 'chosen' }
  }
  const official = join(rootFolder, 'node_modules', 'electron', 'dist')
  // The electron package writes path.txt last: without it the unpacking was interrupted.
  if (existsSync(join(dirname(official), 'path.txt')) && holdsRuntime(official, platform)) return { folder: official, kind: 'official' }
  if (platform === 'linux' && arch === 'x64') {
    const repack = repackFolder(env)
    if (holdsRuntime(repack, platform)) return { folder: repack, kind: 'repack' }
  }
  return undefined
}

/** The folder of the runtime. Fails with a sentence when there is none. */
export function electronDist(options = {}) {
  const found = findRuntime(options)
  if (!found) throw new Error('There is no Electron runtime on this machine yet: run `node scripts/setup.mjs`.')
  return found.folder
}

/** The Electron executable. */
export function electronPath(options = {}) {
  return join(electronDist(options), electronExecutable(options.platform))
}

/** The Node that the project pins, or undefined while it is not installed. */
export function pinnedNode(rootFolder = root, platform = process.platform) {
  const file = join(rootFolder, 'node_modules', 'node', 'bin', platform === 'win32' ? 'node.exe' : 'node')
  return existsSync(file) ? file : undefined
}

/** The Node to run the tools with: the pinned one, or the one that runs this. */
export function nodePath() {
  return pinnedNode() ?? process.execPath
}

/**
 * The environment in which the tools and the app run: the runtime is named for `electron` and Playwright
 * (a folder) and for electron-vite (a file), and the pinned Node comes first in PATH.
 * @param {NodeJS.ProcessEnv} env
 * @returns {NodeJS.ProcessEnv}
 */
export function electronEnv(env = process.env) {
  const found = findRuntime({ env })
  const node = pinnedNode()
  const path = [node && dirname(node), join(root, 'node_modules', '.bin'), env.PATH].filter(Boolean)
  const result = { ...env, PATH: path.join(delimiter) }
  // A program started from an Electron-based editor inherits this, and Electron would then start as plain Node.
  delete result.ELECTRON_RUN_AS_NODE
  if (found) {
    result.ELECTRON_OVERRIDE_DIST_PATH = found.folder
    result.ELECTRON_EXEC_PATH = join(found.folder, electronExecutable())
  }
  return result
}

/** Whether a window can be shown. */
export function hasDisplay(env = process.env, platform = process.platform) {
  return platform !== 'linux' || Boolean(env.DISPLAY || env.WAYLAND_DISPLAY)
}

/** @param {string} name */
export function inPath(name, env = process.env) {
  return (env.PATH ?? '').split(delimiter).some((folder) => folder !== '' && existsSync(join(folder, name)))
}

/**
 * A command that runs in a virtual display of its own.
 * @param {string[]} command
 * @param {{ width: number, height: number }} [screen]
 */
export function inVirtualDisplay(command, screen = { width: 1600, height: 1000 }) {
  return ['xvfb-run', '-a', '-s', `-screen 0 ${screen.width}x${screen.height}x24`, ...command]
}

/**
 * Chromium's sandbox refuses to start as root; for everyone else it stays on.
 * @returns {string[]}
 */
export function chromiumFlags(uid = process.getuid?.()) {
  return process.platform === 'linux' && uid === 0 ? ['--no-sandbox'] : []
}

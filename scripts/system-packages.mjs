// What Electron needs from a Linux system, and how to install it where that is allowed.

import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { hasDisplay, inPath } from './runtime.mjs'

/**
 * Each package with the one file that shows it is there. Libraries are looked for by file, and not by asking dpkg:
 * that is quick enough for every run, and right on systems that name their packages otherwise.
 * @typedef {{ name: string, library?: string, command?: string, fonts?: boolean, onlyWithoutDisplay?: boolean }} Need
 * @type {Need[]}
 */
const needs = [
  { name: 'xvfb', command: 'xvfb-run', onlyWithoutDisplay: true },
  { name: 'xauth', command: 'xauth', onlyWithoutDisplay: true },
  { name: 'libgtk-3-0', library: 'libgtk-3.so.0' },
  { name: 'libnss3', library: 'libnss3.so' },
  { name: 'libasound2', library: 'libasound.so.2' },
  { name: 'libgbm1', library: 'libgbm.so.1' },
  { name: 'libxss1', library: 'libXss.so.1' },
  { name: 'libatk-bridge2.0-0', library: 'libatk-bridge-2.0.so.0' },
  { name: 'libdrm2', library: 'libdrm.so.2' },
  { name: 'libcups2', library: 'libcups.so.2' },
  { name: 'fonts-dejavu-core', fonts: true },
]

/** @param {NodeJS.ProcessEnv} env */
function libraryFolders(env) {
  const triplet = { x64: 'x86_64-linux-gnu', arm64: 'aarch64-linux-gnu', arm: 'arm-linux-gnueabihf' }[process.arch]
  const own = (env.LD_LIBRARY_PATH ?? '').split(':').filter(Boolean)
  const multiarch = triplet ? [`/usr/lib/${triplet}`, `/lib/${triplet}`] : []
  return [...own, ...multiarch, '/usr/lib64', '/usr/lib', '/lib64', '/lib', '/usr/local/lib']
}

function hasFonts() {
  return ['/usr/share/fonts', '/usr/local/share/fonts'].some((folder) => existsSync(folder) && readdirSync(folder).length > 0)
}

/**
 * The packages that are missing, by their Debian names.
 * @param {{ env?: NodeJS.ProcessEnv, platform?: NodeJS.Platform, exists?: (path: string) => boolean, fonts?: () => boolean }} [options]
 */
export function missingPackages({ env = process.env, platform = process.platform, exists = existsSync, fonts = hasFonts } = {}) {
  if (platform !== 'linux') return []
  const folders = libraryFolders(env)
  const path = (env.PATH ?? '').split(':').filter(Boolean)
  return needs
    .filter((need) => {
      if (need.onlyWithoutDisplay && hasDisplay(env, platform)) return false
      if (need.fonts) return !fonts()
      const places = need.library ? folders : path
      return !places.some((folder) => exists(join(folder, need.library ?? need.command ?? '')))
    })
    .map((need) => need.name)
}

/**
 * Debian 13 and Ubuntu 24.04 have renamed some libraries (libgtk-3-0t64); the old name then has no candidate.
 * @param {string[]} names
 * @param {(name: string) => boolean} exists whether the archive has a package of that name
 */
export function currentNames(names, exists) {
  return names.map((name) => (!exists(name) && exists(`${name}t64`) ? `${name}t64` : name))
}

const archiveHas = (name) => {
  const policy = spawnSync('apt-cache', ['policy', name], { encoding: 'utf8' }).stdout ?? ''
  return /Candidate: (?!\(none\))/.test(policy)
}

/** @param {string[]} names */
export function installLine(names) {
  return `sudo apt-get update && sudo apt-get install --yes --no-install-recommends ${names.join(' ')}`
}

/** The words before apt-get, or undefined where one may not install. */
function asRoot() {
  if (process.getuid?.() === 0) return []
  const sudo = inPath('sudo') && spawnSync('sudo', ['-n', 'true'], { stdio: 'ignore' }).status === 0
  return sudo ? ['sudo', '-n'] : undefined
}

/**
 * Installs what is missing, or says what to run.
 * @param {(sentence: string) => void} say
 */
export function ensureSystemPackages(say) {
  const missing = missingPackages()
  if (missing.length === 0) return
  if (!inPath('apt-get')) {
    // The names and places of libraries differ there, so this may be wrong and must not stand in the way.
    say(`these were not found, and Electron may not start without them (Debian names): ${missing.join(', ')}`)
    return
  }
  const before = asRoot()
  if (!before) {
    throw new Error(
      `System packages are missing. Run this line once, and then the same command again:\n${installLine(currentNames(missing, archiveHas))}`,
    )
  }
  const apt = (args) => {
    const [command, ...rest] = [...before, 'env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get', '-o', 'DPkg::Lock::Timeout=300', ...args]
    return spawnSync(command, rest, { stdio: ['ignore', 2, 2] }).status === 0
  }
  say(`installing system packages: ${missing.join(', ')}`)
  // A failed update of one list must not stop the installation: the packages may be in the lists that are there.
  apt(['update', '-qq'])
  const names = currentNames(missing, archiveHas)
  apt(['install', '-qq', '--yes', '--no-install-recommends', ...names])
  const still = missingPackages()
  if (still.length > 0) {
    throw new Error(
      `These system packages could not be installed: ${still.join(', ')}. Run this line and read what it says:\n${installLine(names)}`,
    )
  }
}

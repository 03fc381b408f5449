// Keeps node_modules what the lock file says.

import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pinnedNode, root } from './runtime.mjs'

const STAMP = '.cartouche-lock-hash'

/** @param {string} file */
function read(file) {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return undefined
  }
}

/** @param {string} text */
const hashOf = (text) => createHash('sha256').update(text).digest('hex')

/**
 * Whether what npm says it has installed is what the lock file asks for. Saves an installation where someone has
 * just run `npm install` by hand.
 * @param {string} lock the text of package-lock.json
 * @param {string | undefined} installed the text of npm's own record in node_modules
 */
export function isInstalledAsLocked(lock, installed) {
  if (installed === undefined) return false
  const wanted = JSON.parse(lock).packages
  const present = JSON.parse(installed).packages
  for (const [path, entry] of Object.entries(wanted)) {
    if (path === '') continue
    if (present[path] === undefined) {
      // Binaries of other platforms are in the lock file and rightly not on the disk.
      if (entry.optional) continue
      return false
    }
    if (present[path].version !== entry.version || present[path].integrity !== entry.integrity) return false
  }
  return Object.keys(present).every((path) => wanted[path] !== undefined)
}

/** Whether node_modules is in place. Writes the stamp when only that is missing. */
export function dependenciesAreInPlace(rootFolder = root) {
  const lock = read(join(rootFolder, 'package-lock.json'))
  if (lock === undefined) throw new Error(`package-lock.json is missing from ${rootFolder}: restore it from the repository.`)
  const stamp = join(rootFolder, 'node_modules', STAMP)
  const wanted = hashOf(lock)
  if (read(stamp) !== wanted) {
    if (!isInstalledAsLocked(lock, read(join(rootFolder, 'node_modules', '.package-lock.json')))) return false
    writeFileSync(stamp, wanted)
  }
  return pinnedNode(rootFolder) !== undefined
}

/** npm, with its output kept off stdout, which belongs to the command that set-up precedes. */
function npm(args) {
  const windows = process.platform === 'win32'
  const run = spawnSync(windows ? 'npm.cmd' : 'npm', args, { cwd: root, stdio: ['ignore', 2, 2], shell: windows })
  if (run.error) throw new Error(`npm does not start (${run.error.message}): install Node 20 or newer with its npm.`)
  return run.status === 0
}

/** @param {(sentence: string) => void} say */
export function installDependencies(say) {
  say('installing the dependencies from package-lock.json')
  if (!npm(['ci', '--no-audit', '--no-fund', '--loglevel=error'])) {
    throw new Error('`npm ci` failed, for the reason above: put it right and run the same command again.')
  }
  if (!pinnedNode()) {
    // The pinned Node is put in place by an install script, which a user may have switched off for every package.
    npm(['rebuild', 'node', '--ignore-scripts=false', '--loglevel=error'])
    if (!pinnedNode()) throw new Error('The pinned Node was not installed: run `npm rebuild node --ignore-scripts=false`.')
  }
  dependenciesAreInPlace()
}

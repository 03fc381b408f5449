// `npm run bench`: what the program is measured by, in a virtual display where there can be one. See --help.

import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { buildIfStale } from './build.mjs'
import { electronEnv, hasDisplay, inPath, inVirtualDisplay, nodePath, root } from './runtime.mjs'

if (!(await buildIfStale((sentence) => process.stderr.write(`bench: ${sentence}\n`)))) process.exit(1)

const command = [nodePath(), '--no-warnings', join(root, 'tests', 'bench', 'main.ts'), ...process.argv.slice(2)]
const virtual = process.platform === 'linux' && inPath('xvfb-run') && !process.env.CARTOUCHE_TEST_DISPLAY
if (!virtual && !hasDisplay()) {
  process.stderr.write('There is no display, and xvfb-run is missing: run `node scripts/setup.mjs`.\n')
  process.exit(1)
}
const [program, ...words] = virtual ? inVirtualDisplay(command) : command
const child = spawn(program, words, { cwd: root, env: electronEnv(), stdio: 'inherit' })
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
child.on('close', (code) => process.exit(code ?? 1))

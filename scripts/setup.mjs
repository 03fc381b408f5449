// Makes a fresh clone ready to run. npm runs it before start, test, build and cartouche; it needs no node_modules,
// runs on Node 20, and does nothing, quickly, when all is in place. Everything it says goes to stderr.

import { join } from 'node:path'
import { dependenciesAreInPlace, installDependencies } from './dependencies.mjs'
import { ensureRuntime } from './fetch-runtime.mjs'
import { withLock } from './lock.mjs'
import { root } from './runtime.mjs'
import { ensureSystemPackages } from './system-packages.mjs'

const help = `node scripts/setup.mjs [--no-system] [--quiet] [--retry-official]

  --no-system       leave the system's packages alone (they matter only where a window is opened)
  --quiet           say nothing but what went wrong
  --retry-official  try the official Electron archive again, also when a repack is in use
`

const flags = new Set(process.argv.slice(2))
const say = flags.has('--quiet') ? () => {} : (sentence) => process.stderr.write(`setup: ${sentence}\n`)

if (flags.has('--help')) {
  process.stderr.write(help)
  process.exit(0)
}

try {
  if (!dependenciesAreInPlace()) {
    await withLock(
      join(root, '.cache', 'setup.lock'),
      () => {
        if (!dependenciesAreInPlace()) installDependencies(say)
      },
      { say },
    )
  }
  await ensureRuntime(say, { retryOfficial: flags.has('--retry-official') })
  if (!flags.has('--no-system')) ensureSystemPackages(say)
} catch (error) {
  process.stderr.write(`setup: ${error.message}\n`)
  process.exit(1)
}

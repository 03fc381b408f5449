// `npm run soak`: what takes too long for every test run. A file of 600 MB, twenty big layers for a minute, and 20,000 mutated files;
// `npm test` has a small one of each. `npm run soak -- fuzz` and `-- window` run a part.

import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { nodePath, root } from './runtime.mjs'

/** How `npm test` is asked for each part, and what makes it long. */
const parts = {
  fuzz: { words: ['bad-input', 'fuzz'], env: { CARTOUCHE_FUZZ: '20000' } },
  window: { words: ['e2e', 'soak.spec'], env: { CARTOUCHE_SOAK: '1', CARTOUCHE_TEST_WORKERS: '1' } },
}

const asked = process.argv.slice(2)
const unknown = asked.find((name) => !Object.hasOwn(parts, name))
if (unknown !== undefined) {
  process.stderr.write(`There is no part "${unknown}": there are ${Object.keys(parts).join(' and ')}.\n`)
  process.exit(1)
}
let failed = false
for (const name of asked.length > 0 ? asked : Object.keys(parts)) {
  const { words, env } = parts[name]
  const { status } = spawnSync(nodePath(), [join(root, 'scripts', 'test.mjs'), ...words], {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: 'inherit',
  })
  failed ||= status !== 0
}
process.exit(failed ? 1 : 0)

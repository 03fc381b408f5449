// `npm run demo`: exports the demo map as it is published, into out/, and says where and how long it took.

import { join } from 'node:path'
import { buildIfStale } from './build.mjs'
import { draw } from './draw.mjs'
import { root } from './runtime.mjs'

const formats = ['png', 'pdf', 'svg']
const document = join(root, 'data', 'projects', 'iraq-bases.cartouche')

if (!(await buildIfStale((sentence) => console.error(sentence)))) process.exit(1)
for (const format of formats) {
  const started = performance.now()
  const out = join(root, 'out', `iraq-bases.${format}`)
  const code = await draw(['export', document, '--out', out], root)
  if (code !== 0) process.exit(code)
  console.log(`${out}  ${((performance.now() - started) / 1000).toFixed(1)} s`)
}

// `npm run review`: draws the pages that have reference pictures, in each format, and shows reference, present and difference side by side in
// out/review/index.html. `npm run review -- --accept` makes the present pictures the references: look at them first.

import { spawn } from 'node:child_process'
import { copyFile, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { nodePath, root } from './runtime.mjs'

const references = join(root, 'tests', 'render', 'references')
const folder = join(root, 'out', 'review')
const accept = process.argv.includes('--accept')

/** @param {NodeJS.ProcessEnv} env @returns {Promise<number>} */
function drawPages(env) {
  const child = spawn(nodePath(), [join(root, 'scripts', 'test.mjs'), 'render', 'tests/render/pages.spec'], {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: 'inherit',
  })
  return new Promise((done) => child.on('close', (code) => done(code ?? 1)))
}

/** @param {string} name @param {string} word @param {string} file */
const figure = (name, word, file) =>
  `<figure><figcaption>${word}</figcaption><a href="${file}"><img src="${file}" alt="${name}, ${word.toLowerCase()}" loading="lazy"></a></figure>`

/** @typedef {{ page: string, format: string, share: number, most: number }} Looked one line of out/review/looked.json, which the test writes */

const percent = (/** @type {number} */ share) => `${(share * 100).toFixed(2)} %`

/** @param {[string, Looked]} one */
function rowOf([name, { page, format, share, most }]) {
  const isOver = share >= most
  const verdict = `${percent(share)} differ, ${isOver ? 'more than' : 'of'} ${percent(most)} allowed`
  const figures = [
    ['Reference', `${name}-reference.png`],
    ['Now', `${name}-now.png`],
    ['Difference', `${name}-difference.png`],
  ]
  return `<section id="${name}"><h3>${format.toUpperCase()} <span${isOver ? ' class="over"' : ''}>${isOver ? '✗ ' : ''}${verdict}</span></h3><div>${figures
    .map(([word, file]) => figure(`${page} as ${format.toUpperCase()}`, word, file))
    .join('')}</div></section>`
}

/** @param {[string, Looked][]} all */
function pageOf(all) {
  const pages = [...new Set(all.map(([, { page }]) => page))]
  const over = all.filter(([, { share, most }]) => share >= most)
  const sum =
    over.length === 0
      ? `All ${all.length} pictures are as they were when they were looked at last, within what is allowed.`
      : `${over.length} of ${all.length} pictures differ more than is allowed: ${over.map(([name]) => `<a href="#${name}">${name}</a>`).join(', ')}.`
  const parts = pages.map(
    (page) =>
      `<h2>${page}</h2>\n${all
        .filter(([, one]) => one.page === page)
        .map(rowOf)
        .join('\n')}`,
  )
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>Pages, as they were and as they are</title>
<style>
  :root { color-scheme: light dark; font: 15px/1.4 system-ui, sans-serif; }
  body { margin: 24px; }
  h2 { margin: 40px 0 0; padding-top: 12px; border-top: 1px solid #8886; font-size: 20px; }
  h3 { margin: 20px 0 8px; font-size: 15px; }
  h3 span { padding-left: 8px; font-weight: 400; opacity: 0.8; }
  h3 .over { color: light-dark(#b00020, #ff8a80); font-weight: 600; opacity: 1; }
  section > div { display: grid; grid-template-columns: repeat(3, minmax(0, 1fr)); gap: 16px; align-items: start; }
  figure { margin: 0; }
  figcaption { padding-bottom: 4px; opacity: 0.8; }
  img { display: block; max-width: 100%; max-height: 80vh; outline: 1px solid #8886; }
</style>
<h1>Pages, as they were and as they are</h1>
<p>${sum}</p>
<p>PDFs are drawn by poppler, SVGs by Chromium. What is red in a difference differs; what is yellow differs as edges do that are smoothed otherwise.</p>
${parts.join('\n')}
</html>
`
}

await rm(folder, { recursive: true, force: true })
const code = await drawPages(accept ? { CARTOUCHE_ACCEPT_PICTURES: '1' } : {})
/** @type {Record<string, Looked>} */
const looked = JSON.parse(await readFile(join(folder, 'looked.json'), 'utf8').catch(() => '{}'))
const all = Object.entries(looked)
for (const [name] of all) await copyFile(join(references, `${name}.png`), join(folder, `${name}-reference.png`)).catch(() => undefined)
if (all.length > 0) {
  const page = join(folder, 'index.html')
  await writeFile(page, pageOf(all))
  process.stdout.write(`${page}\n`)
}
process.exitCode = code

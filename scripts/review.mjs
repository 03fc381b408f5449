// `npm run review`: draws the pages that have reference pictures, and shows reference, present and difference side by side in out/review/index.html.
// `npm run review -- --accept` makes the present pictures the references: look at them first.

import { spawn } from 'node:child_process'
import { copyFile, readdir, rm, writeFile } from 'node:fs/promises'
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
  `<figure><figcaption>${word}</figcaption><a href="${file}"><img src="${file}" alt="${name}, ${word.toLowerCase()}"></a></figure>`

/** @param {string[]} names */
function pageOf(names) {
  const rows = names.map(
    (name) =>
      `<section><h2>${name}</h2><div>${[
        ['Reference', `${name}-reference.png`],
        ['Now', `${name}-now.png`],
        ['Difference', `${name}-difference.png`],
      ]
        .map(([word, file]) => figure(name, word, file))
        .join('')}</div></section>`,
  )
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>Pages, as they were and as they are</title>
<style>
  :root { color-scheme: light dark; font: 15px/1.4 system-ui, sans-serif; }
  body { margin: 24px; }
  h2 { margin: 28px 0 8px; font-size: 16px; }
  section > div { display: grid; grid-template-columns: repeat(3, minmax(0, 1fr)); gap: 12px; }
  figure { margin: 0; }
  figcaption { padding-bottom: 4px; opacity: 0.75; }
  img { width: 100%; outline: 1px solid #8886; }
</style>
<h1>Pages, as they were and as they are</h1>
<p>What is red differs; what is yellow differs as edges do that are smoothed otherwise.</p>
${rows.join('\n')}
</html>
`
}

await rm(folder, { recursive: true, force: true })
const code = await drawPages(accept ? { CARTOUCHE_ACCEPT_PICTURES: '1' } : {})
const drawn = await readdir(folder).catch(() => /** @type {string[]} */ ([]))
const names = drawn.filter((name) => name.endsWith('-now.png')).map((name) => name.slice(0, -'-now.png'.length))
for (const name of names) await copyFile(join(references, `${name}.png`), join(folder, `${name}-reference.png`)).catch(() => undefined)
if (names.length > 0) {
  const page = join(folder, 'index.html')
  await writeFile(page, pageOf(names.toSorted()))
  process.stdout.write(`${page}\n`)
}
process.exitCode = code

/** `cartouche export` as a script uses it: what it writes, what it says, and how it ends. */
import { spawn } from 'node:child_process'
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, root, test } from './app.ts'

type Ended = { code: number | null; out: string; said: string }

function cartouche(...words: string[]): Promise<Ended> {
  const child = spawn(process.execPath, [join(root, 'scripts', 'cartouche.mjs'), ...words], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let [out, said] = ['', '']
  child.stdout.setEncoding('utf8').on('data', (text: string) => (out += text))
  child.stderr.setEncoding('utf8').on('data', (text: string) => (said += text))
  return new Promise((resolve, reject) => child.on('error', reject).on('close', (code) => resolve({ code, out, said })))
}

const project = join(root, 'data', 'projects', 'iraq-bases.cartouche')

test('ends with 1 and a sentence when it cannot, with 2 when it was asked wrongly, and leaves no file', async ({ userData }) => {
  test.setTimeout(120_000)
  const map = join(userData, 'gone.cartouche')
  const text = await readFile(project, 'utf8')
  await writeFile(map, text.replaceAll('../layers/', `${join(root, 'data', 'layers')}/`).replace('coalition-bases.geojson', 'gone.geojson'))
  const missing = await cartouche('export', map, '--out', join(userData, 'a.png'), '--dpi', '30', '--page', 'plain-figure')
  expect(missing).toMatchObject({ code: 1, out: '' })
  expect(missing.said).toContain('gone.geojson')
  const folder = await cartouche('export', project, '--out', join(userData, 'none', 'a.png'), '--dpi', '30')
  expect(folder).toEqual({
    code: 1,
    out: '',
    said: 'a.png could not be written: its folder does not exist. Choose another folder or name.\n',
  })
  const wrong = await cartouche('export', project, '--out', join(userData, 'a.png'), '--dpi', '0')
  expect(wrong).toMatchObject({ code: 2, out: '' })
  expect(wrong.said).toContain('--dpi needs a number from 30 to 1,200; it got “0”.')
  expect(await readdir(userData)).toEqual(['gone.cartouche'])
})

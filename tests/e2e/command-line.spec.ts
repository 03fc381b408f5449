/** `cartouche export` as a script uses it: what it writes, what it says, and how it ends. */
import { spawn } from 'node:child_process'
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { PNG } from 'pngjs'
import { expect, root, test } from './app.ts'

type Written = {
  scale: number
  boundingBox: [west: number, south: number, east: number, north: number]
  credits: string[]
  labelsPlaced: string[]
  labelsNotPlaced: string[]
  milliseconds: number
}
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

test('writes several formats in one go, and says in JSON what was written', async ({ userData }) => {
  test.setTimeout(120_000)
  const [png, svg] = [join(userData, 'map.png'), join(userData, 'map.svg')]
  const options = ['--page', 'plain-figure', '--size', 'a5', '--portrait', '--dpi', '60', '--bbox', '40,30,48,36', '--world-file', '--json']
  const { code, out, said } = await cartouche('export', project, ...options, '--out', png, '--out', svg)
  expect([code, said]).toEqual([0, ''])
  const [picture, drawing] = out
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Written)
  expect(picture).toMatchObject({
    path: png,
    beside: [join(userData, 'map.pgw'), `${png}.aux.xml`],
    widthMm: 148,
    heightMm: 210,
    widthPx: 350,
    heightPx: 496,
    dpi: 60,
    page: 'Plain figure',
    notPlaced: [],
  })
  if (picture === undefined) throw new Error('Nothing was said of the picture.')
  expect(picture.scale).toBeGreaterThan(1e6)
  const [west, south, east, north] = picture.boundingBox
  expect(west <= 40 && south <= 30 && east >= 48 && north >= 36, 'what was asked for is in the frame').toBe(true)
  expect(picture.credits).toContainEqual(expect.stringContaining('Natural Earth'))
  expect([...picture.labelsPlaced, ...picture.labelsNotPlaced]).toContainEqual(expect.stringContaining('Camp Taji'))
  expect(picture.milliseconds).toBeGreaterThan(0)
  expect(drawing).toMatchObject({
    path: svg,
    widthPx: null,
    heightPx: null,
    boundingBox: picture.boundingBox,
    scale: picture.scale,
  })
  expect(PNG.sync.read(await readFile(png))).toMatchObject({ width: 350, height: 496 })
  expect(await readFile(svg, 'utf8')).toContain('width="148mm" height="210mm"')
  expect((await readdir(userData)).toSorted()).toEqual(['map.pgw', 'map.png', 'map.png.aux.xml', 'map.svg'])
})

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

/**
 * Pages as they were when somebody last looked at them: each preset in two sizes, against the pictures in tests/render/references. Pictures that are meant to
 * be others are written anew with `npm run review -- --accept`; `npm run review` shows both side by side.
 */
import { access, copyFile, mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { PNG } from 'pngjs'
import type { ExportSettings } from '../../electron/contract/export.ts'
import { expect, root, test } from '../e2e/app.ts'
import { differenceOf, exportDesk, readPng, type Wish } from './exporting.ts'

/** Of the pixels: letters and lines are rounded a little otherwise from machine to machine. */
const maxDifferent = 0.01

const a = (id: 'a3' | 'a4' | 'a5', portrait = false): ExportSettings['size'] => {
  const [long, short] = { a3: [420, 297] as const, a4: [297, 210] as const, a5: [210, 148] as const }[id]
  return portrait ? { unit: 'mm', width: short, height: long } : { unit: 'mm', width: long, height: short }
}

const pages: Record<string, Wish> = {
  'map-update-a3': { format: 'png', page: 'map-update', size: a('a3'), dpi: 36 },
  'map-update-a4-portrait': { format: 'png', page: 'map-update', size: a('a4', true), dpi: 40 },
  'briefing-16-9': { format: 'png', page: 'briefing', size: { unit: 'px', width: 1920, height: 1080, dpi: 96 }, dpi: 32 },
  'briefing-a4': { format: 'png', page: 'briefing', size: a('a4'), dpi: 40 },
  'plain-figure-a4': { format: 'png', page: 'plain-figure', size: a('a4'), dpi: 40 },
  'plain-figure-square': { format: 'png', page: 'plain-figure', size: { unit: 'px', width: 2048, height: 2048, dpi: 192 }, dpi: 48 },
  'full-bleed-a4': { format: 'png', page: 'full-bleed', size: a('a4'), dpi: 40 },
  'full-bleed-a5-portrait': { format: 'png', page: 'full-bleed', size: a('a5', true), dpi: 50 },
}

const references = join(root, 'tests', 'render', 'references')
/** What `npm run review` shows. */
const review = join(root, 'out', 'review')

test('draws each preset as it was looked at last', async ({ start, userData }) => {
  test.setTimeout(180_000)
  const project = join(root, 'data', 'projects', 'iraq-bases.cartouche')
  const app = await start({ files: [project] })
  const desk = await exportDesk(app, project, userData)
  // Without the pages of its own: a page of the document comes before a preset of the same name.
  const written = await desk.write(Object.values(pages), { ...desk.document, pages: [] })
  await mkdir(review, { recursive: true })
  await mkdir(references, { recursive: true })
  for (const [index, name] of Object.keys(pages).entries()) {
    const path = written[index]?.path ?? ''
    const reference = join(references, `${name}.png`)
    await copyFile(path, join(review, `${name}-now.png`))
    if (process.env.CARTOUCHE_ACCEPT_PICTURES === '1') await copyFile(path, reference)
    await expect(access(reference), `${name} has a reference picture`).resolves.toBeUndefined()
    const { share, picture } = differenceOf(await readPng(reference), await readPng(path))
    await writeFile(join(review, `${name}-difference.png`), PNG.sync.write(picture))
    expect.soft(share, `share of the pixels of ${name} that differ`).toBeLessThan(maxDifferent)
  }
})

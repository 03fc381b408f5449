/**
 * Pages as they were when somebody last looked at them: each preset in two sizes, as PNG, PDF and SVG, against the pictures in tests/render/references. Pictures
 * that are meant to be others are written anew with `npm run review -- --accept`; `npm run review` shows both side by side.
 */
import { access, copyFile, mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { PNG } from 'pngjs'
import type { ExportSettings } from '../../electron/contract/export.ts'
import { readDocument } from '../../electron/services/documentFile.ts'
import { root } from '../e2e/app.ts'
import { type Difference, differenceOf, drawnByChromium, drawnByPoppler, exportDesk, isInstalled, readPng, type Wish } from './exporting.ts'
import { type App, expect, test } from './window.ts'

const formats = ['png', 'pdf', 'svg'] as const
type Format = (typeof formats)[number]

/** Of the pixels: letters and lines are rounded a little otherwise from machine to machine, and by each version of poppler. */
const maxDifferent: Record<Format, number> = { png: 0.01, pdf: 0.02, svg: 0.01 }

const a = (id: 'a3' | 'a4' | 'a5', portrait = false): ExportSettings['size'] => {
  const [long, short] = { a3: [420, 297] as const, a4: [297, 210] as const, a5: [210, 148] as const }[id]
  return portrait ? { unit: 'mm', width: short, height: long } : { unit: 'mm', width: long, height: short }
}

const pages: Record<string, Omit<Wish, 'format'>> = {
  'map-update-a3': { page: 'map-update', size: a('a3'), dpi: 36 },
  'map-update-a4-portrait': { page: 'map-update', size: a('a4', true), dpi: 40 },
  'briefing-16-9': { page: 'briefing', size: { unit: 'px', width: 1920, height: 1080, dpi: 96 }, dpi: 32 },
  'briefing-a4': { page: 'briefing', size: a('a4'), dpi: 40 },
  'plain-figure-a4': { page: 'plain-figure', size: a('a4'), dpi: 40 },
  'plain-figure-square': { page: 'plain-figure', size: { unit: 'px', width: 2048, height: 2048, dpi: 192 }, dpi: 48 },
  'full-bleed-a4': { page: 'full-bleed', size: a('a4'), dpi: 40 },
  'full-bleed-a5-portrait': { page: 'full-bleed', size: a('a5', true), dpi: 50 },
}

const references = join(root, 'tests', 'render', 'references')
/** What `npm run review` shows. */
const review = join(root, 'out', 'review')
const isAccepted = process.env.CARTOUCHE_ACCEPT_PICTURES === '1'

/** How long a browser may take to read the fonts of an SVG: it draws once before. */
const patienceMs = 20_000

/** What was written, as other programs draw it, beside the picture that it was. */
async function compare(
  app: App,
  path: string,
  format: Format,
  reference: PNG | null,
  { width, height }: PNG,
): Promise<Difference & { now: PNG }> {
  const against = (now: PNG): Difference & { now: PNG } => ({ now, ...differenceOf(reference ?? now, now) })
  if (format === 'png') return against(await readPng(path))
  if (format === 'pdf') return against(await drawnByPoppler(path, width, height))
  const until = performance.now() + patienceMs
  let before: PNG | null = null
  for (;;) {
    const drawn = against(await drawnByChromium(app, path, 'image/svg+xml', width, height))
    const isSettled =
      reference === null ? before !== null && differenceOf(before, drawn.now, 0).share === 0 : drawn.share < maxDifferent.svg
    if (isSettled || performance.now() > until) return drawn
    before = drawn.now
    await app.page.waitForTimeout(100)
  }
}

test('draws each preset in each format as it was looked at last', async ({ mapWindow, userData }, testInfo) => {
  // Twenty-four files from sixteen recordings; on a busy machine each takes long.
  test.setTimeout(480_000)
  // Without the pages of its own: a page of the document comes before a preset of the same name.
  const document = { ...(await readDocument(join(root, 'data', 'projects', 'iraq-bases.cartouche'))), pages: [] }
  const app = await mapWindow.open(document)
  const wishes = Object.values(pages).flatMap((page): Wish[] => [
    { ...page, format: 'png' },
    { ...page, format: 'pdf', dpi: null },
    { ...page, format: 'svg', dpi: null },
  ])
  const written = await exportDesk(app, document, userData).write(wishes)
  const hasPoppler = isInstalled('pdftoppm')
  if (!hasPoppler) testInfo.annotations.push({ type: 'left out', description: 'PDF: poppler (poppler-utils) is not installed here' })
  await mkdir(review, { recursive: true })
  await mkdir(references, { recursive: true })
  const looked: Record<string, { page: string; format: Format; share: number; most: number }> = {}
  for (const [index, page] of Object.keys(pages).entries()) {
    const size = await readPng(written[index * formats.length]?.path ?? '')
    for (const [which, format] of formats.entries()) {
      if (format === 'pdf' && !hasPoppler) continue
      const name = format === 'png' ? page : `${page}.${format}`
      const path = written[index * formats.length + which]?.path ?? ''
      const file = join(references, `${name}.png`)
      const reference = isAccepted ? null : await readPng(file).catch(() => null)
      const { now, share, picture } = await compare(app, path, format, reference, size)
      await writeFile(join(review, `${name}-now.png`), format === 'png' ? await readFile(path) : PNG.sync.write(now, { colorType: 2 }))
      await writeFile(join(review, `${name}-difference.png`), PNG.sync.write(picture))
      if (isAccepted) await copyFile(join(review, `${name}-now.png`), file)
      await expect(access(file), `${name} has a reference picture`).resolves.toBeUndefined()
      looked[name] = { page, format, share, most: maxDifferent[format] }
      console.error(`${name}: ${(share * 100).toFixed(3)}% differ`)
      expect.soft(share, `share of the pixels of ${name} that differ`).toBeLessThan(maxDifferent[format])
    }
  }
  await writeFile(join(review, 'looked.json'), JSON.stringify(looked))
})

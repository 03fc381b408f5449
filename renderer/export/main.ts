/** The page that draws pages: asks main what to draw, draws it, and hands it over. It runs in a window that nobody sees. */
import '../map/fonts.css'
import './export.css'
import type { ExportJob, ExportReport } from '../../electron/contract/export.ts'
import type { LayerSummary } from '../../electron/contract/layer.ts'
import { RefusalError } from '../../electron/contract/refusal.ts'
import { call } from '../bridge/index.ts'
import { layersInFrame, loadMapFonts } from '../map/index.ts'
import type { Page } from '../../electron/contract/page.ts'
import type { LayerFacts } from '../page/context.ts'
import { mapSlots, type PageDrawing } from '../page/drawing.ts'
import { layoutPage } from '../page/layout.ts'
import { framesOf, frameView } from '../page/mapView.ts'
import { createMeasure } from './letters.ts'
import { pageFor } from './pageFor.ts'
import { buildSheets } from './sheet.ts'

/** Maps in a PDF are drawn as paths; what pictures there are in them (relief, photos) have this resolution. */
const pdfMapDpi = 96
/** Customary in printing. */
const printDpi = 300
/** Chromium gives a canvas no more than this on a side, and memory no more than so many pixels twice over. */
const [maxSidePx, maxPixels] = [16_384, 200_000_000]

try {
  await draw(await call('export.job', {}))
} catch (error) {
  const refusal =
    error instanceof RefusalError
      ? error.refusal
      : {
          message: `The page could not be drawn (${error instanceof Error ? error.message : String(error)}).`,
          advice: '',
          file: null,
          line: null,
          column: null,
        }
  await call('export.fail', refusal)
}

async function draw({ document: map, sources, settings }: ExportJob): Promise<void> {
  await loadMapFonts()
  const summaries = new Map<string, LayerSummary>()
  for (const source of sources) {
    // A file that the window shows is taken as it is shown.
    const read = { source: source.id, job: crypto.randomUUID(), partial: false, again: true }
    summaries.set(source.path, await call('layers.read', read))
  }

  const frames = new Map<string, readonly LayerFacts[]>()
  const context = { document: map, frames, measure: createMeasure() }
  const page = pageFor(context, settings)
  for (const frame of framesOf(page)) frames.set(frame.id, await layersInFrame(map, summaries, frameView(frame).extent))
  const drawing = layoutPage(page, context)

  const host = document.getElementById('page')
  if (host === null) throw new Error('export.html has no #page')
  const isPdf = settings.format === 'pdf'
  const dpi = settings.dpi ?? (page.size.unit === 'px' ? page.size.dpi : printDpi)
  if (!isPdf) refuseTooLarge(drawing, dpi)
  const sheets = await buildSheets(host, drawing, map, summaries, isPdf ? pdfMapDpi : dpi)
  const report = reportOf(page, drawing, dpi, isPdf)
  document.title = map.title
  if (isPdf) {
    await call('export.deliver', { picture: null, report })
    return
  }
  const canvas = sheets.toCanvas(dpi)
  const blob = await new Promise<Blob | null>((resolve) =>
    canvas.toBlob(resolve, settings.format === 'png' ? 'image/png' : 'image/jpeg', 0.92),
  )
  if (blob === null) {
    throw new RefusalError({
      message: `A picture of ${canvas.width.toLocaleString('en-US')} × ${canvas.height.toLocaleString('en-US')} pixels is more than can be drawn.`,
      advice: 'Choose fewer pixels to the inch or a smaller page.',
    })
  }
  const picture = new Uint8Array(await blob.arrayBuffer())
  await call('export.deliver', { picture, report: { ...report, widthPx: canvas.width, heightPx: canvas.height } })
}

/** Before anything is drawn: a canvas that is too large would come out empty, or not at all. */
function refuseTooLarge({ widthMm, heightMm }: PageDrawing, dpi: number): void {
  const [width, height] = [Math.round((widthMm * dpi) / 25.4), Math.round((heightMm * dpi) / 25.4)]
  if (Math.max(width, height) <= maxSidePx && width * height <= maxPixels) return
  throw new RefusalError({
    message: `The picture would have ${width.toLocaleString('en-US')} × ${height.toLocaleString('en-US')} pixels, which is more than can be drawn.`,
    advice: 'Choose fewer pixels to the inch, a smaller page, or PDF.',
  })
}

function reportOf(page: Page, drawing: PageDrawing, dpi: number, isPdf: boolean): ExportReport {
  const frame = mapSlots(drawing).find(({ role }) => role === 'frame')
  const toPx = (mm: number): number => Math.round((mm * dpi) / 25.4)
  return {
    widthMm: drawing.widthMm,
    heightMm: drawing.heightMm,
    widthPx: isPdf ? null : toPx(drawing.widthMm),
    heightPx: isPdf ? null : toPx(drawing.heightMm),
    dpi,
    page: page.name,
    boundingBox: frame?.view.extent ?? null,
    scale: frame?.view.scale ?? null,
    credits: drawing.credits.map(({ text }) => text),
    notPlaced: drawing.notPlaced.map(({ sentence }) => sentence),
  }
}

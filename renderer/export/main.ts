/** The page that draws pages: asks main what to draw, draws and records it once, and hands it over in the format that was asked for. It runs in a window that nobody sees. */
import '../map/fonts.css'
import './export.css'
import type { Delivery, ExportJob, ExportReport } from '../../electron/contract/export.ts'
import type { LayerSummary } from '../../electron/contract/layer.ts'
import type { Page } from '../../electron/contract/page.ts'
import { isPixelFormat, tooLarge, usualDpi } from '../../electron/contract/pictureLimits.ts'
import { RefusalError } from '../../electron/contract/refusal.ts'
import { call } from '../bridge/index.ts'
import { layersInFrame, loadMapFonts, paintedLayers } from '../map/index.ts'
import type { LayerFacts } from '../page/context.ts'
import type { PageDrawing } from '../page/drawing.ts'
import { firstFrame, georeferenceOf } from '../page/georeference.ts'
import { layoutPage } from '../page/layout.ts'
import { framesOf, frameView } from '../page/mapView.ts'
import { handOverPicture, handOverText } from './handOver.ts'
import { createMeasure } from './letters.ts'
import { layersLeftOut } from './leftOut.ts'
import { linksOf } from './links.ts'
import { pageFor } from './pageFor.ts'
import { layForPrint } from './print.ts'
import { recordCanvases, recordingOf } from './recording/canvases.ts'
import { buildSheets } from './sheet.ts'
import { svgDocument } from './svg/svgDocument.ts'

/** Paths in PDF and SVG are as fine as on a picture of this resolution; what pictures there are in them (relief, photos) have it. */
const vectorDpi = 288
const ptPerMm = 72 / 25.4

recordCanvases()
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
    const partial = map.layers
      .flatMap((node) => (node.type === 'group' ? node.layers : [node]))
      .some(({ path, inPart }) => inPart === true && path === source.path)
    const read = { source: source.id, job: crypto.randomUUID(), partial, again: true }
    summaries.set(source.path, await call('layers.read', read))
  }

  const frames = new Map<string, readonly LayerFacts[]>()
  const context = { document: map, frames, measure: createMeasure() }
  const page = pageFor(context, settings)
  const { format } = settings
  const dpi = settings.dpi ?? usualDpi(page.size)
  // Before anything is drawn: a picture that is too large would come out empty, or not at all.
  const refusal = tooLarge(page.size, dpi, format)
  if (refusal !== null) throw new RefusalError(refusal)
  for (const frame of framesOf(page)) frames.set(frame.id, await layersInFrame(map, summaries, frameView(frame).extent))
  const drawing = layoutPage(page, context)

  const host = document.getElementById('page')
  if (host === null) throw new Error('export.html has no #page')
  const drawnDpi = isPixelFormat(format) ? dpi : vectorDpi
  const sheets = await buildSheets(host, drawing, map, summaries, drawnDpi)
  const recording = recordingOf(sheets.toCanvas(drawnDpi))
  if (recording === null) throw new Error('The page was not recorded.')
  const names = sheets.frames.map((frame) => frame.names())
  sheets.destroy()
  const report: ExportReport = {
    ...reportOf(page, drawing, dpi),
    notPlaced: [...drawing.notPlaced.map(({ sentence }) => sentence), ...layersLeftOut(map, summaries)],
    ...(isPixelFormat(format) ? { widthPx: recording.width, heightPx: recording.height } : {}),
    labelsPlaced: names.flatMap(({ placed }) => placed),
    labelsNotPlaced: names.flatMap(({ notPlaced }) => notPlaced),
  }
  if (!isPixelFormat(format)) report.notPlaced.push(...paintedLayers(map, summaries).map(asPicture))
  const delivery: Delivery = {
    report,
    author: page.elements.map((element) => (element.type === 'credits' ? element.more.trim() : '')).find((more) => more !== '') ?? '',
    georeference: placeOf(drawing, recording, format),
    frame: firstFrame(drawing)?.box ?? null,
    links: linksOf(drawing),
  }
  document.title = map.title
  if (format === 'pdf') {
    host.style.backgroundColor = settings.transparent ? '' : drawing.background
    layForPrint(host, recording, drawing, drawnDpi)
  } else if (format === 'svg') {
    const facts = { ...map, author: delivery.author, credits: report.credits, links: delivery.links }
    await handOverText(await svgDocument(recording, drawing, drawnDpi, settings.transparent ? null : drawing.background, facts))
  } else {
    await handOverPicture(recording, format, { dpi, credits: report.credits, background: settings.transparent ? null : drawing.background })
  }
  await call('export.deliver', delivery)
}

function asPicture({ name, vertices }: { name: string; vertices: number }): string {
  return `The layer “${name}” is a picture in this file, not paths: it has ${vertices.toLocaleString('en-US')} vertices.`
}

/** A picture's pixels are counted from its upper left corner, a PDF's points from its lower left one. */
function placeOf(
  drawing: PageDrawing,
  { width, height }: { width: number; height: number },
  format: ExportJob['settings']['format'],
): Delivery['georeference'] {
  if (format !== 'pdf') return georeferenceOf(drawing, [width / drawing.widthMm, height / drawing.heightMm])
  const down = georeferenceOf(drawing, [ptPerMm, ptPerMm])
  if (down === null) return null
  const heightPt = drawing.heightMm * ptPerMm
  return { ...down, b: -down.b, c: down.c + down.b * heightPt, e: -down.e, f: down.f + down.e * heightPt }
}

function reportOf(page: Page, drawing: PageDrawing, dpi: number): ExportReport {
  const frame = firstFrame(drawing)
  return {
    widthMm: drawing.widthMm,
    heightMm: drawing.heightMm,
    widthPx: null,
    heightPx: null,
    dpi,
    page: page.name,
    boundingBox: frame?.view.extent ?? null,
    scale: frame?.view.scale ?? null,
    credits: drawing.credits.map(({ text }) => text),
    labelsPlaced: [],
    labelsNotPlaced: [],
    notPlaced: drawing.notPlaced.map(({ sentence }) => sentence),
  }
}

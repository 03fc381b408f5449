/** The page that draws pages: asks main what to draw, draws and records it, and hands it over in each format that is asked for. It runs in a window that nobody sees. */
import '../map/fonts.css'
import './export.css'
import type { Delivery, ExportMap, ExportReport, ExportSettings } from '../../electron/contract/export.ts'
import type { LayerSummary } from '../../electron/contract/layer.ts'
import { isPixelFormat, usualDpi } from '../../electron/contract/pictureLimits.ts'
import { type Refusal, RefusalError } from '../../electron/contract/refusal.ts'
import { call } from '../bridge/index.ts'
import { loadMapFonts } from '../map/index.ts'
import type { PageDrawing } from '../page/drawing.ts'
import { firstFrame, georeferenceOf } from '../page/georeference.ts'
import { handOverPicture, handOverText } from './handOver.ts'
import { linksOf } from './links.ts'
import { layForPrint } from './print.ts'
import { PageRecorder, type RecordedPage } from './recordedPage.ts'
import { recordCanvases } from './recording/canvases.ts'
import { svgDocument } from './svg/svgDocument.ts'
import { drawWithoutFrames } from './unseenFrames.ts'

const ptPerMm = 72 / 25.4

recordCanvases()
drawWithoutFrames()
await drawPages()

async function drawPages(): Promise<void> {
  const recorder = startRecorder()
  // It is told when a page is asked for.
  recorder.catch(() => undefined)
  let clear = (): void => undefined
  for (;;) {
    const settings = await call('export.next', {})
    // Main asks for another page when the last one is printed.
    clear()
    try {
      clear = await handOver(await recorder, settings)
    } catch (error) {
      await call('export.fail', refusalOf(error))
    }
  }
}

async function startRecorder(): Promise<PageRecorder> {
  const host = document.getElementById('page')
  if (host === null) throw new Error('export.html has no #page')
  const map = await call('export.map', {})
  return new PageRecorder(host, map, await readMap(map))
}

async function readMap({ document: map, sources }: ExportMap): Promise<ReadonlyMap<string, LayerSummary>> {
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
  return summaries
}

/** @returns what takes away again what was laid out for it */
async function handOver(recorder: PageRecorder, settings: ExportSettings): Promise<() => void> {
  const page = await recorder.recorded(settings)
  const { document: map } = recorder.map
  const { format } = settings
  const { drawing, recording } = page
  const delivery: Delivery = {
    report: reportOf(page, settings),
    author: page.author,
    georeference: placeOf(drawing, recording, format),
    frame: firstFrame(drawing)?.box ?? null,
    links: linksOf(drawing),
  }
  const { credits, dpi } = delivery.report
  const background = settings.transparent ? null : drawing.background
  let clear = (): void => undefined
  document.title = map.title
  if (format === 'pdf') {
    recorder.host.style.backgroundColor = background ?? ''
    clear = layForPrint(recorder.host, recording, drawing, page.dpi)
  } else if (format === 'svg') {
    const facts = { ...map, author: delivery.author, credits, links: delivery.links }
    await handOverText(await svgDocument(recording, drawing, page.dpi, background, facts))
  } else {
    await handOverPicture(recording, format, { dpi, credits, background })
  }
  await call('export.deliver', delivery)
  return clear
}

/** What was drawn, as this format has it. */
function reportOf({ size, report, recording, asPictures }: RecordedPage, { format, dpi }: ExportSettings): ExportReport {
  const all = { ...report, dpi: dpi ?? usualDpi(size) }
  if (isPixelFormat(format)) return { ...all, widthPx: recording.width, heightPx: recording.height }
  return { ...all, widthPx: null, heightPx: null, notPlaced: [...report.notPlaced, ...asPictures] }
}

/** A picture's pixels are counted from its upper left corner, a PDF's points from its lower left one. */
function placeOf(
  drawing: PageDrawing,
  { width, height }: { width: number; height: number },
  format: ExportSettings['format'],
): Delivery['georeference'] {
  if (format !== 'pdf') return georeferenceOf(drawing, [width / drawing.widthMm, height / drawing.heightMm])
  const down = georeferenceOf(drawing, [ptPerMm, ptPerMm])
  if (down === null) return null
  const heightPt = drawing.heightMm * ptPerMm
  return { ...down, b: -down.b, c: down.c + down.b * heightPt, e: -down.e, f: down.f + down.e * heightPt }
}

function refusalOf(error: unknown): Refusal {
  if (error instanceof RefusalError) return error.refusal
  return {
    message: `The page could not be drawn (${error instanceof Error ? error.message : String(error)}).`,
    advice: '',
    file: null,
    line: null,
    column: null,
  }
}

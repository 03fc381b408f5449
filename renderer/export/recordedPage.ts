/** A page that is laid out, drawn and recorded: what every format of it is made from. */
import type { ExportMap, ExportReport, ExportSettings } from '../../electron/contract/export.ts'
import type { LayerSummary } from '../../electron/contract/layer.ts'
import type { PageSize } from '../../electron/contract/page.ts'
import { isPixelFormat, tooLarge, usualDpi } from '../../electron/contract/pictureLimits.ts'
import { RefusalError } from '../../electron/contract/refusal.ts'
import { layersInFrame } from '../map/index.ts'
import type { LayerFacts } from '../page/context.ts'
import type { PageDrawing } from '../page/drawing.ts'
import { firstFrame } from '../page/georeference.ts'
import { layoutPage } from '../page/layout.ts'
import { framesOf, frameView } from '../page/mapView.ts'
import { createMeasure } from './letters.ts'
import { layersAsPictures, layersLeftOut } from './leftOut.ts'
import { reportOfNames } from './names.ts'
import { pageFor } from './pageFor.ts'
import { recordingOf } from './recording/canvases.ts'
import type { Recording } from './recording/recording.ts'
import { buildSheets } from './sheet.ts'

/**
 * Paths in PDF and SVG are as fine as on a picture of this resolution; what pictures there are in them (relief, photos) have it. It is what is usual in print,
 * so that a picture for print and they are made from one recording.
 */
const vectorDpi = 300

export type RecordedPage = {
  /** Of the page. */
  size: PageSize
  drawing: PageDrawing
  recording: Recording
  /** Of the recording. */
  dpi: number
  /** What the page says after its sources; empty for nothing. */
  author: string
  /** Without what depends on the format. */
  report: Omit<ExportReport, 'widthPx' | 'heightPx' | 'dpi'>
  /** Layers that are pictures among paths, in a sentence each. */
  asPictures: readonly string[]
}

export class PageRecorder {
  readonly map: ExportMap
  /** Of the page, in the window's document. */
  readonly host: HTMLElement
  readonly #summaries: ReadonlyMap<string, LayerSummary>
  readonly #measure = createMeasure()
  /** One at a time: a recording of a map of many features is large. */
  #last: { key: string; page: RecordedPage } | null = null

  /** @param summaries of the map's files, by path */
  constructor(host: HTMLElement, map: ExportMap, summaries: ReadonlyMap<string, LayerSummary>) {
    this.host = host
    this.map = map
    this.#summaries = summaries
  }

  /**
   * A page that is asked for in several formats, one after the other, is recorded once for all that have the same resolution.
   *
   * @throws RefusalError when there is no such page, or it is too large for the format
   */
  async recorded({ page: name, size, portrait, box, format, dpi: asked }: ExportSettings): Promise<RecordedPage> {
    const { document } = this.map
    const frames = new Map<string, readonly LayerFacts[]>()
    const context = { document, frames, measure: this.#measure }
    const page = pageFor(context, { page: name, size, portrait, box })
    const dpi = asked ?? usualDpi(page.size)
    // Before anything is drawn: a picture that is too large would come out empty, or not at all.
    const refusal = tooLarge(page.size, dpi, format)
    if (refusal !== null) throw new RefusalError(refusal)

    const drawnDpi = isPixelFormat(format) ? dpi : vectorDpi
    const key = JSON.stringify([name, size, portrait, box, drawnDpi])
    if (this.#last?.key === key) return this.#last.page
    this.#last = null

    for (const frame of framesOf(page)) frames.set(frame.id, await layersInFrame(document, this.#summaries, frameView(frame).extent))
    const drawing = layoutPage(page, context)
    const sheets = await buildSheets(this.host, drawing, document, this.#summaries, drawnDpi)
    const recording = recordingOf(sheets.toCanvas(drawnDpi))
    if (recording === null) throw new Error('The page was not recorded.')
    const names = sheets.frames.flatMap((frame) => frame.names())
    sheets.destroy()
    const first = firstFrame(drawing)
    const recorded: RecordedPage = {
      size: page.size,
      drawing,
      recording,
      dpi: drawnDpi,
      author: page.elements.map((element) => (element.type === 'credits' ? element.more.trim() : '')).find((more) => more !== '') ?? '',
      report: {
        widthMm: drawing.widthMm,
        heightMm: drawing.heightMm,
        page: page.name,
        boundingBox: first?.view.extent ?? null,
        scale: first?.view.scale ?? null,
        credits: drawing.credits.map(({ text }) => text),
        ...reportOfNames(names),
        notPlaced: [...drawing.notPlaced.map(({ sentence }) => sentence), ...layersLeftOut(document, this.#summaries)],
      },
      asPictures: layersAsPictures(document, this.#summaries),
    }
    this.#last = { key, page: recorded }
    return recorded
  }
}

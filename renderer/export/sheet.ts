/** A page in the document of the window: canvases with the marks, and between them the maps. A picture is painted from the same parts. */
import { drawFrame, type FrameMap, paintFrame } from '../map/index.ts'
import type { MapDocument } from '../../electron/contract/document.ts'
import type { LayerSummary } from '../../electron/contract/layer.ts'
import type { MapSlot, PageDrawing } from '../page/drawing.ts'
import { paintMarks } from './paint.ts'
import { frameSpec, type NamedMarks, type PagePart, partsOf } from './parts.ts'
import { loadPictures, type Pictures } from './pictures.ts'
import { inGroup } from './recording/canvases.ts'

const cssPxPerMm = 96 / 25.4

type Sheet = (PagePart & { kind: 'marks' } & { canvas: HTMLCanvasElement }) | (PagePart & { kind: 'map' } & { frame: FrameMap })

export type PageSheets = {
  /** @returns the page as a picture, without what is under it */
  toCanvas: (dpi: number) => HTMLCanvasElement
  /** The maps, in the order of the page. */
  frames: readonly FrameMap[]
  destroy: () => void
}

/**
 * @param host of the page, in the window's document
 * @param dpi of the maps; letters and symbols have their size in millimetres whatever it is
 * @returns when every map is complete
 */
export async function buildSheets(
  host: HTMLElement,
  drawing: PageDrawing,
  document_: MapDocument,
  summaries: ReadonlyMap<string, LayerSummary>,
  dpi: number,
): Promise<PageSheets> {
  host.style.width = `${drawing.widthMm * cssPxPerMm}px`
  host.style.height = `${drawing.heightMm * cssPxPerMm}px`
  host.style.backgroundColor = drawing.background
  const pictures = await loadPictures(drawing)
  const sheets: Sheet[] = []
  for (const part of partsOf(drawing)) {
    if (part.kind === 'marks') sheets.push({ ...part, canvas: appendCanvas(host, drawing) })
    else sheets.push({ ...part, frame: await buildFrame(host, part.slot, document_, summaries, dpi) })
  }
  const redraw = (): void => {
    for (const sheet of sheets) {
      if (sheet.kind === 'map') sheet.frame.redraw()
      else paintSheet(sheet.canvas, sheet.elements, pictures)
    }
  }
  redraw()
  return {
    toCanvas: (pictureDpi) => paintPicture(sheets, drawing, pictures, pictureDpi),
    frames: sheets.flatMap((sheet) => (sheet.kind === 'map' ? [sheet.frame] : [])),
    destroy: () => {
      for (const sheet of sheets) if (sheet.kind === 'map') sheet.frame.destroy()
      host.replaceChildren()
    },
  }
}

function appendCanvas(host: HTMLElement, { widthMm, heightMm }: PageDrawing): HTMLCanvasElement {
  const canvas = document.createElement('canvas')
  canvas.style.left = '0'
  canvas.style.top = '0'
  // A pixel of the canvas is a CSS pixel, exactly: printed, Chromium rounds any other relation to 1/64.
  canvas.width = Math.ceil(widthMm * cssPxPerMm)
  canvas.height = Math.ceil(heightMm * cssPxPerMm)
  canvas.style.width = `${canvas.width}px`
  canvas.style.height = `${canvas.height}px`
  host.append(canvas)
  return canvas
}

function paintSheet(canvas: HTMLCanvasElement, elements: readonly NamedMarks[], pictures: Pictures): void {
  // A canvas that is given its size anew is empty.
  canvas.width = Math.ceil(canvas.width)
  const context = canvas.getContext('2d')
  if (context === null) return
  for (const { marks } of elements) paintMarks(context, marks, cssPxPerMm, pictures)
}

async function buildFrame(
  host: HTMLElement,
  slot: MapSlot,
  document_: MapDocument,
  summaries: ReadonlyMap<string, LayerSummary>,
  dpi: number,
): Promise<FrameMap> {
  const { box } = slot
  const frame = await drawFrame(host, frameSpec(slot, { document: document_, summaries, dpi }))
  const { style } = frame.element
  style.position = 'absolute'
  style.left = `${box.x * cssPxPerMm}px`
  style.top = `${box.y * cssPxPerMm}px`
  style.overflow = 'hidden'
  style.backgroundColor = frame.background
  return frame
}

function paintPicture(sheets: Sheet[], { widthMm, heightMm }: PageDrawing, pictures: Pictures, dpi: number): HTMLCanvasElement {
  const pxPerMm = dpi / 25.4
  const canvas = document.createElement('canvas')
  canvas.width = Math.round(widthMm * pxPerMm)
  canvas.height = Math.round(heightMm * pxPerMm)
  const context = canvas.getContext('2d')
  if (context === null) throw new Error('The picture is too large to be drawn.')
  for (const sheet of sheets) {
    if (sheet.kind === 'marks') {
      for (const { name, marks } of sheet.elements) {
        if (marks.length > 0) inGroup(context, name, () => paintMarks(context, marks, pxPerMm, pictures))
      }
      continue
    }
    const { x, y, width, height } = sheet.slot.box
    inGroup(context, sheet.name, () => paintFrame(context, sheet.frame, [x * pxPerMm, y * pxPerMm, width * pxPerMm, height * pxPerMm]))
  }
  return canvas
}

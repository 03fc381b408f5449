/**
 * A page in the document of the window: canvases with the marks, and between them the maps. Printed, each canvas is drawn again inside `beforeprint`, which
 * Chromium records as paths and letters; a picture is painted from the same parts.
 */
import { drawFrame, type FrameMap, paintFrame } from '../map/index.ts'
import type { MapDocument } from '../../electron/contract/document.ts'
import type { LayerSummary } from '../../electron/contract/layer.ts'
import type { Mark, MapSlot, PageDrawing } from '../page/drawing.ts'
import { paintMarks } from './paint.ts'
import { frameSpec, partsOf } from './parts.ts'
import { loadPictures, type Pictures } from './pictures.ts'

const cssPxPerMm = 96 / 25.4

type Sheet = { kind: 'marks'; marks: Mark[]; canvas: HTMLCanvasElement } | { kind: 'map'; slot: MapSlot; frame: FrameMap }

export type PageSheets = {
  /** @returns the page as a picture */
  toCanvas: (dpi: number) => HTMLCanvasElement
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
  const pictures = await loadPictures(drawing)
  const sheets: Sheet[] = []
  for (const part of partsOf(drawing)) {
    if (part.kind === 'marks') sheets.push({ ...part, canvas: appendCanvas(host, drawing) })
    else sheets.push({ ...part, frame: await buildFrame(host, part.slot, document_, summaries, dpi) })
  }
  const redraw = (): void => {
    for (const sheet of sheets) {
      if (sheet.kind === 'map') sheet.frame.redraw()
      else paintSheet(sheet.canvas, sheet.marks, pictures)
    }
  }
  redraw()
  const print = (): void => {
    redraw()
    isolateCanvases(host)
  }
  window.addEventListener('beforeprint', print)
  return {
    toCanvas: (pictureDpi) => paintPicture(sheets, drawing, pictures, pictureDpi),
    destroy: () => {
      window.removeEventListener('beforeprint', print)
      for (const sheet of sheets) if (sheet.kind === 'map') sheet.frame.destroy()
      host.replaceChildren()
    },
  }
}

/**
 * A canvas is recorded with the clearing that it begins with, which would wipe out the canvases under it. A layer of its own keeps that to itself, and
 * an opacity is what makes one; this one is rounded to full.
 */
function isolateCanvases(host: HTMLElement): void {
  for (const canvas of host.querySelectorAll('canvas')) canvas.style.opacity = '0.999'
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

function paintSheet(canvas: HTMLCanvasElement, marks: Mark[], pictures: Pictures): void {
  // A canvas that is given its size anew is empty. Clearing it would be recorded, as a mask that not every reader of PDF draws.
  canvas.width = Math.ceil(canvas.width)
  const context = canvas.getContext('2d')
  if (context === null) return
  paintMarks(context, marks, cssPxPerMm, pictures)
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

function paintPicture(sheets: Sheet[], { widthMm, heightMm, background }: PageDrawing, pictures: Pictures, dpi: number): HTMLCanvasElement {
  const pxPerMm = dpi / 25.4
  const canvas = document.createElement('canvas')
  canvas.width = Math.round(widthMm * pxPerMm)
  canvas.height = Math.round(heightMm * pxPerMm)
  const context = canvas.getContext('2d')
  if (context === null) throw new Error('The picture is too large to be drawn.')
  // A page that ends within a pixel covers it whole: no row or column is left half transparent.
  context.fillStyle = background
  context.fillRect(0, 0, canvas.width, canvas.height)
  for (const sheet of sheets) {
    if (sheet.kind === 'marks') paintMarks(context, sheet.marks, pxPerMm, pictures)
    else {
      const { x, y, width, height } = sheet.slot.box
      paintFrame(context, sheet.frame, [x * pxPerMm, y * pxPerMm, width * pxPerMm, height * pxPerMm])
    }
  }
  return canvas
}

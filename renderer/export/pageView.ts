/**
 * A page in the window, where it is edited: the parts that are exported, painted by the same code, at the resolution of the screen. What is shown next is
 * compared with what is there, so that a map is not drawn again because a title is dragged.
 */
import { type FrameSpec, type LiveFrame, liveFrame } from '../map/index.ts'
import type { MapDocument } from '../../electron/contract/document.ts'
import type { LayerSummary } from '../../electron/contract/layer.ts'
import { type Mark, type MapSlot, mapSlots, type PageDrawing } from '../page/drawing.ts'
import type { NameOnPage } from './names.ts'
import { paintMarks } from './paint.ts'
import { frameSpec, partsOf } from './parts.ts'
import { PictureStore } from './pictures.ts'

export type PageViewState = {
  drawing: PageDrawing
  document: MapDocument
  /** Files of the layers, as they were read, by path. */
  summaries: ReadonlyMap<string, LayerSummary>
  /** CSS pixels of the window to a millimetre of the page. */
  pxPerMm: number
  /** Something is being dragged: until the hand lets go, the names of the maps under it stay where they are. */
  isDragged?: boolean
}

export type PageView = {
  show: (state: PageViewState) => void
  /** @param element id of the map frame whose map is being dragged */
  setMoving: (element: string | null) => void
  /** What became of the names of its maps, as they are drawn now. */
  names: () => NameOnPage[]
  /** Everything is drawn, as sharp as it can be. */
  isComplete: () => boolean
  destroy: () => void
}

type Sheet = { canvas: HTMLCanvasElement; marks: readonly Mark[]; pxPerMm: number; pictures: number }
type Frame = {
  window: HTMLElement
  live: LiveFrame
  /** What the map was asked to draw last. */
  spec: FrameSpec
}

/** More pixels than this on a canvas are not worth the memory: what is larger is seen through a glass. */
const maxPixels = 12_000_000
/** Maps are drawn anew for another magnification when it has come to rest; until then their pictures are stretched. */
const restMs = 160

/**
 * @param host is given the size of the page
 * @param hear is told what could not be read, in a sentence, and that {@link PageView.isComplete} may have become another
 */
export function createPageView(host: HTMLElement, hear: { problem: (sentence: string) => void; change: () => void }): PageView {
  const pictures = new PictureStore()
  const sheets: Sheet[] = []
  const frames = new Map<string, Frame>()
  let present: PageViewState | null = null
  /** Magnification at which the maps are drawn. */
  let mapPxPerMm = 0
  let [loading, arrived] = [0, 0]
  let resting: ReturnType<typeof setTimeout> | undefined
  let isGone = false

  const load = async (work: (() => Promise<void>)[]): Promise<void> => {
    loading += 1
    await Promise.all(work.map(async (one) => one()))
    loading -= 1
    arrived += 1
    if (present !== null && !isGone) show(present)
  }

  function show(state: PageViewState): void {
    const { drawing, pxPerMm } = state
    present = state
    const missing = pictures.missing(drawing)
    if (missing.length > 0) void load(missing)
    host.style.width = `${drawing.widthMm * pxPerMm}px`
    host.style.height = `${drawing.heightMm * pxPerMm}px`
    if (mapPxPerMm === 0) mapPxPerMm = pxPerMm
    clearTimeout(resting)
    resting = undefined
    if (mapPxPerMm !== pxPerMm) resting = setTimeout(rest, restMs)
    const used = new Set<string>()
    let [index, order] = [0, 0]
    for (const part of partsOf(drawing)) {
      order += 1
      if (part.kind === 'marks') {
        paintSheet(sheetAt(index), part.marks, state, order)
        index += 1
      } else {
        used.add(part.slot.element)
        showFrame(part.slot, state, order)
      }
    }
    for (const { canvas } of sheets.splice(index)) canvas.remove()
    for (const [id, { window: frameWindow, live }] of frames) {
      if (used.has(id)) continue
      live.destroy()
      frameWindow.remove()
      frames.delete(id)
    }
    hear.change()
  }

  function rest(): void {
    resting = undefined
    if (present === null) return
    mapPxPerMm = present.pxPerMm
    show(present)
  }

  function sheetAt(index: number): Sheet {
    const known = sheets[index]
    if (known !== undefined) return known
    const canvas = document.createElement('canvas')
    canvas.style.position = 'absolute'
    canvas.style.left = '0'
    canvas.style.top = '0'
    host.append(canvas)
    const sheet = { canvas, marks: [], pxPerMm: 0, pictures: -1 }
    sheets[index] = sheet
    return sheet
  }

  function paintSheet(sheet: Sheet, marks: readonly Mark[], { drawing, pxPerMm }: PageViewState, order: number): void {
    const { canvas } = sheet
    canvas.style.zIndex = String(order)
    const ratio = window.devicePixelRatio * glass(drawing, pxPerMm)
    const [width, height] = [Math.round(drawing.widthMm * pxPerMm * ratio), Math.round(drawing.heightMm * pxPerMm * ratio)]
    const isSize = canvas.width === width && canvas.height === height && sheet.pxPerMm === pxPerMm
    if (isSize && sheet.pictures === arrived && isSame(sheet.marks, marks)) return
    Object.assign(sheet, { marks, pxPerMm, pictures: arrived })
    // An empty canvas of that size.
    canvas.width = width
    canvas.height = height
    canvas.style.width = `${width / ratio}px`
    canvas.style.height = `${height / ratio}px`
    const context = canvas.getContext('2d')
    if (context === null) return
    if (order === 1) {
      // A page that ends within a pixel covers it whole.
      context.fillStyle = drawing.background
      context.fillRect(0, 0, width, height)
    }
    paintMarks(context, marks, pxPerMm * ratio, pictures)
  }

  function showFrame(
    slot: MapSlot,
    { drawing, document: shown, summaries, pxPerMm, isDragged = false }: PageViewState,
    order: number,
  ): void {
    const dpi = mapPxPerMm * 25.4 * window.devicePixelRatio * glass(drawing, mapPxPerMm)
    const spec = frameSpec(slot, { document: shown, summaries, dpi })
    let frame = frames.get(slot.element)
    if (frame === undefined) {
      const frameWindow = document.createElement('div')
      frameWindow.style.position = 'absolute'
      frameWindow.style.overflow = 'hidden'
      host.append(frameWindow)
      frame = { window: frameWindow, live: liveFrame(frameWindow, spec, hear.problem, hear.change), spec }
      frames.set(slot.element, frame)
    } else {
      // Finding a place for all names takes longer than a frame of a drag, and names that jump about under the hand are of no use.
      frame.spec = isDragged ? { ...spec, covered: frame.spec.covered } : spec
      frame.live.update(frame.spec)
    }
    const { style } = frame.window
    const { box } = slot
    style.zIndex = String(order)
    // Pixel on pixel, as in a picture: between pixels a map loses its sharpness.
    const [left, top] = [onPixel(box.x * pxPerMm), onPixel(box.y * pxPerMm)]
    style.left = `${left}px`
    style.top = `${top}px`
    style.width = `${(box.x + box.width) * pxPerMm - left}px`
    style.height = `${(box.y + box.height) * pxPerMm - top}px`
    style.backgroundColor = frame.live.background
    // The map is laid out in pixels of 1/96 inch, as it is for every format.
    frame.live.element.style.transform = `scale(${((pxPerMm * 25.4) / 96) * slot.symbolScale})`
    // The browser joins canvases that are scaled, be it back to what they are, through a filter that blurs them. Canvases inherit this.
    const isPixelOnPixel = mapPxPerMm === pxPerMm && glass(drawing, pxPerMm) === 1 && slot.view.rotationDeg === 0
    style.imageRendering = isPixelOnPixel ? 'pixelated' : 'auto'
  }

  return {
    show,
    setMoving: (element) => {
      for (const [id, { live }] of frames) live.setMoving(id === element)
    },
    names: () =>
      mapSlots(present?.drawing ?? nothing).flatMap(
        ({ element }) =>
          frames
            .get(element)
            ?.live.names()
            .map((name) => ({ ...name, frame: element })) ?? [],
      ),
    isComplete: () =>
      present?.isDragged !== true && loading === 0 && resting === undefined && [...frames.values()].every(({ live }) => live.isComplete()),
    destroy: () => {
      isGone = true
      clearTimeout(resting)
      for (const { live } of frames.values()) live.destroy()
      host.replaceChildren()
    },
  }
}

const nothing: Pick<PageDrawing, 'elements'> = { elements: [] }

const onPixel = (px: number): number => Math.round(px * window.devicePixelRatio) / window.devicePixelRatio

/** Pixels of a canvas to a pixel of the screen, where a page has more of them than are worth it. */
function glass({ widthMm, heightMm }: PageDrawing, pxPerMm: number): number {
  return Math.min(1, Math.sqrt(maxPixels / (widthMm * heightMm)) / (pxPerMm * window.devicePixelRatio))
}

/** Marks are plain data. */
function isSame(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false
  if (Array.isArray(a) && Array.isArray(b)) return a.length === b.length && a.every((one, index) => isSame(one, b[index]))
  const [ofA, ofB] = [Object.entries(a), b as Record<string, unknown>]
  return ofA.length === Object.keys(b).length && ofA.every(([key, value]) => isSame(value, ofB[key]))
}

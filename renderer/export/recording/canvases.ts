/**
 * Makes every canvas of this window a recording one. For the hidden window that draws pages, and for it alone: whoever draws there, OpenLayers or the page's
 * painter, draws as always and is recorded. Real canvases are asked for by {@link realContext}.
 */
import { RecordingContext } from './context.ts'
import { identity, translation } from './matrix.ts'
import type { Lettering, Recording } from './recording.ts'
import { replay } from './replay.ts'

const contexts = new WeakMap<HTMLCanvasElement, RecordingContext>()
/** The browser's own way, kept before it is replaced. */
const native: HTMLCanvasElement['getContext'] = Reflect.get(HTMLCanvasElement.prototype, 'getContext')

/** What was drawn on a canvas so far; null for a real one. */
export const recordingOf = (canvas: HTMLCanvasElement): Recording | null => contexts.get(canvas)?.recording ?? null

/** A context of the browser's own. It draws in memory, without a graphics card, so that a picture does not depend on one. */
export function realContext(canvas: HTMLCanvasElement): CanvasRenderingContext2D {
  const context = native.call(canvas, '2d', { willReadFrequently: true }) as CanvasRenderingContext2D | null
  if (context === null) throw new Error('There is no canvas to draw on.')
  return context
}

/** A context whose drawing Chromium keeps as what it is, so that it can be printed as paths and letters. */
export function printedContext(canvas: HTMLCanvasElement): CanvasRenderingContext2D {
  const context = native.call(canvas, '2d') as CanvasRenderingContext2D | null
  if (context === null) throw new Error('There is no canvas to draw on.')
  return context
}

/** Tells the parts of a drawing on a canvas that records; on any other it does nothing. */
export function inGroup(context: unknown, name: string, draw: () => void): void {
  if (!(context instanceof RecordingContext)) return draw()
  context.beginGroup(name)
  draw()
  context.endGroup()
}

/** Call once, before anything is drawn. */
export function recordCanvases(): void {
  // OpenLayers and the relief ask whether a context is one.
  Object.setPrototypeOf(RecordingContext.prototype, CanvasRenderingContext2D.prototype)
  HTMLCanvasElement.prototype.getContext = function getContext(this: HTMLCanvasElement, kind: string): never {
    if (kind !== '2d') return null as never
    return contextOf(this) as never
  }
  // OpenLayers keeps its marks of points as bitmaps; a recorded one stays what it is.
  const bitmapOf = window.createImageBitmap.bind(window) as (...given: unknown[]) => Promise<ImageBitmap>
  window.createImageBitmap = async (...given: unknown[]) => {
    const [source] = given
    return source instanceof HTMLCanvasElement && contexts.has(source) ? (source as unknown as ImageBitmap) : bitmapOf(...given)
  }
}

function contextOf(canvas: HTMLCanvasElement): RecordingContext {
  const known = contexts.get(canvas)
  if (known !== undefined) return known
  const context = new RecordingContext({ canvas, recordingOf, pixels: pixelsOf, measure: measureText })
  contexts.set(canvas, context)
  wipeWhenSized(canvas, context)
  return context
}

/** A canvas that is given its size, be it the same, is empty. */
function wipeWhenSized(canvas: HTMLCanvasElement, context: RecordingContext): void {
  for (const side of ['width', 'height'] as const) {
    const property = Object.getOwnPropertyDescriptor(HTMLCanvasElement.prototype, side)
    Object.defineProperty(canvas, side, {
      configurable: true,
      get: () => property?.get?.call(canvas) as number,
      set(value: number) {
        property?.set?.call(canvas, value)
        context.reset()
      },
    })
  }
}

function pixelsOf(recording: Recording, [x, y, width, height]: readonly [number, number, number, number]): ImageData {
  const canvas = new OffscreenCanvas(width, height)
  const context = canvas.getContext('2d', { willReadFrequently: true })
  if (context === null) throw new Error('There is no canvas to draw on.')
  replay(recording, context, { matrix: x === 0 && y === 0 ? identity : translation(-x, -y), width, height })
  return context.getImageData(0, 0, width, height)
}

let ruler: OffscreenCanvasRenderingContext2D | null = null

function measureText(text: string, font: string, { align, baseline, direction }: Lettering): TextMetrics {
  ruler ??= new OffscreenCanvas(1, 1).getContext('2d')
  if (ruler === null) throw new Error('There is no canvas to measure letters with.')
  ruler.font = font
  ruler.textAlign = align
  ruler.textBaseline = baseline
  ruler.direction = direction
  return ruler.measureText(text)
}

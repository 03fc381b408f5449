/**
 * What a picture is painted on: sheets for areas, lines and points, since that is the order in which they lie over one another, whatever order they come in. Small areas and small
 * lines have sheets of their own, over the large ones of their kind.
 */
import { PixelSheet } from './pixelSheet.ts'

type Context = OffscreenCanvasRenderingContext2D

export type Sheets = {
  areas(): Context
  smallAreas(): PixelSheet
  /** Under all lines. */
  halos(): Context
  lines(): Context
  smallLines(): PixelSheet
  points(): PixelSheet
  turnedPoints(): Context
  /** All sheets in one picture; null when none was used. */
  finish(): ImageBitmap | null
  /** Gives the canvases back without a picture. */
  discard(): void
}

/** Canvases that nobody paints on. Making one costs more than wiping it. */
const idle: OffscreenCanvas[] = []
const maxIdle = 6

export function sheetsOf(width: number, height: number): Sheets {
  const used: (Context | PixelSheet | null)[] = [null, null, null, null, null, null, null]
  const canvas = (place: number) => (): Context => (used[place] ??= blankCanvas(width, height)) as Context
  const pixels = (place: number) => (): PixelSheet => (used[place] ??= new PixelSheet(width, height)) as PixelSheet
  return {
    areas: canvas(0),
    smallAreas: pixels(1),
    halos: canvas(2),
    lines: canvas(3),
    smallLines: pixels(4),
    points: pixels(5),
    turnedPoints: canvas(6),
    finish: () => {
      const [bottom, ...above] = used
        .filter((sheet) => sheet !== null)
        .map((sheet) => (sheet instanceof PixelSheet ? asCanvas(sheet) : sheet))
      if (bottom === undefined) return null
      for (const context of above) {
        bottom.drawImage(context.canvas, 0, 0)
        giveBack(context)
      }
      const picture = bottom.canvas.transferToImageBitmap()
      giveBack(bottom)
      return picture
    },
    discard: () => {
      for (const sheet of used) if (sheet !== null && !(sheet instanceof PixelSheet)) giveBack(sheet)
    },
  }
}

function asCanvas(sheet: PixelSheet): Context {
  const context = blankCanvas(sheet.width, sheet.height)
  context.putImageData(sheet.image(), 0, 0)
  return context
}

function giveBack({ canvas }: Context): void {
  if (idle.length < maxIdle) idle.push(canvas)
}

function blankCanvas(width: number, height: number): Context {
  const at = idle.findIndex((canvas) => canvas.width === width && canvas.height === height)
  // Those of another size were for another window.
  if (at === -1) idle.length = 0
  const canvas = idle.splice(Math.max(0, at), 1)[0] ?? new OffscreenCanvas(width, height)
  // Painted by the processor, on every machine alike: a graphics card is neither needed nor any faster with thousands of small shapes.
  const context = canvas.getContext('2d', { willReadFrequently: true })
  if (context === null) throw new Error('There is no memory left to draw in.')
  context.reset()
  return context
}

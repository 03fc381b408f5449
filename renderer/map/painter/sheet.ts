/** What a picture is painted on: a sheet each for areas, lines and points, since that is the order in which they lie over one another, whatever order they come in. */

type Context = OffscreenCanvasRenderingContext2D

export type Sheets = {
  areas(): Context
  lines(): Context
  points(): Context
  /** All sheets in one picture; null when none was used. They are blank afterwards. */
  finish(): ImageBitmap | null
  /** Gives blank sheets back without a picture. */
  discard(): void
}

/** Sheets that nobody paints on. Making one costs more than wiping it. */
const idle: OffscreenCanvas[] = []
const maxIdle = 6

export function sheetsOf(width: number, height: number): Sheets {
  const used: (Context | null)[] = [null, null, null]
  const sheet = (place: number) => (): Context => (used[place] ??= blankSheet(width, height))
  const giveBack = (): void => {
    for (const context of used) if (context !== null && idle.length < maxIdle) idle.push(context.canvas)
    used.fill(null)
  }
  return {
    areas: sheet(0),
    lines: sheet(1),
    points: sheet(2),
    finish: () => {
      const [bottom, ...above] = used.filter((context) => context !== null)
      if (bottom === undefined) return null
      for (const { canvas } of above) bottom.drawImage(canvas, 0, 0)
      const picture = bottom.canvas.transferToImageBitmap()
      giveBack()
      return picture
    },
    discard: giveBack,
  }
}

function blankSheet(width: number, height: number): Context {
  const at = idle.findIndex((canvas) => canvas.width === width && canvas.height === height)
  // Sheets of another size were for another window.
  if (at === -1) idle.length = 0
  const canvas = idle.splice(at === -1 ? 0 : at, 1)[0] ?? new OffscreenCanvas(width, height)
  // Painted by the processor, on every machine alike: a graphics card is neither needed nor any faster with thousands of small shapes.
  const context = canvas.getContext('2d', { willReadFrequently: true })
  if (context === null) throw new Error('There is no memory left to draw in.')
  context.reset()
  return context
}

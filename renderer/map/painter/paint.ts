/** Paints the pieces of a cut, in the way in which OpenLayers draws the layers that it has whole: areas one by one, lines of one look together, points on whole pixels. */
import { partKind, wholeShare } from '../../../electron/contract/pieces.ts'
import type { LinePen, Pen, Stroke } from './pens.ts'
import type { Piece } from './pieces.ts'
import type { Sheets } from './sheet.ts'
import type { Stamp } from './stamp.ts'

type Context = OffscreenCanvasRenderingContext2D

/** Lines that are stroked at once: enough to save calls, not so many that their crossing edges have to be sorted out. */
const lineBatch = 128

export class PicturePainter {
  readonly #sheets: Sheets
  readonly #pens: readonly Pen[]
  readonly #rotation: number
  /** Lines in the path that was begun, and their pen. */
  #lines = 0
  #linePen: LinePen | null = null
  #areaClass = -1
  /** Where patterns begin, in pixels of the picture. */
  #origin: readonly [x: number, y: number] = [0, 0]

  /** @param rotation of the picture when it is shown, radians clockwise */
  constructor(sheets: Sheets, pens: readonly Pen[], rotation: number) {
    this.#sheets = sheets
    this.#pens = pens
    this.#rotation = rotation
  }

  /** Pieces that come now are of the world whose middle is there. @param x, y pixels from the picture's north-west corner */
  beginWorld(x: number, y: number, pixelRatio: number): void {
    // As `Executor.fill_` of OpenLayers does it.
    const repeat = 512 * pixelRatio
    this.#origin = [x % repeat, y % repeat]
  }

  paint(piece: Piece): void {
    let part = 0
    for (let feature = 0; feature < piece.features; feature++) {
      const end = piece.partEnds[feature] as number
      const classIndex = piece.classes[feature] as number
      const pen = this.#pens[classIndex] ?? this.#pens.at(-1)
      if (pen === undefined) return
      const share = piece.shares === null ? 0 : (piece.shares[feature] as number) / wholeShare
      while (part < end) {
        const kind = piece.partKinds[part]
        if (kind === partKind.points) this.#points(piece, part++, pen, share)
        else if (kind === partKind.line) this.#line(piece, part++, pen.line(share))
        else part = this.#area(piece, part, end, pen, classIndex)
      }
    }
  }

  finish(): ImageBitmap | null {
    this.#strokeLines()
    return this.#sheets.finish()
  }

  #points({ xy, vertexEnds }: Piece, part: number, pen: Pen, share: number): void {
    const stamp = pen.stamp(share)
    const { pixels, anchor } = stamp
    const to = vertexEnds[part] as number
    for (let vertex = startOf(vertexEnds, part); vertex < to; vertex++) {
      const x = xy[vertex * 2] as number
      const y = xy[vertex * 2 + 1] as number
      if (this.#rotation === 0) this.#sheets.points().stamp(pixels, Math.round(x - anchor), Math.round(y - anchor))
      else this.#turnedStamp(this.#sheets.turnedPoints(), stamp, x, y)
    }
  }

  #turnedStamp(context: Context, { canvas, anchor }: Stamp, x: number, y: number): void {
    const [cos, sin] = [Math.cos(-this.#rotation), Math.sin(-this.#rotation)]
    context.setTransform(cos, sin, -sin, cos, x - x * cos + y * sin, y - x * sin - y * cos)
    context.drawImage(canvas, Math.round(x - anchor), Math.round(y - anchor))
    context.resetTransform()
  }

  #line({ xy, vertexEnds }: Piece, part: number, pen: LinePen): void {
    const from = startOf(vertexEnds, part)
    const to = vertexEnds[part] as number
    const { line, halo } = pen
    if (halo === null && line.dash.length === 0 && isSmall(xy, from, to)) {
      this.#sheets.smallLines().shape(xy, from, to, line.ink, line.width, null)
      return
    }
    const under = halo === null ? null : this.#sheets.halos()
    const context = this.#sheets.lines()
    if (this.#linePen?.key !== pen.key || this.#lines >= lineBatch) {
      this.#strokeLines()
      if (this.#linePen?.key !== pen.key) {
        takeStroke(context, line)
        if (under !== null && halo !== null) takeStroke(under, halo)
      }
      this.#linePen = pen
      context.beginPath()
      under?.beginPath()
    }
    if (to - from === 1) {
      const [x, y] = [xy[from * 2] as number, xy[from * 2 + 1] as number]
      dot(context, line, x, y)
      if (under !== null && halo !== null) dot(under, halo, x, y)
    } else {
      trace(context, xy, from, to, false)
      if (under !== null) trace(under, xy, from, to, false)
    }
    this.#lines += 1
  }

  #strokeLines(): void {
    if (this.#lines > 0) {
      this.#sheets.lines().stroke()
      if (this.#linePen?.halo !== null) this.#sheets.halos().stroke()
    }
    this.#lines = 0
  }

  /** A pattern lies on the world, not on the picture. */
  #fill(context: Context, pen: Pen): void {
    if (pen.fillInk !== null) {
      context.fill()
      return
    }
    context.save()
    context.translate(...this.#origin)
    context.fill()
    context.restore()
  }

  /** An outer ring and its holes. @returns the part after them */
  #area({ xy, vertexEnds, partKinds }: Piece, part: number, end: number, pen: Pen, classIndex: number): number {
    const from = startOf(vertexEnds, part)
    const to = vertexEnds[part] as number
    const isWhole = part + 1 >= end || partKinds[part + 1] !== partKind.hole
    const { outline } = pen
    const { fillInk } = pen
    if (fillInk !== null && isWhole && (outline === null || outline.dash.length === 0) && isSmall(xy, from, to)) {
      const sheet = this.#sheets.smallAreas()
      if (to - from === 1 && outline === null) sheet.dot(xy[from * 2] as number, xy[from * 2 + 1] as number, fillInk)
      else sheet.shape(xy, from, to, outline?.ink ?? null, outline?.width ?? 0, fillInk)
      return part + 1
    }
    const context = this.#sheets.areas()
    if (this.#areaClass !== classIndex) {
      this.#areaClass = classIndex
      context.fillStyle = pen.fill
      if (outline !== null) takeStroke(context, outline)
    }
    if (to - from === 1) {
      if (outline !== null) dot(context, outline, xy[from * 2] as number, xy[from * 2 + 1] as number)
      return part + 1
    }
    // An outer ring goes around clockwise, and a hole the other way, so that all that is inside of it is outside. By itself and without dashes, a ring looks alike either way.
    const hasDirection = !isWhole || (outline !== null && outline.dash.length > 0)
    context.beginPath()
    trace(context, xy, from, to, hasDirection && turnOf(xy, from, to) < 0)
    context.closePath()
    let after = part + 1
    for (; after < end && partKinds[after] === partKind.hole; after++) {
      const holeFrom = vertexEnds[after - 1] as number
      const holeTo = vertexEnds[after] as number
      trace(context, xy, holeFrom, holeTo, turnOf(xy, holeFrom, holeTo) > 0)
      context.closePath()
    }
    this.#fill(context, pen)
    if (outline !== null) context.stroke()
    return after
  }
}

/** A shape costs the pixels around it times its vertices: below this, that is less than what a canvas takes for any shape. */
const maxSmallCost = 500

function isSmall(xy: Float32Array, from: number, to: number): boolean {
  const count = to - from
  if (count > maxSmallCost / 9) return false
  let [minX, minY, maxX, maxY] = [Infinity, Infinity, -Infinity, -Infinity]
  for (let at = from * 2; at < to * 2; at += 2) {
    const x = xy[at] as number
    const y = xy[at + 1] as number
    if (x < minX) minX = x
    if (x > maxX) maxX = x
    if (y < minY) minY = y
    if (y > maxY) maxY = y
  }
  return (maxX - minX + 3) * (maxY - minY + 3) * count <= maxSmallCost
}

const startOf = (vertexEnds: Uint32Array, part: number): number => (part === 0 ? 0 : (vertexEnds[part - 1] as number))

/** Adds vertices to a path, on from the first or back to it; those that are on the pixel of the one before are left out, but for the last. */
function trace(context: Context, xy: Float32Array, from: number, to: number, isBack: boolean): void {
  let x = xy[from * 2] as number
  let y = xy[from * 2 + 1] as number
  context.moveTo(x, y)
  if (to - from === 1) context.lineTo(x, y)
  let column = (x + 0.5) | 0
  let row = (y + 0.5) | 0
  const count = to - from
  for (let i = 1; i < count; i++) {
    const vertex = isBack ? to - i : from + i
    x = xy[vertex * 2] as number
    y = xy[vertex * 2 + 1] as number
    const nextColumn = (x + 0.5) | 0
    const nextRow = (y + 0.5) | 0
    if (nextColumn === column && nextRow === row && i < count - 1) continue
    context.lineTo(x, y)
    column = nextColumn
    row = nextRow
  }
}

/** Above 0 for a ring that goes around clockwise. */
function turnOf(xy: Float32Array, from: number, to: number): number {
  let area = 0
  for (let vertex = from, before = to - 1; vertex < to; before = vertex++) {
    area += (xy[before * 2] as number) * (xy[vertex * 2 + 1] as number) - (xy[vertex * 2] as number) * (xy[before * 2 + 1] as number)
  }
  return area
}

/** What is too small for a stroke of its own is as wide as the stroke. */
function dot(context: Context, { width, color }: Stroke, x: number, y: number): void {
  const path = new Path2D()
  path.arc(x, y, width / 2, 0, 2 * Math.PI)
  const fill = context.fillStyle
  context.fillStyle = color
  context.fill(path, 'nonzero')
  context.fillStyle = fill
}

function takeStroke(context: Context, { color, width, dash, cap }: Stroke): void {
  context.strokeStyle = color
  context.lineWidth = width
  context.lineCap = cap
  context.lineJoin = 'round'
  context.setLineDash(dash)
}

/** Draws a recording on a real canvas: all of it, or the part that a band of a large picture needs. */
import { identity, type Matrix, multiplied, scaleOf } from './matrix.ts'
import { type Bounds, movedBounds } from './path.ts'
import type { Clip, DrawingOp, FillOp, ImageOp, Op, Paint, Pen, Recording, StrokeOp, TextOp, Tile } from './recording.ts'
import { rectangle } from './context.ts'

export type RealContext = CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D

export type Target = {
  /** From the pixels of the recording to those of the canvas. */
  matrix: Matrix
  /** Of the canvas. What lies outside is left out. */
  width: number
  height: number
}

/** Letters hang over the box that they are measured by, and a line ends in a point. */
const sparePx = 4

/** @param context with its untouched state; it is left so */
export function replay(recording: Recording, context: RealContext, { matrix, width, height }: Target): void {
  new Replay(context, seenOf(width, height)).run(recording, matrix, null)
}

/**
 * Draws on canvases that lie on one another: what is let through as a whole has one of its own, since a canvas that is printed can be let through by its
 * element alone.
 *
 * @param nextPlane gives the canvas over the last one, and hears how much of it is to be seen
 */
export function replayInPlanes(recording: Recording, nextPlane: (opacity: number) => RealContext, { matrix, width, height }: Target): void {
  new Replay(nextPlane(1), seenOf(width, height), nextPlane).run(recording, matrix, null)
}

const seenOf = (width: number, height: number): Bounds => ({
  minX: -sparePx,
  minY: -sparePx,
  maxX: width + sparePx,
  maxY: height + sparePx,
})

/** Clips of the drawings around, each in the pixels of its own recording. */
type Within = { clip: Clip; matrix: Matrix; within: Within | null }

class Replay {
  #context: RealContext
  readonly #seen: Bounds
  readonly #nextPlane: ((opacity: number) => RealContext) | null
  #opacity = 1
  /** The clips that the context has now. */
  #clip: Clip | null = null
  #within: Within | null = null
  readonly #tiles = new Map<Recording, CanvasPattern>()

  constructor(context: RealContext, seen: Bounds, nextPlane: ((opacity: number) => RealContext) | null = null) {
    this.#context = context
    this.#seen = seen
    this.#nextPlane = nextPlane
  }

  run({ ops }: Recording, matrix: Matrix, within: Within | null): void {
    for (const op of ops) this.#draw(op, matrix, within)
    this.#unclip()
  }

  #draw(op: Op, matrix: Matrix, within: Within | null): void {
    switch (op.kind) {
      case 'begin':
      case 'end':
        return undefined
      case 'fill':
        return this.#fill(op, matrix, within)
      case 'stroke':
        return this.#stroke(op, matrix, within)
      case 'text':
        return this.#text(op, matrix, within)
      case 'image':
        return this.#image(op, matrix, within)
      case 'drawing':
        return this.#drawing(op, matrix, within)
    }
  }

  #fill(op: FillOp, matrix: Matrix, within: Within | null): void {
    if (!this.#isSeen(op.path.bounds, matrix, 0)) return
    const { path, rule, paint } = op
    const context = this.#begin(op, matrix, within)
    context.fillStyle = this.#paint(paint, matrix)
    context.beginPath()
    path.trace(context, matrix)
    context.fill(rule)
  }

  #stroke(op: StrokeOp, matrix: Matrix, within: Within | null): void {
    const { path, pen, paint } = op
    if (!this.#isSeen(path.bounds, matrix, pen.widthPx * (pen.join === 'miter' ? pen.miterLimit : 1))) return
    const context = this.#begin(op, matrix, within)
    context.strokeStyle = this.#paint(paint, matrix)
    setPen(context, pen, scaleOf(matrix))
    context.beginPath()
    path.trace(context, matrix)
    context.stroke()
  }

  #text(op: TextOp, outer: Matrix, within: Within | null): void {
    const { text, x, y, lettering, pen, paint } = op
    const matrix = multiplied(outer, op.matrix)
    if (!this.#isSeen(op.bounds, matrix, 0)) return
    const context = this.#begin(op, outer, within)
    context.setTransform(...matrix)
    context.font = lettering.font
    context.textAlign = lettering.align
    context.textBaseline = lettering.baseline
    context.direction = lettering.direction
    if (pen === null) {
      context.fillStyle = this.#paint(paint, identity)
      context.fillText(text, x, y)
    } else {
      context.strokeStyle = this.#paint(paint, identity)
      setPen(context, pen, 1)
      context.strokeText(text, x, y)
    }
    context.setTransform(...identity)
  }

  #image(op: ImageOp, outer: Matrix, within: Within | null): void {
    const { picture, source, target, smoothing } = op
    const matrix = multiplied(outer, op.matrix)
    const [x, y, width, height] = target
    if (!this.#isSeen({ minX: x, minY: y, maxX: x + width, maxY: y + height }, matrix, 0)) return
    const context = this.#begin(op, outer, within)
    context.setTransform(...matrix)
    context.imageSmoothingEnabled = smoothing
    context.imageSmoothingQuality = 'high'
    context.drawImage(picture, ...source, ...target)
    context.setTransform(...identity)
  }

  /** One that is not let through needs no canvas of its own: it is drawn where it lies. */
  #drawing(op: DrawingOp, outer: Matrix, within: Within | null): void {
    const { recording } = op
    const { width, height } = recording
    const matrix = multiplied(outer, op.matrix)
    if (!this.#isSeen({ minX: 0, minY: 0, maxX: width, maxY: height }, matrix, 0)) return
    const around = op.clip === null ? within : { clip: op.clip, matrix: outer, within }
    const edge: Clip = { path: rectangle(identity, [0, 0, width, height]), rule: 'nonzero', within: null }
    const inside = isSprite(recording) ? around : { clip: edge, matrix, within: around }
    if (op.alpha === 1 && op.blend === 'source-over') {
      for (const one of recording.ops) this.#draw(one, matrix, inside)
      return
    }
    if (this.#nextPlane !== null) return this.#inPlane(op, matrix, inside, this.#nextPlane)
    const layer = this.#layer()
    new Replay(layer, this.#seen).run(recording, matrix, inside)
    const context = this.#begin({ ...op, clip: null }, outer, null)
    context.drawImage(layer.canvas, 0, 0)
  }

  #inPlane({ recording, alpha }: DrawingOp, matrix: Matrix, inside: Within | null, nextPlane: (opacity: number) => RealContext): void {
    const opacity = this.#opacity
    this.#turnTo(nextPlane, opacity * alpha)
    for (const one of recording.ops) this.#draw(one, matrix, inside)
    this.#turnTo(nextPlane, opacity)
  }

  #turnTo(nextPlane: (opacity: number) => RealContext, opacity: number): void {
    this.#unclip()
    this.#tiles.clear()
    this.#opacity = opacity
    this.#context = nextPlane(opacity)
  }

  /** A canvas as large as the one that is drawn on. */
  #layer(): OffscreenCanvasRenderingContext2D {
    const { width, height } = this.#context.canvas
    const layer = new OffscreenCanvas(width, height).getContext('2d', { willReadFrequently: true })
    if (layer === null) throw new Error('There is no canvas to draw on.')
    return layer
  }

  #begin(
    { alpha, blend, clip }: Pick<Op & { kind: 'fill' }, 'alpha' | 'blend' | 'clip'>,
    matrix: Matrix,
    within: Within | null,
  ): RealContext {
    const context = this.#context
    if (clip !== this.#clip || within !== this.#within) {
      this.#unclip()
      if (clip !== null || within !== null) {
        context.save()
        this.#clipTo(within)
        clipChain(context, clip, matrix)
      }
      this.#clip = clip
      this.#within = within
    }
    context.globalAlpha = alpha
    context.globalCompositeOperation = blend
    return context
  }

  #clipTo(within: Within | null): void {
    if (within === null) return
    this.#clipTo(within.within)
    clipChain(this.#context, within.clip, within.matrix)
  }

  #unclip(): void {
    if (this.#clip !== null || this.#within !== null) this.#context.restore()
    this.#clip = null
    this.#within = null
  }

  #isSeen(bounds: Bounds, matrix: Matrix, spare: number): boolean {
    const { minX, minY, maxX, maxY } = movedBounds(bounds, matrix)
    const more = spare * scaleOf(matrix)
    return (
      minX - more <= this.#seen.maxX && maxX + more >= this.#seen.minX && minY - more <= this.#seen.maxY && maxY + more >= this.#seen.minY
    )
  }

  #paint(paint: Paint, matrix: Matrix): string | CanvasPattern {
    if (typeof paint === 'string') return paint
    const pattern = this.#tiles.get(paint.recording) ?? patternOf(this.#context, paint)
    this.#tiles.set(paint.recording, pattern)
    const [a, b, c, d, e, f] = multiplied(matrix, paint.matrix)
    pattern.setTransform({ a, b, c, d, e, f })
    return pattern
  }
}

/** Small drawings (marks of points) are drawn within their canvas; they need no edge. */
export const isSprite = ({ width, height }: Recording): boolean => width * height < 250_000 && width > 1

function patternOf(context: RealContext, { recording }: Tile): CanvasPattern {
  const tile = new OffscreenCanvas(recording.width, recording.height)
  const inside = tile.getContext('2d', { willReadFrequently: true })
  if (inside === null) throw new Error('There is no canvas to draw on.')
  replay(recording, inside, { matrix: identity, width: recording.width, height: recording.height })
  const pattern = context.createPattern(tile, 'repeat')
  if (pattern === null) throw new Error('There is no canvas to draw on.')
  return pattern
}

function clipChain(context: RealContext, clip: Clip | null, matrix: Matrix): void {
  if (clip === null) return
  clipChain(context, clip.within, matrix)
  context.beginPath()
  clip.path.trace(context, matrix)
  context.clip(clip.rule)
}

function setPen(context: RealContext, { widthPx, cap, join, miterLimit, dash, dashOffset }: Pen, scale: number): void {
  context.lineWidth = widthPx * scale
  context.lineCap = cap
  context.lineJoin = join
  context.miterLimit = miterLimit
  context.setLineDash(dash.map((length) => length * scale))
  context.lineDashOffset = dashOffset * scale
}

/**
 * What was drawn on a canvas, kept as what it is: paths, letters, pictures. A page is drawn once and recorded; every format is made from the recording, in
 * pieces where it is larger than a canvas. Everything has its final place in the coordinates of its recording: no state has to be followed.
 */
import type { Matrix } from './matrix.ts'
import type { Bounds, RecordedPath } from './path.ts'

export type Recording = {
  /** In pixels of the canvas that was drawn on; what is outside was not seen. */
  width: number
  height: number
  ops: Op[]
}

/** A pattern that repeats, in the pixels of what is drawn with it. */
export type Tile = { kind: 'tile'; recording: Recording; matrix: Matrix }
/** A CSS colour, or a pattern. */
export type Paint = string | Tile

/** Only inside of the path, and inside of what was the clip before. */
export type Clip = { path: RecordedPath; rule: CanvasFillRule; within: Clip | null }

type Common = {
  alpha: number
  clip: Clip | null
  blend: GlobalCompositeOperation
}

export type Pen = {
  widthPx: number
  cap: CanvasLineCap
  join: CanvasLineJoin
  miterLimit: number
  dash: readonly number[]
  dashOffset: number
}

export type Lettering = {
  /** CSS font. */
  font: string
  align: CanvasTextAlign
  baseline: CanvasTextBaseline
  direction: 'ltr' | 'rtl'
}

export type FillOp = Common & { kind: 'fill'; path: RecordedPath; rule: CanvasFillRule; paint: Paint }
/** `pen` is in the pixels of the recording. */
export type StrokeOp = Common & { kind: 'stroke'; path: RecordedPath; paint: Paint; pen: Pen }
/** At `x`, `y` under `matrix`; `pen` is null for filled letters and in the letters' own units for their outline. */
export type TextOp = Common & {
  kind: 'text'
  text: string
  x: number
  y: number
  matrix: Matrix
  lettering: Lettering
  paint: Paint
  pen: Pen | null
  bounds: Bounds
}
export type Picture = HTMLImageElement | ImageBitmap | OffscreenCanvas
/** A part of a picture, on a rectangle under `matrix`. */
export type ImageOp = Common & {
  kind: 'image'
  picture: Picture
  source: Rectangle
  target: Rectangle
  matrix: Matrix
  smoothing: boolean
}
/** What was drawn on another canvas, drawn from there: a whole that may be let through as such. Its recording lies under `matrix`. */
export type DrawingOp = Common & { kind: 'drawing'; recording: Recording; matrix: Matrix }
/** What follows belongs to a part of the page that has a name, until `end`. */
export type BeginOp = { kind: 'begin'; name: string }
export type EndOp = { kind: 'end' }

export type Rectangle = readonly [x: number, y: number, width: number, height: number]
export type Op = FillOp | StrokeOp | TextOp | ImageOp | DrawingOp | BeginOp | EndOp

export const newRecording = (width: number, height: number): Recording => ({ width, height, ops: [] })

/** All operations, those of drawings within drawings included. */
export function* everyOp({ ops }: Recording): Generator<Op> {
  for (const op of ops) {
    yield op
    if (op.kind === 'drawing') yield* everyOp(op.recording)
  }
}

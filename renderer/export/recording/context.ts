/**
 * A canvas context that records. It has the part of CanvasRenderingContext2D that OpenLayers and the page's painter use; what it has not is the browser's own
 * and throws when it is called, so that nothing is left out of a page in silence. Source of the meaning of each call: HTML Living Standard, §4.12.5.1.
 *
 * As long as it is since the interface is: a member for each that is used, most of a line or two, over one state.
 */
import { identity, type Matrix, multiplied, scaleOf, scaling, translation, turnOf } from './matrix.ts'
import { RecordedPath } from './path.ts'
import type { Clip, Lettering, Op, Paint, Pen, Rectangle, Recording, Tile } from './recording.ts'

/** What a context keeps on its stack. */
type State = {
  matrix: Matrix
  clip: Clip | null
  dash: readonly number[]
  values: Record<(typeof stateNames)[number], unknown>
}

const stateNames = [
  'fillStyle',
  'strokeStyle',
  'lineWidth',
  'lineCap',
  'lineJoin',
  'miterLimit',
  'lineDashOffset',
  'globalAlpha',
  'globalCompositeOperation',
  'font',
  'textAlign',
  'textBaseline',
  'direction',
  'imageSmoothingEnabled',
  'imageSmoothingQuality',
] as const

export type ContextHost = {
  canvas: HTMLCanvasElement
  /** What was drawn on another canvas, where that one is recorded too. */
  recordingOf: (canvas: HTMLCanvasElement) => Recording | null
  /** Pixels of what was recorded: for those who read what they drew. */
  pixels: (recording: Recording, box: Rectangle) => ImageData
  measure: (text: string, font: string, lettering: Lettering) => TextMetrics
}

export class RecordingContext {
  fillStyle: unknown = '#000000'
  strokeStyle: unknown = '#000000'
  lineWidth = 1
  lineCap: CanvasLineCap = 'butt'
  lineJoin: CanvasLineJoin = 'miter'
  miterLimit = 10
  lineDashOffset = 0
  globalAlpha = 1
  globalCompositeOperation: GlobalCompositeOperation = 'source-over'
  font = '10px sans-serif'
  textAlign: CanvasTextAlign = 'start'
  textBaseline: CanvasTextBaseline = 'alphabetic'
  direction: CanvasDirection = 'ltr'
  imageSmoothingEnabled = true
  imageSmoothingQuality: ImageSmoothingQuality = 'low'
  readonly canvas: HTMLCanvasElement
  readonly #host: ContextHost
  #recording: Recording
  #matrix: Matrix = identity
  #clip: Clip | null = null
  #dash: readonly number[] = []
  #path = new RecordedPath()
  /** Whether an operation has the path: then it is copied before it goes on. */
  #isShared = false
  #stack: State[] = []

  constructor(host: ContextHost) {
    this.#host = host
    this.canvas = host.canvas
    this.#recording = this.#blank()
  }

  /** What is on the canvas now. A canvas that is wiped or given a size begins a new one. */
  get recording(): Recording {
    return this.#recording
  }

  reset(): void {
    Object.assign(this, initialState)
    this.#recording = this.#blank()
    this.#matrix = identity
    this.#clip = null
    this.#dash = []
    this.#stack = []
    this.beginPath()
  }

  /** What follows belongs to a part of the page. Parts may lie within parts. */
  beginGroup(name: string): void {
    this.#add({ kind: 'begin', name })
  }

  endGroup(): void {
    this.#add({ kind: 'end' })
  }

  save(): void {
    const values = Object.fromEntries(stateNames.map((name) => [name, this[name]])) as State['values']
    this.#stack.push({ matrix: this.#matrix, clip: this.#clip, dash: this.#dash, values })
  }

  restore(): void {
    const state = this.#stack.pop()
    if (state === undefined) return
    Object.assign(this, state.values)
    this.#matrix = state.matrix
    this.#clip = state.clip
    this.#dash = state.dash
  }

  translate(x: number, y: number): void {
    this.#matrix = multiplied(this.#matrix, translation(x, y))
  }

  scale(x: number, y: number): void {
    this.#matrix = multiplied(this.#matrix, scaling(x, y))
  }

  rotate(angle: number): void {
    const [cos, sin] = [Math.cos(angle), Math.sin(angle)]
    this.#matrix = multiplied(this.#matrix, [cos, sin, -sin, cos, 0, 0])
  }

  transform(...matrix: [number, number, number, number, number, number]): void {
    this.#matrix = multiplied(this.#matrix, matrix)
  }

  setTransform(...given: [number, number, number, number, number, number] | [DOMMatrix2DInit?]): void {
    this.#matrix = asMatrix(given)
  }

  resetTransform(): void {
    this.#matrix = identity
  }

  getTransform(): DOMMatrix {
    return new DOMMatrix([...this.#matrix])
  }

  beginPath(): void {
    this.#path = new RecordedPath()
    this.#isShared = false
  }

  moveTo(x: number, y: number): void {
    this.#growing().moveTo(...this.#at(x, y))
  }

  lineTo(x: number, y: number): void {
    this.#growing().lineTo(...this.#at(x, y))
  }

  closePath(): void {
    this.#growing().close()
  }

  rect(x: number, y: number, width: number, height: number): void {
    traceRectangle(this.#growing(), this.#matrix, [x, y, width, height])
  }

  arc(x: number, y: number, radius: number, start: number, end: number, counterclockwise = false): void {
    const [scale, turn] = [scaleOf(this.#matrix), turnOf(this.#matrix)]
    this.#growing().arc(...this.#at(x, y), radius * scale, start + turn, end + turn, counterclockwise)
  }

  /** One radius for all corners is all that is drawn here. */
  roundRect(x: number, y: number, width: number, height: number, radius: number): void {
    const r = Math.min(radius, width / 2, height / 2)
    this.moveTo(x + r, y)
    this.arc(x + width - r, y + r, r, -Math.PI / 2, 0)
    this.arc(x + width - r, y + height - r, r, 0, Math.PI / 2)
    this.arc(x + r, y + height - r, r, Math.PI / 2, Math.PI)
    this.arc(x + r, y + r, r, Math.PI, Math.PI * 1.5)
    this.closePath()
  }

  fill(rule: CanvasFillRule = 'nonzero'): void {
    if (!this.#path.isEmpty) this.#addFill(this.#taken(), rule)
  }

  stroke(): void {
    if (this.#path.isEmpty || !(this.lineWidth > 0)) return
    const paint = this.#paint(this.strokeStyle)
    if (paint !== null) this.#add({ kind: 'stroke', path: this.#taken(), paint, pen: this.#pen(scaleOf(this.#matrix)), ...this.#common() })
  }

  clip(rule: CanvasFillRule = 'nonzero'): void {
    this.#clip = { path: this.#taken(), rule, within: this.#clip }
  }

  fillRect(...box: [number, number, number, number]): void {
    this.#addFill(rectangle(this.#matrix, box), 'nonzero')
  }

  clearRect(x: number, y: number, width: number, height: number): void {
    const [left, top] = this.#at(x, y)
    const [right, bottom] = this.#at(x + width, y + height)
    const isAll = left <= 0 && top <= 0 && right >= this.canvas.width && bottom >= this.canvas.height
    if (!isAll) throw new Error('Only a whole canvas can be wiped while a page is recorded.')
    this.#recording = this.#blank()
  }

  setLineDash(dash: readonly number[]): void {
    this.#dash = [...dash]
  }

  getLineDash(): number[] {
    return [...this.#dash]
  }

  fillText(text: string, x: number, y: number): void {
    const paint = this.#paint(this.fillStyle)
    if (paint !== null) this.#addText(text, x, y, paint, null)
  }

  strokeText(text: string, x: number, y: number): void {
    const paint = this.#paint(this.strokeStyle)
    if (paint !== null && this.lineWidth > 0) this.#addText(text, x, y, paint, this.#pen(1))
  }

  measureText(text: string): TextMetrics {
    return this.#host.measure(text, this.font, this.#lettering())
  }

  drawImage(image: CanvasImageSource, ...numbers: number[]): void {
    // What nobody sees only keeps a place.
    if (this.globalAlpha === 0) return
    if (!isPicture(image)) throw new Error('A picture of this kind cannot be recorded.')
    const recording = image instanceof HTMLCanvasElement ? this.#host.recordingOf(image) : null
    const [naturalWidth, naturalHeight] = recording === null ? naturalSize(image) : [recording.width, recording.height]
    if (naturalWidth === 0 || naturalHeight === 0) return
    const { source, target } = rectanglesOf(numbers, naturalWidth, naturalHeight)
    if (source[2] === 0 || source[3] === 0 || target[2] === 0 || target[3] === 0) return
    const matrix = this.#matrix
    if (recording === null) {
      if (image instanceof HTMLCanvasElement) throw new Error('A canvas that is not recorded cannot be drawn on one that is.')
      this.#add({ kind: 'image', picture: image, source, target, matrix, smoothing: this.imageSmoothingEnabled, ...this.#common() })
      return
    }
    const [scaleX, scaleY] = [target[2] / source[2], target[3] / source[3]]
    const place = multiplied(matrix, [scaleX, 0, 0, scaleY, target[0] - source[0] * scaleX, target[1] - source[1] * scaleY])
    const isWhole = source[0] <= 0 && source[1] <= 0 && source[2] >= recording.width && source[3] >= recording.height
    const common = this.#common()
    const clip = isWhole ? common.clip : { path: rectangle(matrix, target), rule: 'nonzero' as const, within: common.clip }
    this.#add({ kind: 'drawing', recording, matrix: place, ...common, clip })
  }

  createPattern(image: CanvasImageSource): CanvasPattern | null {
    const recording = image instanceof HTMLCanvasElement ? this.#host.recordingOf(image) : null
    if (recording === null) throw new Error('A pattern of this kind cannot be recorded.')
    const tile: Tile = { kind: 'tile', recording, matrix: identity }
    return tile as unknown as CanvasPattern
  }

  getImageData(x: number, y: number, width: number, height: number): ImageData {
    return this.#host.pixels(this.#recording, [x, y, width, height])
  }

  #blank(): Recording {
    return { width: this.canvas.width, height: this.canvas.height, ops: [] }
  }

  #add(op: Op): void {
    if ('alpha' in op && op.alpha === 0) return
    this.#recording.ops.push(op)
  }

  #addFill(path: RecordedPath, rule: CanvasFillRule): void {
    const paint = this.#paint(this.fillStyle)
    if (paint !== null) this.#add({ kind: 'fill', path, rule, paint, ...this.#common() })
  }

  #addText(text: string, x: number, y: number, paint: Paint, pen: Pen | null): void {
    const lettering = this.#lettering()
    const metrics = this.#host.measure(text, this.font, lettering)
    const edge = (pen?.widthPx ?? 0) / 2
    const bounds = {
      minX: x - metrics.actualBoundingBoxLeft - edge,
      maxX: x + metrics.actualBoundingBoxRight + edge,
      minY: y - metrics.actualBoundingBoxAscent - edge,
      maxY: y + metrics.actualBoundingBoxDescent + edge,
    }
    this.#add({ kind: 'text', text, x, y, matrix: this.#matrix, lettering, paint, pen, bounds, ...this.#common() })
  }

  #common(): { alpha: number; clip: Clip | null; blend: GlobalCompositeOperation } {
    return { alpha: this.globalAlpha, clip: this.#clip, blend: this.globalCompositeOperation }
  }

  #pen(scale: number): Pen {
    return {
      widthPx: this.lineWidth * scale,
      cap: this.lineCap,
      join: this.lineJoin,
      miterLimit: this.miterLimit,
      dash: this.#dash.map((length) => length * scale),
      dashOffset: (this.lineDashOffset || 0) * scale,
    }
  }

  #lettering(): Lettering {
    return {
      font: this.font,
      align: this.textAlign,
      baseline: this.textBaseline,
      direction: this.direction === 'rtl' ? 'rtl' : 'ltr',
    }
  }

  /** Null for what a canvas would not take: it would keep the paint before. */
  #paint(style: unknown): Paint | null {
    if (typeof style === 'string') return style
    if (isTile(style)) return { ...style, matrix: this.#matrix }
    return null
  }

  #at(x: number, y: number): [number, number] {
    const [a, b, c, d, e, f] = this.#matrix
    return [a * x + c * y + e, b * x + d * y + f]
  }

  #growing(): RecordedPath {
    if (this.#isShared) {
      this.#path = this.#path.copy()
      this.#isShared = false
    }
    return this.#path
  }

  #taken(): RecordedPath {
    this.#isShared = true
    return this.#path
  }
}

const initialState = {
  fillStyle: '#000000',
  strokeStyle: '#000000',
  lineWidth: 1,
  lineCap: 'butt',
  lineJoin: 'miter',
  miterLimit: 10,
  lineDashOffset: 0,
  globalAlpha: 1,
  globalCompositeOperation: 'source-over',
  font: '10px sans-serif',
  textAlign: 'start',
  textBaseline: 'alphabetic',
  direction: 'ltr',
  imageSmoothingEnabled: true,
  imageSmoothingQuality: 'low',
} as const

export function rectangle(matrix: Matrix, box: Rectangle): RecordedPath {
  const path = new RecordedPath()
  traceRectangle(path, matrix, box)
  return path
}

function traceRectangle(path: RecordedPath, [a, b, c, d, e, f]: Matrix, [x, y, width, height]: Rectangle): void {
  const at = (px: number, py: number): [number, number] => [a * px + c * py + e, b * px + d * py + f]
  path.moveTo(...at(x, y))
  path.lineTo(...at(x + width, y))
  path.lineTo(...at(x + width, y + height))
  path.lineTo(...at(x, y + height))
  path.close()
}

function asMatrix(given: readonly (number | DOMMatrix2DInit | undefined)[]): Matrix {
  const [first] = given
  if (typeof first === 'object') {
    const { a = 1, b = 0, c = 0, d = 1, e = 0, f = 0 } = first
    return [a, b, c, d, e, f]
  }
  return given.length === 6 ? (given as unknown as Matrix) : identity
}

/** The three ways to say where: HTML Living Standard, §4.12.5.1.14. */
function rectanglesOf(numbers: readonly number[], width: number, height: number): { source: Rectangle; target: Rectangle } {
  const whole: Rectangle = [0, 0, width, height]
  const [a = 0, b = 0, c = width, d = height] = numbers
  if (numbers.length <= 4) return { source: whole, target: [a, b, c, d] }
  const [, , , , e = 0, f = 0, g = 0, h = 0] = numbers
  // What lies beyond the picture is nothing: the part that is there goes to its share of the target.
  const [left, top] = [Math.max(0, a), Math.max(0, b)]
  const [right, bottom] = [Math.min(width, a + c), Math.min(height, b + d)]
  const [scaleX, scaleY] = [g / c, h / d]
  const source: Rectangle = [left, top, Math.max(0, right - left), Math.max(0, bottom - top)]
  return { source, target: [e + (left - a) * scaleX, f + (top - b) * scaleY, source[2] * scaleX, source[3] * scaleY] }
}

type Drawable = HTMLCanvasElement | HTMLImageElement | ImageBitmap | OffscreenCanvas

const isPicture = (image: CanvasImageSource): image is Drawable =>
  image instanceof HTMLCanvasElement ||
  image instanceof HTMLImageElement ||
  image instanceof ImageBitmap ||
  image instanceof OffscreenCanvas

const naturalSize = (image: Drawable): [number, number] =>
  image instanceof HTMLImageElement ? [image.naturalWidth, image.naturalHeight] : [image.width, image.height]

const isTile = (style: unknown): style is Tile => typeof style === 'object' && style !== null && 'kind' in style && style.kind === 'tile'

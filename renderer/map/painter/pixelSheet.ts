/**
 * A sheet whose pixels are set one by one. A canvas takes some microseconds for every shape, however small; most shapes of a big layer are of a few pixels, and those are
 * done here in a fraction of that. Pixels are premultiplied RGBA in eight bits, and painted over one another, as in a canvas.
 */

/** Red, green, blue and opacity, 0 to 1. */
export type Ink = readonly [r: number, g: number, b: number, a: number]

/** A mark as pixels. */
export type PixelStamp = { side: number; pixels: Uint32Array }

export class PixelSheet {
  readonly width: number
  readonly height: number
  /** Premultiplied RGBA, row by row. */
  readonly pixels: Uint32Array

  constructor(width: number, height: number) {
    this.width = width
    this.height = height
    this.pixels = new Uint32Array(width * height)
  }

  /** Puts a mark on the sheet. @param x, y whole pixels, of its corner */
  stamp({ side, pixels }: PixelStamp, x: number, y: number): void {
    const target = this.pixels
    const [left, right] = [Math.max(0, -x), Math.min(side, this.width - x)]
    const bottom = Math.min(side, this.height - y)
    for (let row = Math.max(0, -y); row < bottom; row++) {
      const from = row * side
      const to = (y + row) * this.width + x
      for (let column = left; column < right; column++) {
        const source = pixels[from + column] as number
        const alpha = source >>> 24
        if (alpha === 255) target[to + column] = source
        else if (alpha > 0) target[to + column] = over(source, target[to + column] as number, alpha)
      }
    }
  }

  /**
   * Draws a small line or ring: what of each pixel is within half a width of it, by the distance of the pixel's middle.
   *
   * @param from first vertex @param to vertex after the last
   * @param fill of a ring; null for a line
   */
  shape(xy: Float32Array, from: number, to: number, stroke: Ink | null, width: number, fill: Ink | null): void {
    const half = stroke === null ? 0 : width / 2
    const reach = half + 0.5
    const [minX, minY, maxX, maxY] = this.#boxOf(xy, from, to, reach)
    const finished = finishedBy(stroke, fill)
    let edges = 0
    for (let y = minY; y < maxY; y++) {
      for (let x = minX; x < maxX; x++) {
        const at = y * this.width + x
        // In a crowd, most pixels are as the shape would leave them.
        if (this.pixels[at] === finished) continue
        if (edges === 0) edges = layEdges(xy, from, to, fill !== null)
        const signed = distanceAt(x + 0.5, y + 0.5, edges, fill !== null)
        if (signed >= reach) continue
        const distance = signed < 0 ? -signed : signed
        if (fill !== null && signed < 0.5) this.#paint(at, fill, signed < -0.5 ? 1 : 0.5 - signed)
        if (stroke !== null && distance < reach) {
          const near = distance + half
          const far = distance - half
          this.#paint(at, stroke, (near < 0.5 ? near : 0.5) - (far > -0.5 ? far : -0.5))
        }
      }
    }
  }

  /** Fills one pixel. */
  dot(x: number, y: number, ink: Ink): void {
    const [column, row] = [Math.floor(x), Math.floor(y)]
    if (column >= 0 && row >= 0 && column < this.width && row < this.height) this.#paint(row * this.width + column, ink, 1)
  }

  /** The sheet as a canvas takes it: not premultiplied. */
  image(): ImageData {
    const pixels = this.pixels
    const image = new ImageData(this.width, this.height)
    const target = new Uint32Array(image.data.buffer)
    for (let i = 0; i < pixels.length; i++) {
      const pixel = pixels[i] as number
      const alpha = pixel >>> 24
      if (alpha === 0) continue
      if (alpha === 255) {
        target[i] = pixel
        continue
      }
      const r = Math.min(255, Math.round(((pixel & 255) * 255) / alpha))
      const g = Math.min(255, Math.round((((pixel >> 8) & 255) * 255) / alpha))
      const b = Math.min(255, Math.round((((pixel >> 16) & 255) * 255) / alpha))
      target[i] = ((alpha << 24) | (b << 16) | (g << 8) | r) >>> 0
    }
    return image
  }

  #paint(at: number, ink: Ink, coverage: number): void {
    const alpha = ink[3] * coverage * 255
    const whole = (alpha + 0.5) | 0
    if (whole === 0) return
    const source = pixelOf(ink, alpha, whole)
    this.pixels[at] = whole === 255 ? source : over(source, this.pixels[at] as number, whole)
  }

  /** Pixels around vertices, within the sheet: from the first to before the last. */
  #boxOf(xy: Float32Array, from: number, to: number, margin: number): [number, number, number, number] {
    let [minX, minY, maxX, maxY] = [Infinity, Infinity, -Infinity, -Infinity]
    for (let vertex = from; vertex < to; vertex++) {
      const x = xy[vertex * 2] as number
      const y = xy[vertex * 2 + 1] as number
      if (x < minX) minX = x
      if (x > maxX) maxX = x
      if (y < minY) minY = y
      if (y > maxY) maxY = y
    }
    return [
      Math.max(0, Math.floor(minX - margin)),
      Math.max(0, Math.floor(minY - margin)),
      Math.min(this.width, Math.ceil(maxX + margin)),
      Math.min(this.height, Math.ceil(maxY + margin)),
    ]
  }
}

/** @param alpha 0 to 255 @param whole the same, rounded */
function pixelOf(ink: Ink, alpha: number, whole: number): number {
  return ((whole << 24) | ((ink[2] * alpha + 0.5) << 16) | ((ink[1] * alpha + 0.5) << 8) | ((ink[0] * alpha + 0.5) | 0)) >>> 0
}

/** The pixel that a shape changes no more, wherever on the shape it is: its own colour, opaque. −1, which no pixel is, where there is none. */
function finishedBy(stroke: Ink | null, fill: Ink | null): number {
  const ink = stroke ?? fill
  if (ink === null || ink[3] < 1) return -1
  if (fill !== null && (fill[0] !== ink[0] || fill[1] !== ink[1] || fill[2] !== ink[2])) return -1
  return pixelOf(ink, 255, 255)
}

/** Premultiplied pixels, one over another. */
function over(source: number, target: number, alpha: number): number {
  if (target === 0) return source
  const rest = 255 - alpha
  // Two channels at a time; division by 255 as ×257 >> 16, rounded.
  const even = (target & 0xff00ff) * rest + 0x800080
  const odd = ((target >>> 8) & 0xff00ff) * rest + 0x800080
  const evenShare = ((even + ((even >>> 8) & 0xff00ff)) >>> 8) & 0xff00ff
  const oddShare = (odd + ((odd >>> 8) & 0xff00ff)) & 0xff00ff00
  return (source + (evenShare | oddShare)) >>> 0
}

/** Of each edge: its first vertex, its extent, one by its squared length, and x by y. Reused. */
let laid = new Float64Array(6 * 64)

/** @returns how many edges were laid out */
function layEdges(xy: Float32Array, from: number, to: number, isRing: boolean): number {
  if (laid.length < (to - from) * 6) laid = new Float64Array((to - from) * 12)
  let count = 0
  let before = isRing ? to - 1 : from
  for (let vertex = isRing || to - from === 1 ? from : from + 1; vertex < to; vertex++) {
    const ax = xy[before * 2] as number
    const ay = xy[before * 2 + 1] as number
    const dx = (xy[vertex * 2] as number) - ax
    const dy = (xy[vertex * 2 + 1] as number) - ay
    const length = dx * dx + dy * dy
    const at = count * 6
    laid[at] = ax
    laid[at + 1] = ay
    laid[at + 2] = dx
    laid[at + 3] = dy
    laid[at + 4] = length === 0 ? 0 : 1 / length
    laid[at + 5] = dy === 0 ? 0 : dx / dy
    count++
    before = vertex
  }
  return count
}

/** Distance of a place from the edges that are laid out; for a ring, below 0 inside of it. */
function distanceAt(x: number, y: number, edges: number, isRing: boolean): number {
  const edge = laid
  let nearest = Infinity
  let inside = false
  for (let at = 0; at < edges * 6; at += 6) {
    const px = x - (edge[at] as number)
    const py = y - (edge[at + 1] as number)
    const dx = edge[at + 2] as number
    const dy = edge[at + 3] as number
    let t = (px * dx + py * dy) * (edge[at + 4] as number)
    t = t < 0 ? 0 : t > 1 ? 1 : t
    const ex = px - t * dx
    const ey = py - t * dy
    const squared = ex * ex + ey * ey
    if (squared < nearest) nearest = squared
    if (isRing && py < 0 !== py < dy && (edge[at + 5] as number) * py < px) inside = !inside
  }
  const distance = Math.sqrt(nearest)
  return inside ? -distance : distance
}

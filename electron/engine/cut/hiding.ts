/** Knows what of a picture lies under marks that nothing shines through: whatever is wholly under them need not be cut, sent or painted. Pixels; x and y are counted from the corner of what reaches into the picture. */

/** More pixels than this (64 MB) are not laid out: nothing is then taken to be hidden. */
const maxPixels = 1 << 26

/** What is larger is hardly ever hidden, and takes longer to look at. */
const maxSide = 48

/** How much of a mark's edge is not counted on: marks are put on whole pixels. */
const roundingPx = 0.51

export class Hiding {
  private readonly columns: number
  private readonly rows: number
  private readonly pixels: Uint8Array

  /** @returns null for a picture that is too large */
  static of(width: number, height: number): Hiding | null {
    return Math.ceil(width) * Math.ceil(height) <= maxPixels ? new Hiding(Math.ceil(width), Math.ceil(height)) : null
  }

  private constructor(columns: number, rows: number) {
    this.columns = columns
    this.rows = rows
    this.pixels = new Uint8Array(columns * rows)
  }

  /** Lays a mark. @param solid half the side of the square around the place that the mark covers whole */
  lay(x: number, y: number, solid: number): void {
    const half = solid - roundingPx
    const left = Math.max(0, Math.ceil(x - half))
    const right = Math.min(this.columns, Math.floor(x + half))
    const bottom = Math.min(this.rows, Math.floor(y + half))
    if (right <= left) return
    for (let row = Math.max(0, Math.ceil(y - half)); row < bottom; row++) {
      const from = row * this.columns
      this.pixels.fill(1, from + left, from + right)
    }
  }

  /** Whether nothing of a box can be seen, within the picture. @param reach by which its mark is larger */
  hides(west: number, north: number, east: number, south: number, reach: number): boolean {
    const left = Math.max(0, Math.floor(west - reach))
    const right = Math.min(this.columns, Math.ceil(east + reach))
    const top = Math.max(0, Math.floor(north - reach))
    const bottom = Math.min(this.rows, Math.ceil(south + reach))
    if (right - left > maxSide || bottom - top > maxSide) return false
    for (let row = top; row < bottom; row++) {
      for (let at = row * this.columns + left, end = row * this.columns + right; at < end; at++) if (this.pixels[at] === 0) return false
    }
    return true
  }
}

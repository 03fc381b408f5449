/** Remembers which half pixels of a picture are marked by what is too small to have a shape, so that a thousand features in one of them are one mark. */

/** More cells than this (64 MB) are not laid out, but looked up. */
const maxCells = 1 << 26

export class Coverage {
  private readonly columns: number
  private readonly rows: number
  private readonly cells: Uint8Array | Map<number, number>

  /** @param width of the picture with everything that reaches into it, in pixels */
  constructor(width: number, height: number) {
    this.columns = Math.ceil(width * 2) + 1
    this.rows = Math.ceil(height * 2) + 1
    this.cells = this.columns * this.rows <= maxCells ? new Uint8Array(this.columns * this.rows) : new Map()
  }

  /**
   * Marks a place.
   *
   * @param x pixels from the corner of what reaches into the picture
   * @param mark from 1 to 255: another mark in the same place is another thing
   * @returns false when the place bears that mark already
   */
  take(x: number, y: number, mark: number): boolean {
    const column = Math.min(this.columns - 1, Math.max(0, Math.floor(x * 2)))
    const row = Math.min(this.rows - 1, Math.max(0, Math.floor(y * 2)))
    const cell = row * this.columns + column
    const { cells } = this
    if (cells instanceof Map) {
      if (cells.get(cell) === mark) return false
      cells.set(cell, mark)
      return true
    }
    if (cells[cell] === mark) return false
    cells[cell] = mark
    return true
  }
}

/** Which longitudes a layer covers, so that its bounding box can go the short way around the world (RFC 7946 §5.2). */

const bins = 360

export class LonCover {
  private readonly west = new Float64Array(bins).fill(Infinity)
  private readonly east = new Float64Array(bins).fill(-Infinity)

  /** Adds an interval that does not cross the antimeridian, in degrees. */
  add(west: number, east: number): void {
    const first = binOf(west)
    const last = binOf(east)
    if (west < (this.west[first] as number)) this.west[first] = west
    if (east > (this.east[first] as number)) this.east[first] = first === last ? east : first - 179
    if (first === last) return
    for (let bin = first + 1; bin < last; bin++) {
      this.west[bin] = bin - 180
      this.east[bin] = bin - 179
    }
    this.west[last] = Math.min(this.west[last] as number, last - 180)
    if (east > (this.east[last] as number)) this.east[last] = east
  }

  /**
   * @returns `[west, east]`: west is greater than east when the cover touches the antimeridian from both sides and leaves a gap elsewhere that is wider
   * than half the world; else the plain extremes. Null when nothing was added.
   */
  extent(): [number, number] | null {
    const filled: number[] = []
    for (let bin = 0; bin < bins; bin++) if ((this.west[bin] as number) <= (this.east[bin] as number)) filled.push(bin)
    const first = filled[0]
    const last = filled.at(-1)
    if (first === undefined || last === undefined) return null
    const plain: [number, number] = [this.west[first] as number, this.east[last] as number]
    if (plain[0] > -180 || plain[1] < 180) return plain
    let widest = 180
    let around = plain
    for (let i = 1; i < filled.length; i++) {
      const east = this.east[filled[i - 1] as number] as number
      const west = this.west[filled[i] as number] as number
      if (west - east > widest) {
        widest = west - east
        around = [west, east]
      }
    }
    return around
  }
}

function binOf(lon: number): number {
  return Math.min(bins - 1, Math.max(0, Math.floor(lon) + 180))
}

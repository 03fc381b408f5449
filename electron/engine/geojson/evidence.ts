/** What the coordinates of a whole file say about their order and unit. */
import type { Region } from './region.ts'

export class Evidence {
  /** Features with coordinates. */
  checked = 0
  /** Those that cannot be lon/lat but can be lat/lon, and those whose first number can be no latitude. */
  swapped = 0
  straight = 0
  /** Those with numbers far beyond any degree. */
  projected = 0
  /** The first of either kind. */
  line = 0
  column = 0

  add(region: Region): void {
    this.checked++
    if (region.looksSwapped) this.swapped++
    if (region.looksProjected) this.projected++
    if ((region.looksSwapped || region.looksProjected) && this.line === 0 && region.fault !== null) {
      this.line = region.fault.line
      this.column = region.fault.column
    }
    if (region.fault === null && (region.extent.west < -90 || region.extent.east > 90)) this.straight++
  }

  /** Latitude first, throughout: more than one feature, or all there are, cannot be otherwise, and hardly anything speaks against it. */
  get saysSwapped(): boolean {
    const isSystematic = this.swapped === this.checked || (this.swapped > 1 && this.swapped * 10 >= this.checked)
    return this.swapped > 0 && isSystematic && this.straight * 10 <= this.swapped
  }

  /** No degrees at all. */
  get saysProjected(): boolean {
    return this.projected > 0 && this.projected * 10 >= this.checked * 9
  }
}

/** Some features of a layer, as bits: the lowest bit of a byte first. */

export class Mask {
  readonly bits: Uint8Array<ArrayBuffer>
  count = 0

  /** @param featureCount of the layer */
  constructor(featureCount: number) {
    this.bits = new Uint8Array(Math.ceil(featureCount / 8))
  }

  /** Must not be in it yet. */
  add(feature: number): void {
    const at = feature >> 3
    this.bits[at] = (this.bits[at] as number) | (1 << (feature & 7))
    this.count += 1
  }

  has(feature: number): boolean {
    return ((this.bits[feature >> 3] as number) & (1 << (feature & 7))) !== 0
  }
}

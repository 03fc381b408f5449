/**
 * What a file says of where it comes from. GeoJSON has no member for it; these are the foreign members (RFC 7946, §6.1) that programs write: `attribution` as in
 * TileJSON, `copyright` as in what Overpass gives, `credit` and `credits`.
 */
const names = new Set(['attribution', 'copyright', 'credit', 'credits'])

/** What is longer is no credit. */
export const maxCreditBytes = 4_000
const most = 5

export class CreditMembers {
  readonly texts: string[] = []
  private isNext = false

  /** @param name of a member at the top of the file */
  begin(name: string): void {
    this.isNext = names.has(name)
  }

  /** Whether the text that comes now is a credit. */
  takes(lengthBytes: number): boolean {
    return this.isNext && lengthBytes <= maxCreditBytes && this.texts.length < most
  }

  add(text: string): void {
    this.isNext = false
    const credit = text.replaceAll(/\s+/g, ' ').trim()
    if (credit !== '' && !this.texts.includes(credit)) this.texts.push(credit)
  }
}

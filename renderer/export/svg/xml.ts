/** Words and numbers of an XML text. Source: XML 1.0 (Fifth Edition), §2.2 characters, §2.4. */

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** As content, or between double quotes. Letters that XML cannot have are left out. */
export const escaped = (text: string): string =>
  text
    .toWellFormed()
    // oxlint-disable-next-line no-control-regex -- these are the letters that are meant
    .replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
    .replaceAll(/[&<>"]/g, (letter) => entities[letter] ?? letter)

/** To a hundredth: at 288 pixels to the inch that is less than a thousandth of a millimetre. */
export const number = (value: number): string => String(Math.round(value * 100) / 100)

/** Of a matrix, whose scale is multiplied by thousands of pixels. */
export const exactNumber = (value: number): string => String(Number(value.toPrecision(9)))

export type Attributes = Readonly<Record<string, string | null>>

/** ` name="value"` for each that has a value. */
export const attributes = (given: Attributes): string =>
  Object.entries(given)
    .map(([name, value]) => (value === null ? '' : ` ${name}="${escaped(value)}"`))
    .join('')

/** Sizes of files, as people say them. */

const units = ['bytes', 'kB', 'MB', 'GB', 'TB'] as const

/** @param bytes @returns in decimal units (SI), with two or three digits: '812 bytes', '1.4 MB', '312 MB' */
export function sizeInWords(bytes: number): string {
  let size = bytes
  let unit = 0
  // What would be rounded to a thousand is one of the next unit.
  while (size >= (unit === 0 ? 1_000 : 999.5) && unit < units.length - 1) {
    size /= 1_000
    unit += 1
  }
  return `${unit > 0 && size < 9.95 ? size.toFixed(1) : size.toFixed(0)} ${bytes === 1 ? 'byte' : units[unit]}`
}

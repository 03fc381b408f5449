/** Values of command line options that several commands take. Each is given back decoded, or refused in a sentence. */
import { type BasemapStyle, basemapStyles, type BoundingBox, PartialDate } from '../contract/values.ts'
import { nearest } from '../contract/nearest.ts'
import { WordsError } from './commandWords.ts'

/** Northern and southern edge of the map in degrees, where EPSG:3857 is square. */
const edgeLatitude = 85.0511

/** @returns null for no number: `1e3`, `0x10`, `NaN` and '' are none */
export const parseNumber = (text: string): number | null => (/^[+-]?(\d+(\.\d*)?|\.\d+)$/.test(text.trim()) ? Number(text) : null)

/** @param text `W,S,E,N`; W may be greater than E, across the antimeridian */
export function parseBox(text: string): BoundingBox {
  const numbers = text.split(',').map(parseNumber)
  const [west = null, south = null, east = null, north = null] = numbers
  if (numbers.length !== 4 || west === null || south === null || east === null || north === null) {
    throw new WordsError(`--bbox needs four numbers, west, south, east and north in degrees, such as 38.8,29,48.8,37.4; it got “${text}”.`)
  }
  if (Math.abs(west) > 180 || Math.abs(east) > 180) throw new WordsError(`--bbox ${text}: longitudes go from -180 to 180.`)
  if (Math.abs(south) > 90 || Math.abs(north) > 90) throw new WordsError(`--bbox ${text}: latitudes go from -90 to 90.`)
  if (north < south) throw new WordsError(`--bbox ${text}: its north lies south of its south; the order is west, south, east, north.`)
  if (north === south) throw new WordsError(`--bbox ${text} has no height: north must be greater than south.`)
  if (west === east || west - east === 360) throw new WordsError(`--bbox ${text} has no width: west and east must differ.`)
  if (south >= edgeLatitude || north <= -edgeLatitude) {
    throw new WordsError(`--bbox ${text} lies beyond the edge of the map, which ends at 85.05° north and south.`)
  }
  return [west, south, east, north]
}

export function parseBasemap(text: string): BasemapStyle {
  const style = basemapStyles.find((one) => one === text.toLowerCase())
  if (style !== undefined) return style
  const near = nearest(text, basemapStyles)
  throw new WordsError(
    `there is no basemap “${text}”.${near === null ? '' : ` Did you mean ${near}?`} There are ${inWords(basemapStyles, 'and')}.`,
  )
}

export function parseDate(text: string): string {
  const date = PartialDate.safeParse(text)
  if (!date.success || !isInCalendar(text))
    throw new WordsError(`--as-of needs a date such as 2020, 2020-09 or 2020-09-23; it got “${text}”.`)
  return date.data
}

/** `Date` would take 31 April for 1 May. */
function isInCalendar(text: string): boolean {
  const [year = 0, month = 1, day = 1] = text.split('-').map(Number)
  return day <= new Date(Date.UTC(year, month, 0)).getUTCDate()
}

/** @param max characters that a document holds */
export function parseText(option: string, text: string, max: number): string {
  if (text.length <= max) return text
  throw new WordsError(
    `${option} has ${text.length.toLocaleString('en-US')} characters; a map document holds up to ${max.toLocaleString('en-US')}.`,
  )
}

/** 'a, b and c'. */
export function inWords(words: readonly string[], last: 'and' | 'or'): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} ${last} ${words.at(-1)}`
}

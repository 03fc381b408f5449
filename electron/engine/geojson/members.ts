/** Names of members that mean something in GeoJSON. */
import { stringText } from '../json/text.ts'
import { indexOfName } from './kinds.ts'

export const other = 0
export const type = 1
export const features = 2
export const geometry = 3
export const properties = 4
export const coordinates = 5
export const geometries = 6
export const crs = 7
export const name = 8
export const href = 9
export const code = 10

const names = ['', 'type', 'features', 'geometry', 'properties', 'coordinates', 'geometries', 'crs', 'name', 'href', 'code']
const encoded = names.map((text) => new TextEncoder().encode(text))

/** @returns one of the numbers above */
export function memberOf(bytes: Uint8Array, from: number, to: number, escaped: boolean): number {
  if (escaped) return Math.max(other, names.indexOf(stringText(bytes, from, to, true)))
  return Math.max(other, indexOfName(encoded, bytes, from, to))
}

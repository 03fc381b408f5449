/** Newline-delimited GeoJSON: a feature, or another GeoJSON text, on each line. */
import type { LayerFormat } from '../format.ts'
import { formatNames, readGeoJson } from './read.ts'

const decoder = new TextDecoder()

export const newlineDelimited: LayerFormat = {
  name: formatNames.newlineDelimited,
  recognises(head) {
    const [first, ...others] = decoder.decode(head).trimStart().split(/\r?\n/)
    return first !== undefined && others.join('').trimStart().startsWith('{') && isObject(first)
  },
  read: readGeoJson,
}

function isObject(text: string): boolean {
  if (!text.startsWith('{')) return false
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

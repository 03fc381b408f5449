/** A sequence of GeoJSON texts (RFC 8142): a record separator before each, a line end after it. */
import type { LayerFormat } from '../format.ts'
import { formatNames, readGeoJson } from './read.ts'

const recordSeparator = '\u001e'
const decoder = new TextDecoder()

export const textSequence: LayerFormat = {
  name: formatNames.textSequence,
  recognises: (head) => decoder.decode(head).trimStart().startsWith(recordSeparator),
  read: readGeoJson,
}

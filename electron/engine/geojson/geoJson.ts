/** GeoJSON (RFC 7946, and what came before it): one text. */
import { seemsToBe } from '../file/seemsToBe.ts'
import type { LayerFormat } from '../format.ts'
import { formatNames, readGeoJson } from './read.ts'

/** Takes whatever seems to be nothing else, since its reader says best what is wrong. Texts that follow one another, of which the first is long, come here too. */
export const geoJson: LayerFormat = {
  name: formatNames.geoJson,
  recognises: (head) => seemsToBe(head) === null,
  read: readGeoJson,
}

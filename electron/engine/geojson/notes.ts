/** Remarks on a file as a whole, after its features. */
import type { LayerProblem } from '../../contract/layer.ts'
import type { Crs } from '../crs/find.ts'
import type { JsonScanner } from '../json/scanner.ts'
import { fieldLimit } from '../../contract/layer.ts'
import type { GeoJsonReader } from './reader.ts'

export function addNotes(reader: GeoJsonReader, scanner: JsonScanner, crs: Crs): void {
  const note = (outcome: LayerProblem['outcome'], line: number | null, message: string) =>
    reader.layer.problems.add({ outcome, feature: null, line, column: null }, () => message)
  if (reader.untypedCollection) note('repaired', null, 'The file does not say that it is a FeatureCollection; it was read as one.')
  if (scanner.invalidText > 0) {
    const texts = scanner.invalidText === 1 ? 'One text is' : `${scanner.invalidText.toLocaleString('en')} texts are`
    note('repaired', scanner.invalidTextLine, `${texts} not valid UTF-8; what cannot be read is shown as �.`)
  }
  if (reader.layer.wrappedAt > 0) note('kept', reader.layer.wrappedAt, 'Longitudes beyond ±180° were taken around the world.')
  if (reader.layer.polarAt > 0)
    note('kept', reader.layer.polarAt, 'Positions nearer to a pole than 85.05° are drawn at the edge of the map.')
  if (reader.fields.overflowed)
    note('kept', null, `There are more than ${fieldLimit.toLocaleString('en')} attribute names; the others are not listed.`)
  if (crs.isApproximate) note('kept', null, `The datum of ${crs.name} is taken as WGS 84: positions may be off by some hundred metres.`)
}

/** Files as they should not be, and the sentences that they must give. The cases themselves are in `cases/`. */

/** What a user reads of a file that is refused. */
export type Sentence = { message: string; advice: string; line: number | null; column: number | null }

/** What became of a feature: outcome, index, line, column, message. */
export type Complaint = [
  outcome: 'skipped' | 'repaired' | 'kept',
  feature: number | null,
  line: number | null,
  column: number | null,
  message: string,
]

type Opened = { drawn: number; withoutGeometry: number; complaints: Complaint[] }

/** What the file is like, its bytes, and what comes of it: a refusal, or a layer with complaints. */
export type BadInput = [name: string, bytes: string | Uint8Array, outcome: Sentence | Opened]

/** The advice comes last because it repeats; most cases have one of a few. */
export function refused(message: string, line: number | null, column: number | null, advice: string): Sentence {
  return { message, advice, line, column }
}

/** A layer of which so many features are drawn, and the other is complained about. */
export function opened(drawn: number, withoutGeometry: number, ...complaints: Complaint[]): Opened {
  return { drawn, withoutGeometry, complaints }
}

export const feature = (geometry: string, properties = '{}'): string =>
  `{"type":"Feature","properties":${properties},"geometry":${geometry}}`
export const point = (coordinates: string): string => feature(`{"type":"Point","coordinates":${coordinates}}`)
export const line = (coordinates: string): string => feature(`{"type":"LineString","coordinates":${coordinates}}`)
export const polygon = (coordinates: string): string => feature(`{"type":"Polygon","coordinates":${coordinates}}`)

/** A collection with one feature on each line, from line 2 on. */
export const collection = (...features: string[]): string => `{"type":"FeatureCollection","features":[\n${features.join(',\n')}\n]}\n`

/** A feature with nothing wrong about it. */
export const good = point('[44.1,33.2]')

/** A good feature on line 2, the other one on line 3. */
export const withGood = (other: string): string => collection(good, other)

/** A collection that declares a coordinate reference system. */
export const declaring = (crs: string, ...features: string[]): string =>
  `{"type":"FeatureCollection",\n"crs":${crs},\n"features":[\n${features.join(',\n')}\n]}`

export const named = (name: string): string => `{"type":"name","properties":{"name":"${name}"}}`

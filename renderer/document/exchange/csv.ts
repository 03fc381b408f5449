/**
 * Records of annotations as a table: comma-separated values after RFC 4180, in UTF-8 with a byte order mark, so that spreadsheets show Arabic as it is.
 *
 * A text that begins with `=`, `+`, `-`, `@`, a tab or a carriage return gets an apostrophe before it: spreadsheets would take it as a formula and run it.
 * (OWASP, "CSV Injection".) Numbers stay numbers.
 */
import type { Annotation } from '../../../electron/contract/annotation.ts'
import { positionsOf, wrapLongitude } from '../annotations/positions.ts'
import { areaOf, lengthOf } from '../geodesy/measure.ts'

type Cell = string | number | null

const columns: Record<string, (annotation: Annotation) => Cell> = {
  label: ({ properties }) => properties.label,
  kind: ({ properties }) => properties.kind,
  status: ({ properties }) => properties.status,
  note: ({ properties }) => properties.note,
  reported: ({ properties }) => properties.reported,
  valid_from: ({ properties }) => properties.validFrom,
  valid_to: ({ properties }) => properties.validTo,
  reliability: ({ properties }) => properties.reliability,
  credibility: ({ properties }) => properties.credibility,
  source_title: ({ properties }) => properties.source.title,
  source_publisher: ({ properties }) => properties.source.publisher,
  source_date: ({ properties }) => properties.source.date,
  source_url: ({ properties }) => properties.source.url,
  longitude: (annotation) => anchor(annotation)[0],
  latitude: (annotation) => anchor(annotation)[1],
  length_m: ({ geometry }) => (geometry.type === 'LineString' ? tenth(lengthOf(geometry.coordinates)) : null),
  area_m2: ({ geometry }) => (geometry.type === 'Polygon' ? tenth(areaOf(geometry.coordinates).areaM2) : null),
  radius_m: ({ properties }) => properties.radiiM.at(-1) ?? null,
  radii_m: ({ properties }) => properties.radiiM.join(' '),
  created: ({ properties }) => properties.created,
  modified: ({ properties }) => properties.modified,
  id: ({ id }) => id,
}

/** Lines end with CR LF. Longitude and latitude are the place of a point, and the middle of the box around anything else. */
export function writeCsv(annotations: readonly Annotation[]): string {
  const rows = [Object.keys(columns), ...annotations.map((annotation) => Object.values(columns).map((column) => column(annotation)))]
  return `\uFEFF${rows.map((row) => `${row.map(cellText).join(',')}\r\n`).join('')}`
}

function cellText(cell: Cell): string {
  if (cell === null) return ''
  if (typeof cell === 'number') return String(cell)
  const safe = /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

function anchor({ geometry }: Annotation): [number, number] {
  if (geometry.type === 'Point') return geometry.coordinates
  const positions = positionsOf(geometry)
  const middle = (values: readonly number[]): number =>
    (values.reduce((a, b) => Math.min(a, b), Infinity) + values.reduce((a, b) => Math.max(a, b), -Infinity)) / 2
  return [millionth(wrapLongitude(middle(positions.map(([lon]) => lon)))), millionth(middle(positions.map(([, lat]) => lat)))]
}

const tenth = (value: number): number => Math.round(value * 10) / 10
const millionth = (value: number): number => Math.round(value * 1e6) / 1e6

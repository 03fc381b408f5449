/** Annotations as GeoJSON (RFC 7946), out and in with nothing lost. */
import { Annotation } from '../../../electron/contract/annotation.ts'
import { RefusalError } from '../../../electron/contract/refusal.ts'
import { mapPositions } from '../annotations/positions.ts'
import { annotationsFrom } from './foreignFeature.ts'
import { type Imported, type ImportOptions, maxAnnotations, withOwnIds } from './imported.ts'
import { simpleGeometries } from './simpleGeometry.ts'

/**
 * A feature collection, one annotation per line. The record stands in the properties, under the names of the map document. A shape across the antimeridian
 * has longitudes that go on past 180: other programs then draw it in one piece. (RFC 7946 §3.1.9 would rather have it cut, which could not be undone.)
 */
export function writeGeoJson(annotations: readonly Annotation[]): string {
  const lines = annotations.map((annotation) =>
    JSON.stringify({ ...annotation, geometry: mapPositions(annotation.geometry, (position) => position) }),
  )
  return `{"type":"FeatureCollection","features":[${lines.length === 0 ? '' : `\n${lines.join(',\n')}\n`}]}\n`
}

/**
 * Reads any GeoJSON. What Cartouche wrote comes back as it was; features of other programs become points, lines and polygons whose attributes are in the
 * record, and in the note where the record has no field for them.
 *
 * @throws RefusalError when it is no GeoJSON, in another coordinate system, or too much
 */
export function readGeoJson(text: string, options: ImportOptions): Imported {
  const { file, now = new Date().toISOString() } = options
  const features = featuresOf(parsed(text, file), file)
  if (features.length > maxAnnotations) {
    throw new RefusalError({
      message: `${file} has ${features.length.toLocaleString('en-US')} features; a map takes ${maxAnnotations.toLocaleString('en-US')} annotations.`,
      advice: 'Add it as a layer instead.',
      file,
    })
  }
  const found: Imported = { annotations: [], problems: [] }
  for (const [index, feature] of features.entries()) {
    const own = ownAnnotation(feature)
    const read = own === null ? foreign(feature, index, now) : { annotations: [own], problems: [] }
    found.annotations.push(...read.annotations)
    found.problems.push(...read.problems)
  }
  return { ...found, annotations: withOwnIds(found.annotations, options) }
}

function parsed(text: string, file: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch (error) {
    const message = error instanceof Error ? error.message : 'unreadable'
    const place = /line (\d+) column (\d+)/.exec(message) ?? lineAt(text, /position (\d+)/.exec(message)?.[1])
    const [line, column] = place === null ? [null, null] : [Number(place[1]), Number(place[2])]
    throw new RefusalError({
      message: `${file} is not complete JSON${line === null ? '' : ` at line ${line}`} (${message}).`,
      advice: 'Check that the file was copied completely.',
      file,
      line,
      column,
    })
  }
}

/** @returns like a match: whole, line, column; from 1 */
function lineAt(text: string, position: string | undefined): [string, number, number] | null {
  if (position === undefined) return null
  const before = text.slice(0, Number(position)).split('\n')
  return ['', before.length, (before.at(-1)?.length ?? 0) + 1]
}

function featuresOf(json: unknown, file: string): unknown[] {
  const object = isObject(json) ? json : {}
  refuseOtherCrs(object, file)
  if (object.type === 'FeatureCollection' && Array.isArray(object.features)) return object.features
  if (object.type === 'Feature') return [object]
  if (typeof object.type === 'string' && ('coordinates' in object || 'geometries' in object))
    return [{ type: 'Feature', geometry: object, properties: {} }]
  throw new RefusalError({ message: `${file} is JSON, but no GeoJSON: it has no features.`, advice: 'Choose a GeoJSON file.', file })
}

/** GeoJSON of 2008 could name a coordinate system. */
function refuseOtherCrs({ crs }: Record<string, unknown>, file: string): void {
  const name = isObject(crs) && isObject(crs.properties) ? crs.properties.name : undefined
  if (typeof name !== 'string' || /CRS84|EPSG:+(?:\d*:)?4326$/i.test(name)) return
  throw new RefusalError({
    message: `${file} is in the coordinate system “${name.slice(0, 80)}”; annotations are read in WGS84.`,
    advice: 'Add it as a layer, which reprojects it, and make annotations of its features.',
    file,
  })
}

function ownAnnotation(feature: unknown): Annotation | null {
  if (!isObject(feature) || !isObject(feature.properties) || typeof feature.properties.kind !== 'string') return null
  const [geometry, ...others] = simpleGeometries(feature.geometry).geometries
  if (geometry === undefined || others.length > 0) return null
  const { success, data } = Annotation.safeParse({ type: feature.type, id: feature.id, geometry, properties: feature.properties })
  return success ? data : null
}

function foreign(feature: unknown, index: number, now: string): Imported {
  const { geometry, properties, id } = isObject(feature) ? feature : {}
  const attributes = new Map(isObject(properties) ? Object.entries(properties) : [])
  return annotationsFrom(
    { geometry, attributes, ...(typeof id === 'string' || typeof id === 'number' ? { id: String(id) } : {}) },
    index,
    now,
  )
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value)

/** Reads KML. Nothing that it points to is fetched: not its icons, its pictures, nor its network links. */
import { kml } from '@tmcw/togeojson'
import { Annotation, type AnnotationGeometry, type AnnotationStyle } from '../../../electron/contract/annotation.ts'
import { RefusalError } from '../../../electron/contract/refusal.ts'
import { takesGeometry } from '../annotations/kinds.ts'
import { annotationsFrom } from './foreignFeature.ts'
import { foreignRecord } from './foreignRecord.ts'
import { foreignStyle } from './foreignStyle.ts'
import { type Imported, type ImportOptions, maxAnnotations, withOwnIds } from './imported.ts'
import { visibleShapes } from './kmlShape.ts'
import { cartoucheNamespace } from './kmlWrite.ts'
import { simpleGeometries } from './simpleGeometry.ts'
import { parseXml, xmlCharacters, type XmlParser } from './xml.ts'

/** Name under which the whole annotation is handed through the KML reader. */
const wholeName = 'cartouche:annotation'

/**
 * @param parser the window's own unless told otherwise
 * @throws RefusalError when it is no KML, or too much
 */
export function readKml(text: string, options: ImportOptions, parser: XmlParser = new DOMParser()): Imported {
  const { file, now = new Date().toISOString() } = options
  const document = parseXml(text, file, parser)
  if (document.documentElement?.localName !== 'kml') {
    throw new RefusalError({
      message: `${file} is XML, but no KML: it begins with <${document.documentElement?.localName ?? ''}>.`,
      advice: 'Choose a KML file.',
      file,
    })
  }
  exposeWholes(document)
  const features = featuresOf(document, file)
  if (features.length > maxAnnotations) {
    throw new RefusalError({
      message: `${file} has ${features.length.toLocaleString('en-US')} places; a map takes ${maxAnnotations.toLocaleString('en-US')} annotations.`,
      advice: 'Add it as a layer instead.',
      file,
    })
  }
  const found: Imported = { annotations: [], problems: [] }
  for (const [index, { geometry, properties, id }] of features.entries()) {
    const { [wholeName]: whole, coordinateProperties: _, ...rest } = properties ?? {}
    const attributes = new Map<string, unknown>(Object.entries(rest))
    const own = ownAnnotation(whole, geometry, attributes, now)
    const read =
      own === null
        ? annotationsFrom({ geometry, attributes, ...(id === undefined ? {} : { id: String(id) }) }, index, now)
        : { annotations: [own], problems: [] }
    found.annotations.push(...read.annotations)
    found.problems.push(...read.problems)
  }
  return { ...found, annotations: withOwnIds(found.annotations, options) }
}

/** The KML reader knows `Data`, not elements of other namespaces. */
function exposeWholes(document: Document): void {
  for (const whole of Array.from(document.getElementsByTagNameNS(cartoucheNamespace, 'annotation'))) {
    const data = document.createElement('Data')
    data.setAttribute('name', wholeName)
    const value = document.createElement('value')
    value.textContent = whole.textContent
    data.insertBefore(value, null)
    whole.parentNode?.insertBefore(data, null)
  }
}

function featuresOf(document: Document, file: string): ReturnType<typeof kml>['features'] {
  try {
    return kml(document).features
  } catch (error) {
    throw new RefusalError({
      message: `${file} could not be read as KML (${error instanceof Error ? error.message : 'unreadable'}).`,
      advice: 'Open it in the program that made it, and save it anew.',
      file,
    })
  }
}

/**
 * What Cartouche wrote, with what another program changed since: name, description, shape and look of the placemark go before the annotation that is kept
 * with it.
 */
function ownAnnotation(whole: unknown, geometry: unknown, attributes: ReadonlyMap<string, unknown>, now: string): Annotation | null {
  if (typeof whole !== 'string') return null
  const kept = decoded(whole)
  const shapes = simpleGeometries(geometry).geometries
  if (kept === null || shapes.length === 0) return null
  const isMoved = !isSameShape(shapes, visibleShapes(kept))
  const [shape, ...others] = shapes
  if (shape === undefined || (isMoved && (others.length > 0 || !takesGeometry(kept.properties.kind, shape)))) return null
  const { properties } = kept
  const { draft } = foreignRecord(new Map([...attributes].filter(([name]) => name === 'name' || name === 'description')))
  const look = changedLook(properties.style, foreignStyle(attributes, shape.type))
  const changes = {
    ...(isSameText(draft.label, properties.label) ? {} : { label: draft.label ?? '' }),
    ...(isSameText(draft.note, properties.note) ? {} : { note: draft.note ?? '' }),
    ...(Object.keys(look).length === 0 ? {} : { style: { ...properties.style, ...look } }),
  }
  if (!isMoved && Object.keys(changes).length === 0) return kept
  return { ...kept, geometry: isMoved ? shape : kept.geometry, properties: { ...properties, ...changes, modified: now } }
}

function decoded(whole: string): Annotation | null {
  try {
    const { success, data } = Annotation.safeParse(JSON.parse(whole))
    return success ? data : null
  } catch {
    return null
  }
}

/** Programs trim, and XML writes line ends its own way. */
const isSameText = (read: string | undefined, kept: string): boolean => normal(read ?? '') === normal(xmlCharacters(kept))
const normal = (text: string): string => text.replaceAll(/\r\n?/g, '\n').trim()

/** A ten-millionth of a degree is a centimetre. */
const isSameShape = (a: readonly AnnotationGeometry[], b: readonly AnnotationGeometry[]): boolean =>
  JSON.stringify(a, toCentimetres) === JSON.stringify(b, toCentimetres)
const toCentimetres = (_: string, value: unknown): unknown => (typeof value === 'number' ? Math.round(value * 1e7) + 0 : value)

/** What was really changed, and not only rounded to whole steps of 1/255 or of a pixel's ten-thousandth. */
function changedLook(kept: AnnotationStyle, read: Partial<AnnotationStyle>): Partial<AnnotationStyle> {
  const { rotationDeg: _, fill, ...rest } = read
  const changed = Object.entries(rest).filter(([name, value]) => {
    const before = kept[name as keyof AnnotationStyle]
    return typeof value === 'number' && typeof before === 'number' ? Math.abs(value - before) > 0.003 + 0.001 * before : value !== before
  })
  // KML has filled and not filled; a hatch stays a hatch.
  const wasFilled = kept.fill !== 'none' && Math.round(kept.fillOpacity * 255) > 0
  const isRefilled = fill !== undefined && (fill !== 'none') !== wasFilled
  return { ...Object.fromEntries(changed), ...(isRefilled ? { fill } : {}) }
}

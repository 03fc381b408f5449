/**
 * Look of features of other programs. Sources: simplestyle-spec 1.1.0 (Mapbox) and the property names that @tmcw/togeojson gives to KML styles
 * ("icon-color", "label-scale"). Widths there are in CSS pixels, 96 to the inch; a KML icon of scale 1 has 32 of them (OGC KML 2.3, 12.5).
 */
import type { AnnotationGeometry, AnnotationStyle } from '../../../electron/contract/annotation.ts'
import { parseColor } from '../palettes.ts'

export const millimetresPerPixel = 25.4 / 96
export const iconMm = 32 * millimetresPerPixel
/** Height of a KML label of scale 1. */
export const labelPt = 12

const markerSizesMm: Record<string, number> = { small: 2.4, medium: 3.2, large: 4.8 }

/** Names of properties that say how a feature looks, and nothing about it. */
export const styleNames: ReadonlySet<string> = new Set([
  'marker-color',
  'marker-size',
  'stroke',
  'stroke-opacity',
  'stroke-width',
  'fill',
  'fill-opacity',
  'icon',
  'icon-color',
  'icon-opacity',
  'icon-scale',
  'icon-heading',
  'icon-offset',
  'icon-offset-units',
  'label-color',
  'label-opacity',
  'label-scale',
  'styleUrl',
  '@geometry-type',
])

/** @returns the parts of a style that the properties speak of */
export function foreignStyle(properties: ReadonlyMap<string, unknown>, type: AnnotationGeometry['type']): Partial<AnnotationStyle> {
  const color = (...names: string[]): string | undefined =>
    names.map((name) => colorOf(properties.get(name))).find((one) => one !== null) ?? undefined
  const size = (name: string, factor: number, least: number, most: number): number | undefined => {
    const value = numberOf(properties.get(name))
    return value === null || value <= 0 ? undefined : Math.min(most, Math.max(least, value * factor))
  }
  const opacity = numberOf(properties.get('fill-opacity'))
  const isFilled = type === 'Polygon' && opacity !== 0 && (opacity !== null || properties.has('fill'))
  const heading = numberOf(properties.get('icon-heading'))
  return defined({
    color: type === 'Point' ? color('marker-color', 'icon-color') : isFilled ? color('fill', 'stroke') : color('stroke', 'fill'),
    fill: type === 'Polygon' && opacity === 0 ? 'none' : isFilled ? 'solid' : undefined,
    fillOpacity: isFilled && opacity !== null ? Math.min(1, Math.max(0, opacity)) : undefined,
    lineWidthMm: size('stroke-width', millimetresPerPixel, 0.05, 20),
    sizeMm: size('icon-scale', iconMm, 0.5, 100) ?? markerSizesMm[String(properties.get('marker-size'))],
    textColor: color('label-color'),
    textSizePt: size('label-scale', labelPt, 4, 144),
    rotationDeg: heading === null || heading === 0 ? undefined : heading % 360,
  })
}

const colorOf = (value: unknown): string | null => (typeof value === 'string' ? parseColor(value) : null)

function numberOf(value: unknown): number | null {
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value
  return typeof number === 'number' && Number.isFinite(number) ? number : null
}

function defined(style: { [K in keyof AnnotationStyle]?: AnnotationStyle[K] | undefined }): Partial<AnnotationStyle> {
  return Object.fromEntries(Object.entries(style).filter(([, value]) => value !== undefined))
}

import { describe, expect, test } from 'vitest'
import Point from 'ol/geom/Point.js'
import type Style from 'ol/style/Style.js'
import type { Annotation } from '../../../../electron/contract/annotation.ts'
import { newAnnotation } from '../../../../renderer/document/annotations/new.ts'
import { annotationStyles, isName } from '../../../../renderer/map/annotations/annotationStyle.ts'
import type { SymbolImages } from '../../../../renderer/map/annotations/symbolImages.ts'
import { mmToPx } from '../../../../renderer/map/style/millimetres.ts'

const line = {
  type: 'LineString' as const,
  coordinates: [
    [40, 30],
    [41, 31],
    [43, 30],
  ] as [number, number][],
}
const place = { type: 'Point' as const, coordinates: [44, 33] as [number, number] }
const namesOf = (annotation: Annotation, resolution = 1_000): Style[] =>
  annotationStyles(annotation, { symbols: {} as SymbolImages, resolution, pixelRatio: 1, placement: null }).filter(isName)
const textsOf = (annotation: Annotation, resolution?: number): unknown[] =>
  namesOf(annotation, resolution).map((style) => style.getText()?.getText())

describe('The name of a line', () => {
  test('bends along it', () => {
    const [name] = namesOf(newAnnotation('line', line, { label: 'Route Tampa', curved: true }))
    expect(name?.getText()?.getPlacement()).toBe('line')
  })

  test.each(['قاعدة التاجي', 'בסיס', 'two\nlines', 'Taji التاجي'])('stays in one run where it would be torn: %j', (label) => {
    const [name, second] = namesOf(newAnnotation('arrow', line, { label, curved: true }))
    expect(second).toBeUndefined()
    expect(name?.getText()?.getPlacement()).toBe('point')
    expect(name?.getGeometry()).toBeInstanceOf(Point)
    expect(name?.getText()?.getRotateWithView()).toBe(true)
  })

  test('that was moved stands upright beside its anchor', () => {
    const [name] = namesOf(newAnnotation('line', line, { label: 'قاعدة', labelOffsetMm: [3, -2] }))
    expect([name?.getText()?.getOffsetX(), name?.getText()?.getOffsetY()]).toEqual([mmToPx(3), mmToPx(-2)])
    expect(name?.getText()?.getRotation() ?? 0).toBe(0)
  })
})

describe('Range rings', () => {
  const rings = newAnnotation('rings', place, { radiiM: [10_000, 20_000, 30_000] })

  test('are each named by their radius where there is room', () => {
    expect(textsOf(rings, 100)).toEqual(['30.0 km', '20.0 km', '10.0 km'])
  })

  test('that lie close are named by the outer ones, and never over their label', () => {
    expect(textsOf(rings, 3_000)).toEqual(['30.0 km'])
    expect(textsOf({ ...rings, properties: { ...rings.properties, label: 'Reach' } }, 600)).toEqual(['30.0 km', '20.0 km', 'Reach'])
  })
})

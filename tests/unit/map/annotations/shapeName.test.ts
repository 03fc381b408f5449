import type LineString from 'ol/geom/LineString.js'
import type Point from 'ol/geom/Point.js'
import { describe, expect, test } from 'vitest'
import type { Annotation } from '../../../../electron/contract/annotation.ts'
import { newAnnotation } from '../../../../renderer/document/annotations/new.ts'
import { toPlane } from '../../../../renderer/document/geodesy/mercator.ts'
import { labelledPointsOf } from './labelledPoints.ts'
import { annotationStyles, isName } from '../../../../renderer/map/annotations/annotationStyle.ts'
import type { SymbolImages } from '../../../../renderer/map/annotations/symbolImages.ts'
import { reachOf } from '../../../../renderer/map/annotations/reach.ts'
import {
  middleFromUsual,
  middleOfName,
  nameText,
  shapeName,
  shapeNames,
  uprightBox,
} from '../../../../renderer/map/annotations/shapeName.ts'
import { mmToPx } from '../../../../renderer/map/style/millimetres.ts'

const ring: [number, number][] = [
  [40, 30],
  [41, 30],
  [41, 31],
  [40, 31],
  [40, 30],
]
const area = { type: 'Polygon' as const, coordinates: [ring] }
const line = {
  type: 'LineString' as const,
  coordinates: [
    [40, 0],
    [42, 0],
  ] as [number, number][],
}
const place = { type: 'Point' as const, coordinates: [44, 33] as [number, number] }

describe('The name of a line or an area', () => {
  test('stands in the middle of an area, and over the middle of a line', () => {
    const inArea = shapeName(newAnnotation('polygon', area, { label: 'Zone' }))!
    const [x, y] = toPlane([40.5, 30.5])
    expect(inArea.anchor[0]).toBeCloseTo(x, 0)
    expect(Math.abs(inArea.anchor[1] - y)).toBeLessThan(1_000)
    expect(middleOfName(inArea)).toEqual([0, 0])
    const onLine = shapeName(newAnnotation('line', line, { label: 'Route' }))!
    expect(onLine.anchor[0]).toBeCloseTo(toPlane([41, 0])[0], 3)
    expect(onLine.box.bottom).toBe(0)
    expect(onLine.angle).toBe(0)
  })

  test('that was moved by hand stands upright, so far from there', () => {
    for (const [kind, geometry] of [
      ['polygon', area],
      ['arrow', line],
      ['circle', place],
      ['rings', place],
    ] as const) {
      const name = shapeName(newAnnotation(kind, geometry, { label: 'Moved', labelOffsetMm: [12, -4] }))!
      expect(middleOfName(name).map((value) => Math.round(value * 100) / 100)).toEqual(
        [mmToPx(12), mmToPx(-4)].map((value) => Math.round(value * 100) / 100),
      )
      expect(name.angle).toBe(0)
    }
  })

  test('runs along its line, and is never upside down', () => {
    const up = {
      type: 'LineString' as const,
      coordinates: [
        [40, 0],
        [40, 2],
      ] as [number, number][],
    }
    const back = {
      type: 'LineString' as const,
      coordinates: [
        [42, 0],
        [40, 0.001],
      ] as [number, number][],
    }
    const steep = shapeName(newAnnotation('line', up, { label: 'North' }))!
    expect(steep.angle).toBeCloseTo(-Math.PI / 2, 3)
    expect(uprightBox(steep).right - uprightBox(steep).left).toBeLessThan(uprightBox(steep).bottom - uprightBox(steep).top)
    expect(Math.abs(shapeName(newAnnotation('line', back, { label: 'Back' }))!.angle)).toBeLessThan(0.1)
  })

  test('of a measure has its figure, which is there without a label too', () => {
    expect(nameText(newAnnotation('measure', line, { label: 'Front' }))).toBe('Front · 223 km')
    expect(nameText(newAnnotation('measure', line))).toBe('223 km')
    expect(nameText(newAnnotation('measure', area, { label: 'Zone' }))).toMatch(/^Zone\n10,\d{3} km²$/)
    expect(shapeName(newAnnotation('measure', line))).not.toBeNull()
  })

  test('is none for points, texts, callouts and images, and where there is no label', () => {
    for (const kind of ['point', 'symbol', 'text', 'callout'] as const)
      expect(shapeName(newAnnotation(kind, place, { label: 'x' }))).toBeNull()
    expect(shapeName(newAnnotation('polygon', area, { label: '  ' }))).toBeNull()
  })

  test('is painted anew wherever it was moved to', () => {
    const moved = newAnnotation('polygon', area, { label: 'Zone', labelOffsetMm: [100, -50] })
    const { right, top } = reachOf(moved, null)
    expect(right).toBeGreaterThan(mmToPx(100))
    expect(top).toBeGreaterThan(mmToPx(50))
  })

  test('may stand elsewhere along its line, or inside its area, where the map is close enough', () => {
    const [usual, ...along] = shapeNames(newAnnotation('line', line, { label: 'Route' }))
    expect(along.map(({ anchor }) => Math.round(anchor[0]))).toEqual(
      [40.7, 41.3, 40.4, 41.6].map((lon) => Math.round(toPlane([lon, 0])[0])),
    )
    for (const { part, anchor } of along) {
      const middle = 40 + (part[0] + part[1])
      expect(anchor[0], 'in the middle of its part').toBeCloseTo(toPlane([middle, 0])[0], 1)
    }
    const lengthM = toPlane([42, 0])[0] - toPlane([40, 0])[0]
    expect(along[0]!.maxResolution, 'as long as its part is').toBeCloseTo((lengthM * 0.7) / (usual!.box.right - usual!.box.left), 3)

    const inside = shapeNames(newAnnotation('polygon', area, { label: 'Zone' })).slice(1)
    expect(inside.length).toBe(4)
    const [[west, south], [east, north]] = [toPlane([40, 30]), toPlane([41, 31])]
    for (const { anchor } of inside) {
      expect(anchor[0]).toBeGreaterThan(west)
      expect(anchor[0]).toBeLessThan(east)
      expect(anchor[1]).toBeGreaterThan(south)
      expect(anchor[1]).toBeLessThan(north)
    }
    expect(shapeNames(newAnnotation('circle', place, { label: 'Zone', radiiM: [20_000] })).length).toBe(5)
  })

  test('that was moved by hand, or stands over rings, has no other place', () => {
    expect(shapeNames(newAnnotation('polygon', area, { label: 'Zone', labelOffsetMm: [3, 4] })).length).toBe(1)
    expect(shapeNames(newAnnotation('rings', place, { label: 'Range' })).length).toBe(1)
  })

  test('is moved by hand from where it stands', () => {
    const route = newAnnotation('line', line, { label: 'Route' })
    const [usual, other] = shapeNames(route)
    const chosen = { align: 'center', offsetX: 0, offsetY: 0, choice: 1 } as const
    expect(shapeName(route, chosen)).toBe(other)
    const from = middleFromUsual(route, chosen, ([x, y]) => [x / 100, -y / 100])
    expect(from[0]).toBeCloseTo((other!.anchor[0] - usual!.anchor[0]) / 100 + middleOfName(other!)[0])
    expect(from[1]).toBeCloseTo(middleOfName(other!)[1])
  })

  test('is drawn where it was placed', () => {
    const context = { symbols: {} as SymbolImages, resolution: 100, pixelRatio: 1 }
    const placement = { align: 'center', offsetX: 0, offsetY: 0, choice: 2 } as const
    const nameOf = (annotation: Annotation) => annotationStyles(annotation, { ...context, placement }).find(isName)!
    const route = newAnnotation('line', line, { label: 'Route' })
    const along = nameOf(route).getGeometry() as LineString
    expect(along.getCoordinateAt(0.5)[0]).toBeCloseTo(shapeNames(route)[2]!.anchor[0], 3)
    const zone = newAnnotation('polygon', area, { label: 'Zone' })
    expect((nameOf(zone).getGeometry() as Point).getCoordinates()).toEqual([...shapeNames(zone)[2]!.anchor])
    const arabic = newAnnotation('line', line, { label: 'طريق' })
    expect((nameOf(arabic).getGeometry() as Point).getCoordinates()).toEqual([...shapeNames(arabic)[2]!.anchor])
  })

  test('is kept clear of by the names of points', () => {
    const [cover] = labelledPointsOf(newAnnotation('rectangle', area, { label: 'Zone' }))
    expect(cover).toMatchObject({ text: '', coverPx: shapeName(newAnnotation('rectangle', area, { label: 'Zone' }))!.box })
    expect(labelledPointsOf(newAnnotation('rectangle', area))).toEqual([])
  })
})

import { describe, expect, test } from 'vitest'
import type { Annotation } from '../../../../electron/contract/annotation.ts'
import { newAnnotation } from '../../../../renderer/document/annotations/new.ts'
import { calloutHomeMm } from '../../../../renderer/document/annotations/calloutHome.ts'
import { AnnotationFeatures, labelKey } from '../../../../renderer/map/annotations/annotationFeatures.ts'
import { boxCover, boxOnPage, boxPlaces, layoutAt, leaderCover } from '../../../../renderer/map/annotations/calloutPlace.ts'
import { layoutOf } from '../../../../renderer/map/annotations/calloutStyle.ts'
import type { Box } from '../../../../renderer/map/labels/placement.ts'
import { PointLabels, type Surroundings } from '../../../../renderer/map/labels/pointLabels.ts'
import { mmToPx } from '../../../../renderer/map/style/millimetres.ts'

const callout = (lon: number, label: string, labelOffsetMm: [number, number] | null = null): Annotation =>
  newAnnotation('callout', { type: 'Point', coordinates: [lon, 0] }, { label, labelOffsetMm })

/** Where the boxes come to stand on a frame around [0, 0], in CSS pixels from its middle; null for none. */
function laidOut(annotations: Annotation[], surroundings: Partial<Surroundings> = {}) {
  const features = new AnnotationFeatures()
  features.show(annotations)
  const around = (): Surroundings => ({ forbidden: [], window: null, middleX: 0, ...surroundings })
  const labels = new PointLabels(
    () => features.labelledPointsOfPage(),
    () => 0,
    around,
  )
  const boxes = annotations.map((annotation): Box | null => {
    const layout = boxOnPage(annotation, labels.placementOf(labelKey(annotation.id), 1_000))
    if (layout === null) return null
    const x = ((annotation.geometry.coordinates[0] as number) * 20_037_508.342789244) / 180 / 1_000
    return { minX: x + layout.left, minY: layout.top, maxX: x + layout.left + layout.width, maxY: layout.top + layout.height }
  })
  return { boxes, states: labels.report(1_000).map(({ text, state }) => [text, state]) }
}

const meet = (a: Box, b: Box): boolean => a.minX < b.maxX && b.minX < a.maxX && a.minY < b.maxY && b.minY < a.maxY

describe('The box of a callout that nobody moved', () => {
  const [x, y] = calloutHomeMm.map(mmToPx) as [number, number]

  test('stands in its usual place on a page as on the map, where that is free', () => {
    const one = callout(0, 'Camp Taji')
    const { left, top, height } = layoutOf(one)
    expect([left, top + height]).toEqual([x, y])
    const [box] = laidOut([one]).boxes
    expect([box?.minX, box?.maxY]).toEqual([x, y])
  })

  test('gives way to what lies over the map, and is left out and listed where there is no room at all', () => {
    const furniture = { minX: 0, minY: -200, maxX: 400, maxY: -20 }
    const beside = laidOut([callout(0, 'Camp Taji')], { forbidden: [furniture] })
    expect(beside.states).toEqual([['Camp Taji', 'placed']])
    expect(beside.boxes[0]).not.toBeNull()
    expect(meet(beside.boxes[0]!, furniture)).toBe(false)
    const nowhere = laidOut([callout(0, 'Camp Taji')], { forbidden: [{ minX: -900, minY: -900, maxX: 900, maxY: 900 }] })
    expect(nowhere).toEqual({ boxes: [null], states: [['Camp Taji', 'noRoom']] })
  })

  test('lies on no other box, also when another was put in its usual place by hand', () => {
    const { boxes, states } = laidOut([
      callout(0, 'First of them'),
      callout(0.05, 'Second'),
      callout(0.1, 'Third', [9, -12]),
      callout(0.15, 'Fourth'),
    ])
    expect(states.map(([, state]) => state)).toEqual(['placed', 'placed', 'placed', 'placed'])
    for (const [index, one] of boxes.entries()) {
      expect(one).not.toBeNull()
      for (const other of boxes.slice(index + 1)) expect(meet(one!, other!)).toBe(false)
    }
  })

  test('that was put by hand stays under what lies there, and is listed', () => {
    const furniture = { minX: 0, minY: -200, maxX: 400, maxY: -20 }
    const { boxes, states } = laidOut([callout(0, 'Put there', [9, -12])], { forbidden: [furniture] })
    expect(boxes[0]?.minX).toBe(x)
    expect(states).toEqual([['Put there', 'covered']])
    expect(laidOut([callout(0, 'Put there', [9, 12])], { forbidden: [furniture] }).states).toEqual([['Put there', 'placed']])
  })

  test('has places on all sides of it, which do not cover the place itself', () => {
    const layout = layoutOf(callout(0, 'A box of some length'))
    const places = boxPlaces(layout).map((placement) => boxCover(layoutAt(layout, placement)))
    for (const { left, top, right, bottom } of places) expect(left < 0 && right > 0 && top < 0 && bottom > 0).toBe(false)
    for (const side of [(c: (typeof places)[0]) => c.left > 0 && c.bottom < 0, (c: (typeof places)[0]) => c.right < 0 && c.top > 0])
      expect(places.filter(side).length).toBeGreaterThan(3)
  })

  test('keeps names off its leader line, from the place to the box', () => {
    const layout = layoutOf(callout(0, 'Camp Taji'))
    const pieces = leaderCover(layout, 4)
    expect(pieces).toHaveLength(4)
    expect(Math.hypot(pieces[0]!.left, pieces[0]!.bottom)).toBe(0)
    expect(pieces.at(-1)?.top).toBeCloseTo(layout.top + layout.height, 6)
    expect(leaderCover({ ...layout, left: -5, top: -5 }, 4)).toEqual([])
  })
})

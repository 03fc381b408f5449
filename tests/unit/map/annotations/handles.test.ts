import { describe, expect, test } from 'vitest'
import { newAnnotation } from '../../../../renderer/document/annotations/new.ts'
import { toPlane } from '../../../../renderer/document/geodesy/mercator.ts'
import { frameOf, handleAt, handlesOf } from '../../../../renderer/map/annotations/editing/handles.ts'
import { equalRings } from '../../../../renderer/map/annotations/tools/radiusTool.ts'
import { type Pixel, pixelOf, type Screen } from '../../../../renderer/map/annotations/tools/screen.ts'

const screen: Screen = { widthPx: 800, heightPx: 600, center: toPlane([44, 33]), resolution: 500, rotation: 0.3 }
const cover = { left: 300, top: 200, right: 400, bottom: 260 }
const polygon = newAnnotation('polygon', {
  type: 'Polygon',
  coordinates: [
    [
      [43, 32],
      [45, 32],
      [45, 34],
      [43, 32],
    ],
  ],
})

const onScreen = (at: readonly [number, number]): Pixel => pixelOf(screen, at).map((value) => Math.round(value)) as unknown as Pixel

describe('handles', () => {
  test('a frame has four corners and one to turn it, along the edges of the screen', () => {
    const handles = handlesOf([polygon], cover, screen, false)
    expect(handles.map(({ role }) => role)).toEqual(['corner', 'corner', 'corner', 'corner', 'rotate'])
    expect(handles.slice(0, 4).map(({ at }) => onScreen(at))).toEqual([
      [293, 193],
      [407, 193],
      [407, 267],
      [293, 267],
    ])
    expect(onScreen(handles[4]!.at)).toEqual([350, 169])
  })
  test('a corner scales about the one across', () => {
    const [first] = handlesOf([polygon], cover, screen, false)
    expect(first?.role === 'corner' && onScreen(first.pivot)).toEqual([400, 260])
  })
  test('a frame is never too small to be taken hold of', () => {
    const { left, right, top, bottom } = frameOf({ left: 10, right: 12, top: 5, bottom: 5 })
    expect([right - left, bottom - top]).toEqual([22, 22])
  })
  test('a polygon has its vertices and the middles of its sides', () => {
    const roles = handlesOf([polygon], cover, screen, true).map(({ role }) => role)
    expect(roles.toSorted()).toEqual(['middle', 'middle', 'middle', 'vertex', 'vertex', 'vertex'])
  })
  test('circles and rings have a radius, callouts a place, points nothing', () => {
    const at = { type: 'Point', coordinates: [44, 33] } as const
    const rolesOf = (kind: 'circle' | 'rings' | 'callout' | 'point' | 'symbol'): string[] =>
      handlesOf([newAnnotation(kind, { ...at, coordinates: [44, 33] })], cover, screen, false).map(({ role }) => role)
    expect([rolesOf('circle'), rolesOf('rings'), rolesOf('callout'), rolesOf('point')]).toEqual([['radius'], ['radius'], ['anchor'], []])
    expect(rolesOf('symbol')).toHaveLength(5)
  })
  test('the nearest within reach is taken', () => {
    const handles = handlesOf([polygon], cover, screen, false)
    expect(handleAt(handles, [405, 195], screen)).toBe(handles[1])
    expect(handleAt(handles, [350, 230], screen)).toBeNull()
  })
  test('rings are at equal distances', () => {
    expect(equalRings(30_000)).toEqual([10_000, 20_000, 30_000])
    expect(equalRings(100)).toEqual([33.3, 66.7, 100])
  })
})

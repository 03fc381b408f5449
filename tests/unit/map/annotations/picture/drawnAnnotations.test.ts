import { describe, expect, test } from 'vitest'
import type { Annotation } from '../../../../../electron/contract/annotation.ts'
import { newAnnotation } from '../../../../../renderer/document/annotations/new.ts'
import { halfWorldM, toPlane } from '../../../../../renderer/document/geodesy/mercator.ts'
import { AnnotationFeatures } from '../../../../../renderer/map/annotations/annotationFeatures.ts'
import { DrawnAnnotations, offsetsIn } from '../../../../../renderer/map/annotations/picture/drawnAnnotations.ts'
import { boxOfExtent, type Grid, type GridBox, onGrid } from '../../../../../renderer/map/annotations/picture/pictureWindow.ts'
import type { Placement } from '../../../../../renderer/map/labels/placement.ts'

const grid: Grid = { resolution: 1_000, rotation: 0, pixelRatio: 1 }
const worldM = 2 * halfWorldM
const pointAt = (id: string, lon: number, lat: number, label = ''): Annotation =>
  newAnnotation('point', { type: 'Point', coordinates: [lon, lat] }, { label }, undefined, id)

function drawnOf(annotations: readonly Annotation[], placements = new Map<string, Placement>(), on: Grid = grid) {
  const features = new AnnotationFeatures()
  features.show(annotations)
  const drawn = new DrawnAnnotations(
    features,
    (key) => placements.get(key) ?? null,
    () => {},
  )
  drawn.use(on)
  return { features, drawn }
}

const around = (lonLat: [number, number], px: number, on: Grid = grid): GridBox => {
  const [x, y] = onGrid(toPlane(lonLat), on)
  return { left: x - px, top: y - px, right: x + px, bottom: y + px }
}
const idsOf = (shown: { annotation: Annotation }[]): string[] => shown.map(({ annotation: { id } }) => id)

describe('What is drawn in a box', () => {
  const line = newAnnotation(
    'line',
    {
      type: 'LineString',
      coordinates: [
        [40, 30],
        [50, 30],
      ],
    },
    {},
    undefined,
    'line',
  )

  test('is found, bottom first, and nothing else', () => {
    const { drawn } = drawnOf([line, pointAt('a', 44, 30), pointAt('b', 44, 40)])
    expect(idsOf(drawn.touching([around([44, 30], 5)]))).toEqual(['line', 'a'])
    expect(idsOf(drawn.touching([around([44, 40], 5)]))).toEqual(['b'])
    expect(drawn.touching([around([44, 35], 5)])).toEqual([])
  })

  test('is found on a turned map', () => {
    const turned = { ...grid, rotation: 1 }
    const { drawn } = drawnOf([line, pointAt('a', 44, 30)], new Map(), turned)
    expect(idsOf(drawn.touching([around([44, 30], 5, turned)]))).toEqual(['line', 'a'])
    expect(idsOf(drawn.touching([around([49, 30], 5, turned)]))).toEqual(['line'])
  })

  test('is found in every turn of the world, and over the antimeridian', () => {
    const over = newAnnotation(
      'line',
      {
        type: 'LineString',
        coordinates: [
          [179, 10],
          [-179, 10],
        ],
      },
      {},
      undefined,
      'over',
    )
    const { drawn } = drawnOf([over, pointAt('a', -179.5, 10)])
    for (const turn of [-2, -1, 0, 1, 3]) {
      const { left, top, right, bottom } = around([-179.5, 10], 5)
      const by = (turn * worldM) / grid.resolution
      expect(idsOf(drawn.touching([{ left: left + by, top, right: right + by, bottom }])), `turn ${turn}`).toEqual(['over', 'a'])
    }
  })

  test('is found where it is now, after it was moved, and not where it was', () => {
    const { features, drawn } = drawnOf([pointAt('a', 44, 30), pointAt('b', 44, 40)])
    expect(idsOf(drawn.touching([around([44, 30], 5)]))).toEqual(['a'])
    features.show([pointAt('a', 10, 10), pointAt('b', 44, 40), pointAt('c', 44, 40)])
    drawn.forget('a')
    expect(drawn.touching([around([44, 30], 5)])).toEqual([])
    expect(idsOf(drawn.touching([around([44, 40], 5), around([10, 10], 5)]))).toEqual(['a', 'b', 'c'])
    features.show([pointAt('b', 44, 40)])
    drawn.forget('a')
    drawn.forget('c')
    expect(idsOf(drawn.touching([around([44, 40], 5), around([10, 10], 5)]))).toEqual(['b'])
  })

  test('has its name with it', () => {
    const placement: Placement = { align: 'left', offsetX: 10, offsetY: 0 }
    const { drawn } = drawnOf([pointAt('a', 44, 30, 'A long name indeed')], new Map([['annotation a', placement]]))
    const [x, y] = onGrid(toPlane([44, 30]), grid)
    expect(idsOf(drawn.touching([{ left: x + 60, top: y, right: x + 61, bottom: y + 1 }]))).toEqual(['a'])
  })
})

describe('A name that stands elsewhere than it was drawn', () => {
  test('is told, and only that', () => {
    const placements = new Map<string, Placement>([
      ['annotation a', { align: 'left', offsetX: 10, offsetY: 0 }],
      ['annotation b', { align: 'left', offsetX: 10, offsetY: 0 }],
    ])
    const { drawn } = drawnOf([pointAt('a', 44, 30, 'A'), pointAt('b', 45, 30, 'B')], placements)
    drawn.boxOf('a')
    drawn.boxOf('b')
    expect(drawn.misplaced()).toEqual([])
    placements.set('annotation b', { align: 'right', offsetX: -10, offsetY: 0 })
    expect(drawn.misplaced()).toEqual(['b'])
    drawn.forget('b')
    drawn.boxOf('b')
    expect(drawn.misplaced()).toEqual([])
  })
})

describe('The turns of the world', () => {
  test('in which a box is seen are those of a map that shows the world again and again', () => {
    const far: Grid = { resolution: 100_000, rotation: 0, pixelRatio: 1 }
    const box = boxOfExtent([4_800_000, 3_900_000, 4_900_000, 4_000_000], far)
    const [world] = onGrid([worldM, 0], far)
    const screen = { left: -2.5 * world, top: -200, right: 2.5 * world, bottom: 200 }
    expect(offsetsIn(box, [screen], far).toSorted((a, b) => a - b)).toEqual([-2, -1, 0, 1, 2].map((turn) => turn * worldM))
    expect(offsetsIn(box, [{ ...screen, top: 300, bottom: 400 }], far)).toEqual([])
  })
})

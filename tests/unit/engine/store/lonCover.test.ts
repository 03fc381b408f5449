import { describe, expect, test } from 'vitest'
import { LonCover } from '../../../../electron/engine/store/lonCover.ts'

function extent(...intervals: [number, number][]): [number, number] | null {
  const cover = new LonCover()
  for (const [west, east] of intervals) cover.add(west, east)
  return cover.extent()
}

describe('The extent of longitudes', () => {
  test.each<[string, [number, number][], [number, number] | null]>([
    ['nothing', [], null],
    ['a point', [[44.25, 44.25]], [44.25, 44.25]],
    [
      'far points',
      [
        [-100.5, -100.5],
        [100.25, 100.25],
      ],
      [-100.5, 100.25],
    ],
    [
      'points on both sides of the antimeridian',
      [
        [179, 179],
        [-179, -179],
      ],
      [-179, 179],
    ],
    [
      'something that reaches it from both sides',
      [
        [178.5, 180],
        [-180, -177.5],
      ],
      [178.5, -177.5],
    ],
    [
      'Russia',
      [
        [27.3, 180],
        [-180, -169.1],
      ],
      [27.3, -169.1],
    ],
    ['the world', [[-180, 180]], [-180, 180]],
    [
      'the world’s countries',
      [
        [-180, -60],
        [-70, 20],
        [10, 180],
      ],
      [-180, 180],
    ],
    [
      'something at the antimeridian, with a gap that is less than half the world',
      [
        [-180, 0],
        [100, 180],
      ],
      [-180, 180],
    ],
    [
      'the antimeridian itself',
      [
        [180, 180],
        [-180, -180],
      ],
      [180, -180],
    ],
  ])('of %s', (_, intervals, expected) => {
    expect(extent(...intervals)).toEqual(expected)
  })
})

import { describe, expect, test } from 'vitest'
import { nearestCatch } from '../../../../renderer/map/annotations/tools/snapping.ts'

const line = { flat: [0, 0, 100, 0, 100, 100], stride: 2, ends: [6] }

describe('what the pointer catches on', () => {
  test('a vertex before an edge that is nearer', () => {
    expect(nearestCatch([line], [96, 1], 10)).toEqual({ at: [100, 0], on: 'vertex' })
  })
  test('an edge where no vertex is in reach', () => {
    expect(nearestCatch([line], [50, 6], 10)).toEqual({ at: [50, 0], on: 'edge' })
  })
  test('nothing beyond reach', () => {
    expect(nearestCatch([line], [50, 11], 10)).toBeNull()
  })
  test('the nearest of several', () => {
    const points = { flat: [0, 0, 9, 9, 4, 5], stride: 3, ends: [3, 6] }
    expect(nearestCatch([points, { flat: [2, 2], stride: 2, ends: [2] }], [3, 3], 20)?.at).toEqual([2, 2])
  })
  test('there is no edge between two lines of one shape', () => {
    const two = { flat: [0, 0, 10, 0, 90, 0, 100, 0], stride: 2, ends: [4, 8] }
    expect(nearestCatch([two], [50, 0], 5)).toBeNull()
  })
})

import { expect, test } from 'vitest'
import { linePart } from '../../../../renderer/map/annotations/linePart.ts'

const bent = [
  [0, 0],
  [10, 0],
  [10, 10],
  [10, 10],
  [0, 10],
]

test('a part of a line keeps the vertices between its ends', () => {
  expect(linePart(bent, 0, 1)).toEqual([
    [0, 0],
    [10, 0],
    [10, 10],
    [10, 10],
    [0, 10],
  ])
  expect(linePart(bent, 0.1, 0.5)).toEqual([
    [3, 0],
    [10, 0],
    [10, 5],
  ])
  expect(linePart(bent, 0.5, 0.6)).toEqual([
    [10, 5],
    [10, 8],
  ])
  const [first, ...rest] = linePart(bent, 0.7, 1)
  expect(first![0]).toBeCloseTo(9)
  expect(rest.at(-1)).toEqual([0, 10])
})

import { expect, test } from 'vitest'
import { newAnnotation } from '../../../../renderer/document/annotations/new.ts'
import { placesOf } from '../../../../renderer/document/annotations/places.ts'

const listOf = (...ids: string[]) => ids.map((id) => newAnnotation('point', { type: 'Point', coordinates: [0, 0] }, {}, undefined, id))

test('annotations are found where they stand, from the bottom, each once', () => {
  expect(placesOf(listOf('a', 'b', 'c'), ['c', 'a', 'c'])).toEqual([0, 2])
})

test('annotations are found where they stand now, wherever they stood before', () => {
  expect(placesOf(listOf('p', 'q', 'r'), ['r'])).toEqual([2])
  expect(placesOf(listOf('r', 'p', 'q'), ['r', 'q']), 'another order').toEqual([0, 2])
  expect(placesOf(listOf('q'), ['r', 'q']), 'one is gone').toEqual([0])
  expect(placesOf([], ['r', 'q'])).toEqual([])
  expect(placesOf(listOf('x', 'r'), ['r']), 'in another map').toEqual([1])
})

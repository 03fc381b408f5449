import { describe, expect, test } from 'vitest'
import type { AnnotationGeometry } from '../../../../electron/contract/annotation.ts'
import { vertexLines, withInserted, withoutVertex, withVertex } from '../../../../renderer/map/annotations/editing/vertices.ts'

const line: AnnotationGeometry = {
  type: 'LineString',
  coordinates: [
    [0, 0],
    [1, 1],
    [2, 0],
  ],
}
const ring: AnnotationGeometry = {
  type: 'Polygon',
  coordinates: [
    [
      [0, 0],
      [4, 0],
      [4, 4],
      [0, 4],
      [0, 0],
    ],
  ],
}

describe('vertices', () => {
  test('one is moved', () => {
    expect(withVertex(line, { line: 0, index: 1 }, [5, 5]).coordinates).toEqual([
      [0, 0],
      [5, 5],
      [2, 0],
    ])
  })
  test('the first of a ring is its last too', () => {
    expect(withVertex(ring, { line: 0, index: 0 }, [-1, -1]).coordinates).toEqual([
      [
        [-1, -1],
        [4, 0],
        [4, 4],
        [0, 4],
        [-1, -1],
      ],
    ])
  })
  test('one is added between two, also where a ring closes', () => {
    expect(withInserted(line, { line: 0, index: 1 }, [0.5, 0]).coordinates).toEqual([
      [0, 0],
      [0.5, 0],
      [1, 1],
      [2, 0],
    ])
    expect(withInserted(ring, { line: 0, index: 4 }, [0, 2]).coordinates).toEqual([
      [
        [0, 0],
        [4, 0],
        [4, 4],
        [0, 4],
        [0, 2],
        [0, 0],
      ],
    ])
  })
  test('the first of a ring can be taken away', () => {
    expect(withoutVertex(ring, { line: 0, index: 0 })?.coordinates).toEqual([
      [
        [4, 0],
        [4, 4],
        [0, 4],
        [4, 0],
      ],
    ])
  })
  test('a line keeps two, a ring three', () => {
    const two: AnnotationGeometry = {
      type: 'LineString',
      coordinates: [
        [0, 0],
        [1, 1],
      ],
    }
    expect(withoutVertex(two, { line: 0, index: 0 })).toBeNull()
    const three = withoutVertex(ring, { line: 0, index: 1 })
    expect(three).not.toBeNull()
    expect(withoutVertex(three!, { line: 0, index: 1 })).toBeNull()
    expect(withoutVertex({ type: 'Point', coordinates: [0, 0] }, { line: 0, index: 0 })).toBeNull()
  })
  test('across the antimeridian, longitudes go on', () => {
    expect(
      vertexLines({
        type: 'LineString',
        coordinates: [
          [179, 0],
          [-179, 0],
        ],
      }),
    ).toEqual([
      [
        [179, 0],
        [181, 0],
      ],
    ])
  })
})

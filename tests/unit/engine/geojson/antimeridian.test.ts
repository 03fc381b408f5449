import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cutLine, cutPolygon, degrees, jumps, type Position } from '../../../../electron/engine/geojson/antimeridian.ts'

const box = (west: number, south: number, east: number, north: number): Position[] => [
  [west, south],
  [east, south],
  [east, north],
  [west, north],
  [west, south],
]

/** Twice the area of a closed ring, positive when it is counterclockwise (the shoelace formula). */
function area(ring: Position[]): number {
  let sum = 0
  for (let i = 1; i < ring.length; i++) {
    const [x0, y0] = ring[i - 1] as [number, number]
    const [x1, y1] = ring[i] as [number, number]
    sum += x0 * y1 - x1 * y0
  }
  return sum
}

const wrap = (lon: number): number => (lon > 180 ? lon - 360 : lon < -180 ? lon + 360 : lon)

describe('Lines', () => {
  test('that do not cross are left alone', () => {
    const line = [
      [179, 0],
      [180, 5],
      [179, 10],
    ]
    expect(cutLine(line, degrees)[0]).toBe(line)
  })

  test('are cut where they cross, there and back', () => {
    expect(
      cutLine(
        [
          [170, 0],
          [-170, 20],
          [170, 40],
        ],
        degrees,
      ),
    ).toEqual([
      [
        [170, 0],
        [180, 10],
      ],
      [
        [-180, 10],
        [-170, 20],
        [-180, 30],
      ],
      [
        [180, 30],
        [170, 40],
      ],
    ])
  })

  test('keep their height through a cut', () => {
    expect(
      cutLine(
        [
          [170, 0, 100],
          [-170, 0, 200],
        ],
        degrees,
      )[0]?.[1],
    ).toEqual([180, 0, 150])
  })

  test('that only touch both sides go over, without a band across the map', () => {
    expect(
      cutLine(
        [
          [170, 0],
          [180, 5],
          [-180, 5],
          [-170, 10],
        ],
        degrees,
      ),
    ).toEqual([
      [
        [170, 0],
        [180, 5],
      ],
      [
        [-180, 5],
        [-170, 10],
      ],
    ])
  })

  test('from edge to edge are parallels around the world', () => {
    const parallel = [
      [-180, 10],
      [180, 10],
    ]
    expect(cutLine(parallel, degrees)).toEqual([parallel])
  })

  test('never jump after the cut, and lose nothing of their length', () => {
    const steps = fc.array(fc.tuple(fc.integer({ min: -170_000, max: 170_000 }), fc.integer({ min: -10, max: 10 })), {
      minLength: 2,
      maxLength: 20,
    })
    fc.assert(
      fc.property(fc.integer({ min: -180, max: 180 }), steps, (start, moves) => {
        const line: Position[] = [[start, 0]]
        let length = 0
        for (const [thousandths, dy] of moves) {
          const dx = thousandths / 1_000
          const [x, y] = line.at(-1) as [number, number]
          line.push([wrap(x + dx), y + dy])
          length += Math.abs(dx)
        }
        const pieces = cutLine(line, degrees)
        for (const piece of pieces) expect(jumps(piece, 180)).toBe(false)
        let sum = 0
        for (const piece of pieces) for (let i = 1; i < piece.length; i++) sum += Math.abs((piece[i]?.[0] ?? 0) - (piece[i - 1]?.[0] ?? 0))
        expect(sum).toBeCloseTo(length, 6)
      }),
      { numRuns: 1_000, seed: 1 },
    )
  })
})

describe('Polygons', () => {
  test('are cut into one on each side, holes too', () => {
    const outer = [
      [170, 0],
      [-170, 0],
      [-170, 20],
      [170, 20],
      [170, 0],
    ]
    const hole = [
      [175, 5],
      [-175, 5],
      [-175, 15],
      [175, 15],
      [175, 5],
    ]
    const polygons = cutPolygon([outer, hole], degrees)
    expect(polygons).toHaveLength(2)
    for (const rings of polygons) {
      expect(rings).toHaveLength(2)
      expect(Math.abs(area(rings[0] as Position[]))).toBeCloseTo(2 * 200)
      expect(Math.abs(area(rings[1] as Position[]))).toBeCloseTo(2 * 50)
    }
  })

  test('with a hole on one side only keep it there', () => {
    const outer = [
      [170, 0],
      [-170, 0],
      [-170, 20],
      [170, 20],
      [170, 0],
    ]
    const polygons = cutPolygon([outer, box(-175, 5, -172, 10)], degrees)
    expect(polygons.map((rings) => rings.length)).toEqual([1, 2])
  })

  test('around a pole are closed over it', () => {
    const ring = [
      [-120, -70],
      [0, -75],
      [120, -70],
      [-120, -70],
    ]
    const polygons = cutPolygon([ring], degrees)
    const lats = polygons.flat(2).map((position) => position[1])
    expect(Math.min(...(lats as number[]))).toBe(-90)
    // 360° wide, from the pole up to 70° or 75° south.
    const total = polygons.reduce((sum, rings) => sum + Math.abs(area(rings[0] as Position[])) / 2, 0)
    expect(total).toBeGreaterThan(360 * 15)
    expect(total).toBeLessThan(360 * 20)
  })

  test('between two rings around the world are the band between them', () => {
    const pole = [0, -120, 120, 0].map((lon) => [lon, -89])
    const coast = [-90, 30, 150, -90].map((lon) => [lon, -70])
    for (const rings of [
      [pole, coast],
      [pole, coast.toReversed()],
      [coast, pole],
    ]) {
      const polygons = cutPolygon(rings, degrees)
      expect(polygons.every((pieces) => pieces.length === 1)).toBe(true)
      const total = polygons.reduce((sum, [piece]) => sum + Math.abs(area(piece as Position[])) / 2, 0)
      expect(total).toBeCloseTo(360 * 19)
    }
  })

  test.each([
    [
      'Antarctica as it is cut in most files',
      [
        [-180, -90],
        [180, -90],
        [180, -84],
        [0, -70],
        [-180, -84],
        [-180, -90],
      ],
    ],
    ['the whole world', box(-180, -90, 180, 90)],
    ['a box around most of the world', box(-170, -80, 170, 80)],
  ])('%s is left as it is', (_, ring) => {
    expect(cutPolygon([ring], degrees)).toEqual([[ring]])
  })

  test('never jump after the cut, and keep their area', () => {
    const star = fc.tuple(
      fc.double({ min: -180, max: 180, noNaN: true }),
      fc.array(fc.double({ min: 1, max: 60, noNaN: true }), { minLength: 3, maxLength: 12 }),
    )
    fc.assert(
      fc.property(star, ([lon, radii]) => {
        const ring = radii.map((radius, i) => {
          const angle = (i / radii.length) * 2 * Math.PI
          return [lon + radius * Math.cos(angle), radius * Math.sin(angle)]
        })
        ring.push(ring[0] as Position)
        const polygons = cutPolygon([ring.map(([x, y]) => [wrap(x as number), y as number])], degrees)
        for (const rings of polygons) for (const one of rings) expect(jumps(one, 180)).toBe(false)
        const total = polygons.reduce((sum, rings) => sum + area(rings[0] as Position[]), 0)
        expect(total).toBeCloseTo(area(ring), 4)
      }),
      { numRuns: 1_000, seed: 1 },
    )
  })
})

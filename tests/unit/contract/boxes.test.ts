import { expect, test } from 'vitest'
import { unionOfBoxes } from '../../../electron/contract/boxes.ts'
import type { BoundingBox } from '../../../electron/contract/values.ts'

test.each<[string, (BoundingBox | null)[], BoundingBox | null]>([
  ['none', [], null],
  ['empty ones', [null, null], null],
  ['one', [[44.123456789, 33, 44.123456789, 33]], [44.123456789, 33, 44.123456789, 33]],
  ['two', [[40, 30, 45, 35], null, [-10, 20, 5, 31]], [-10, 20, 45, 35]],
  [
    'one inside another',
    [
      [0, 0, 50, 50],
      [10, 10, 20, 20],
    ],
    [0, 0, 50, 50],
  ],
  ['one across the antimeridian', [[170, -20, -170, -10]], [170, -20, -170, -10]],
  [
    'both sides of it',
    [
      [175, 0, 179, 1],
      [-179, 0, -170, 1],
    ],
    [175, 0, -170, 1],
  ],
  [
    'one across it and one behind',
    [
      [170, 0, -160, 1],
      [-165, 0, -150, 1],
    ],
    [170, 0, -150, 1],
  ],
  [
    'one across it that reaches over another',
    [
      [170, 0, -160, 1],
      [-179, 0, -178, 1],
    ],
    [170, 0, -160, 1],
  ],
  [
    'one across it and one before',
    [
      [170, 0, -170, 1],
      [100, 0, 120, 1],
    ],
    [100, 0, -170, 1],
  ],
  [
    'the world',
    [
      [-180, -90, 180, 90],
      [10, 0, 20, 1],
    ],
    [-180, -90, 180, 90],
  ],
  [
    'all around in pieces',
    [
      [-180, 0, 0, 1],
      [0, 0, 120, 1],
      [110, 0, -170, 1],
    ],
    [-180, 0, 180, 1],
  ],
])('the box around %s', (_, boxes, around) => {
  expect(unionOfBoxes(boxes)).toEqual(around)
})

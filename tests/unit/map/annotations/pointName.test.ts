import { expect, test } from 'vitest'
import { newAnnotation } from '../../../../renderer/document/annotations/new.ts'
import { labelPart } from '../../../../renderer/map/annotations/editing/parts.ts'
import { pointNameLines } from '../../../../renderer/map/annotations/pointName.ts'
import { ptToPx } from '../../../../renderer/map/style/millimetres.ts'
import { labelledPointsOf } from './labelledPoints.ts'

const named = (label: string) => newAnnotation('point', { type: 'Point', coordinates: [44, 33] }, { label })
const long = 'Headquarters of the Combined Joint Task Force, Operation Inherent Resolve, from March on'

test('a long name of a point is wrapped between words, and nothing of it is lost', () => {
  const lines = pointNameLines(named(long))
  expect(lines.length).toBeGreaterThan(1)
  expect(lines.join(' ')).toBe(long)
  // Every letter is seven pixels wide here.
  const widestPx = 24 * ptToPx(named(long).properties.style.textSizePt)
  for (const line of lines) expect(line.length * 7).toBeLessThanOrEqual(widestPx)
})

test('a short name stays as it was typed, a word that is too long is kept whole, and spaces are no name', () => {
  expect(pointNameLines(named('Camp Taji\nheld'))).toEqual(['Camp Taji', 'held'])
  expect(pointNameLines(named('x'.repeat(100)))).toEqual(['x'.repeat(100)])
  expect(pointNameLines(named(' \n '))).toEqual([])
})

test('a wrapped name keeps as much room free, and is caught, as it is written', () => {
  const lines = pointNameLines(named(long))
  const [asked] = labelledPointsOf(named(long))
  expect(asked!.text.split('\n')).toEqual(lines)
  const part = labelPart(named(long), { align: 'left', offsetX: 5, offsetY: 0 })!
  expect(part.box.right - part.box.left).toBe(Math.max(...lines.map((line) => line.length * 7)))
})

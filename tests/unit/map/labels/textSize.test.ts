import { expect, test } from 'vitest'
import { textHeightPx } from '../../../../renderer/map/labels/textSize.ts'

test('A text takes the height of what is seen of it: further lines at the distance that OpenLayers sets them in', () => {
  expect(textHeightPx('Camp Taji', 10)).toBeCloseTo(11.5)
  expect(textHeightPx('Camp Taji\nBaghdad', 10)).toBeCloseTo(11.5 + 13.62)
})

test('Arabic letters reach further up and down', () => {
  expect(textHeightPx('قاعدة القيارة الجوية', 10)).toBeGreaterThan(textHeightPx('Qayyara Air Base', 10))
})

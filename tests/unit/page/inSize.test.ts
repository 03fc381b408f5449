import { expect, test } from 'vitest'
import type { PageSize } from '../../../electron/contract/page.ts'
import { inSize } from '../../../renderer/page/inSize.ts'
import { presetPage } from '../../../renderer/page/presets/index.ts'
import { contextOf, iraq } from './content.ts'

const mm = (width: number, height: number): PageSize => ({ unit: 'mm', width, height })
const pageOf = (size: PageSize) => presetPage('map-update', size, { context: contextOf(), view: iraq, text: '' }, 'p')
const [a3, a4] = [mm(420, 297), mm(297, 210)]

test('A page that is asked for in no other size stays as it is', () => {
  const page = pageOf(a3)
  expect(inSize(page, null, false)).toBe(page)
})

test('All that is on a page grows and shrinks with it', () => {
  const page = pageOf(a3)
  const small = inSize(page, a4, false)
  expect(small.size).toEqual(a4)
  for (const [index, { box }] of page.elements.entries()) {
    const now = small.elements[index]?.box
    expect(now?.width).toBeCloseTo((box.width * 297) / 420, 6)
    expect(now?.height).toBeCloseTo((box.height * 210) / 297, 6)
  }
})

test('Paper with a name lies as the page does; a size in numbers is as it is written', () => {
  const upright = pageOf(mm(297, 420))
  expect(inSize(upright, a4, false).size).toEqual(mm(210, 297))
  expect(inSize(upright, mm(300, 200), false).size).toEqual(mm(300, 200))
  expect(inSize(pageOf(a3), mm(210, 297), true).size).toEqual(mm(210, 297))
})

test('A page that lies on its side is turned upright', () => {
  expect(inSize(pageOf(a3), null, true).size).toEqual(mm(297, 420))
})

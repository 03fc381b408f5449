import { expect, it } from 'vitest'
import { boldMarked, lineMarked } from '../../../renderer/page/text/marking.ts'

it('makes words bold, and plain again', () => {
  const bold = boldMarked('K1 base near Kirkuk', 3, 7)
  expect(bold).toEqual({ text: 'K1 **base** near Kirkuk', from: 5, to: 9 })
  expect(boldMarked(bold.text, bold.from, bold.to)).toEqual({ text: 'K1 base near Kirkuk', from: 3, to: 7 })
})

it('makes lines bullets or headings, one in the place of the other, and plain again', () => {
  const text = 'Troops\nfirst\nsecond'
  const bullets = lineMarked(text, 9, 15, '- ')
  expect(bullets.text).toBe('Troops\n- first\n- second')
  const heading = lineMarked(bullets.text, 8, 8, '# ')
  expect(heading.text).toBe('Troops\n# first\n- second')
  expect(lineMarked(heading.text, 8, 8, '# ').text).toBe('Troops\nfirst\n- second')
})

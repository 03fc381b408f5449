import { describe, expect, it } from 'vitest'
import { type ElementType, type Page, PageElement } from '../../../electron/contract/page.ts'
import { overlap } from '../../../renderer/page/boxes.ts'
import { elementNames } from '../../../renderer/page/elements.ts'
import { addedElement } from '../../../renderer/page/placing.ts'
import { sizeMm } from '../../../renderer/page/units.ts'
import { parseSize } from '../../../renderer/page/sizes.ts'
import { frame, pageOf } from './content.ts'

const types = Object.keys(elementNames) as ElementType[]
const sizes = ['a5', 'a0', '1920x1080', '64x4000', '20x20mm'].map((text) => parseSize(text)!)

describe('an element that is added', () => {
  it.each(types)('%s is on the page, on pages of every size', (type) => {
    for (const size of sizes) {
      const page: Page = { ...pageOf(), size }
      const element = addedElement(page, type, 'new')
      PageElement.parse(element)
      const { width, height } = sizeMm(size)
      const { box } = element
      expect(box.x >= 0 && box.y >= 0 && box.x + box.width <= width + 0.01 && box.y + box.height <= height + 0.01).toBe(true)
    }
  })

  it('does not hide the one before it, and has a name of its own', () => {
    const first = addedElement(pageOf(frame()), 'text', 'one')
    const second = addedElement(pageOf(frame(), first), 'text', 'two')
    expect(second.name).toBe('Text 2')
    expect(second.box.x).toBeGreaterThan(first.box.x)
  })

  it('stands on the map when it speaks of it', () => {
    const map = frame()
    expect(overlap(addedElement(pageOf(map), 'scaleBar', 'new').box, map.box)).toBe(true)
  })
})

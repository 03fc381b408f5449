import { describe, expect, it } from 'vitest'
import { Page, type PageElement } from '../../../electron/contract/page.ts'
import { bottom, overlap, right } from '../../../renderer/page/boxes.ts'
import { mapSlots } from '../../../renderer/page/drawing.ts'
import { layoutPage } from '../../../renderer/page/layout.ts'
import { presetPage, presets } from '../../../renderer/page/presets/index.ts'
import { describeSize, namedSizeOf, namedSizes, parseSize, turned } from '../../../renderer/page/sizes.ts'
import { contextOf, document, iraq, texts } from './content.ts'

const text =
  '# Troops\n- **U.S.: 5,200**, to fall to 3,000\n- France: about 600\n\nIn January 2020 the council called for all foreign troops to leave.'
const sizes = namedSizes.flatMap(({ size }) => [turned(size, 'landscape'), turned(size, 'portrait')])
const custom = [
  { unit: 'mm' as const, width: 20, height: 20 },
  { unit: 'mm' as const, width: 1000, height: 100 },
  { unit: 'px' as const, width: 600, height: 2400, dpi: 96 },
]
const cases = presets.flatMap(({ id }) => [...sizes, ...custom].map((size) => [id, describeSize(size), size] as const))

describe.each(cases)('%s on %s', (preset, _, size) => {
  for (const words of [text, '']) {
    const page = presetPage(preset, size, { context: contextOf(), view: iraq, text: words }, 'p')

    it(`is a page that the schema allows, all of it on the sheet (${words === '' ? 'without' : 'with'} facts)`, () => {
      expect(Page.parse(page)).toEqual(page)
      const { widthMm, heightMm } = layoutPage(page, contextOf())
      for (const { box } of page.elements) {
        expect(box.x).toBeGreaterThanOrEqual(-0.01)
        expect(box.y).toBeGreaterThanOrEqual(-0.01)
        expect(right(box)).toBeLessThanOrEqual(widthMm + 0.1)
        expect(bottom(box)).toBeLessThanOrEqual(heightMm + 0.1)
      }
      expect(new Set(page.elements.map(({ id }) => id)).size).toBe(page.elements.length)
    })

    it(`lets nothing lie on another but on the map, a band or a plate (${words === '' ? 'without' : 'with'} facts)`, () => {
      const drawing = layoutPage(page, contextOf())
      const isGround = ({ type }: Pick<PageElement, 'type'>): boolean => type === 'mapFrame' || type === 'rectangle'
      const drawn = drawing.elements.filter((element) => !isGround(element) && element.marks.length > 0)
      for (const [index, one] of drawn.entries())
        for (const other of drawn.slice(index + 1)) {
          const smaller = {
            ...one.box,
            x: one.box.x + 0.01,
            y: one.box.y + 0.01,
            width: one.box.width - 0.02,
            height: one.box.height - 0.02,
          }
          expect(overlap(smaller, other.box), `${one.id} and ${other.id}`).toBe(false)
        }
    })
  }
})

describe.each(presets.flatMap(({ id }) => sizes.map((size) => [id, describeSize(size), size] as const)))(
  '%s on %s, with a usual map',
  (preset, _, size) => {
    const page = presetPage(preset, size, { context: contextOf(), view: iraq, text }, 'p')
    const drawing = layoutPage(page, contextOf())

    it('has room for everything', () => {
      expect(drawing.notPlaced).toEqual([])
    })

    it('shows all of what it is to show, and the title in full', () => {
      const [slot] = mapSlots(drawing)
      const [west, south, east, north] = slot?.view.extent ?? [0, 0, 0, 0]
      expect(west).toBeLessThanOrEqual(iraq.box[0] + 1e-6)
      expect(south).toBeLessThanOrEqual(iraq.box[1] + 1e-6)
      expect(east).toBeGreaterThanOrEqual(iraq.box[2] - 1e-6)
      expect(north).toBeGreaterThanOrEqual(iraq.box[3] - 1e-6)
      if (preset !== 'plain-figure')
        expect(
          texts(drawing, 'title')
            .map((mark) => mark.text)
            .join(' '),
        ).toBe(document.title)
    })

    it('has type that can be read', () => {
      for (const mark of texts(drawing)) expect(mark.sizePt, mark.text).toBeGreaterThanOrEqual(4)
    })
  },
)

describe('the fact box', () => {
  const on = (preset: (typeof presets)[number]['id'], words: string): PageElement | undefined =>
    presetPage(preset, turned({ unit: 'mm', width: 210, height: 297 }, 'landscape'), {
      context: contextOf(),
      view: iraq,
      text: words,
    }).elements.find(({ type }) => type === 'text')

  it('waits for its text where a layout has a place for it', () => {
    for (const preset of ['map-update', 'briefing'] as const) expect(on(preset, '')).toMatchObject({ visible: true, text: '' })
  })

  it('is kept out of sight where it has none, so that the next layout has its text', () => {
    for (const preset of ['plain-figure', 'full-bleed'] as const) {
      expect(on(preset, text)).toMatchObject({ visible: false, text })
      expect(on(preset, '')).toBeUndefined()
    }
  })
})

describe('sizes', () => {
  it.each([
    ['a4', { unit: 'mm', width: 210, height: 297 }],
    ['A3', { unit: 'mm', width: 297, height: 420 }],
    ['300x200mm', { unit: 'mm', width: 300, height: 200 }],
    ['30 × 20 cm', { unit: 'mm', width: 300, height: 200 }],
    ['1000x500', { unit: 'px', width: 1000, height: 500, dpi: 96 }],
    ['2048x2048px', { unit: 'px', width: 2048, height: 2048, dpi: 96 }],
  ])('are read as people write them: %s', (written, size) => {
    expect(parseSize(written)).toEqual(size)
  })

  it.each(['', 'a9', '0x0', '-5x10mm', '10x10mm', '99999x10px', 'NaNxNaN', '1e9x1mm'])('that are none are refused: %s', (written) => {
    expect(parseSize(written)).toBeNull()
  })

  it('have their name whichever way up', () => {
    expect(describeSize({ unit: 'mm', width: 420, height: 297 })).toBe('A3 landscape')
    expect(describeSize({ unit: 'px', width: 1920, height: 1080, dpi: 96 })).toBe('16:9, 1920 × 1080')
    expect(describeSize({ unit: 'mm', width: 300, height: 200 })).toBe('300 × 200 mm')
    expect(namedSizeOf({ unit: 'px', width: 1920, height: 1080, dpi: 300 })).toBeNull()
  })
})

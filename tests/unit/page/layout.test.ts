import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Mark, PageDrawing } from '../../../renderer/page/drawing.ts'
import { mapSlots } from '../../../renderer/page/drawing.ts'
import { layoutPage } from '../../../renderer/page/layout.ts'
import { anyDocument } from '../document/documents.ts'
import { a4, contextOf, document, frame, make, pageOf, texts, words } from './content.ts'
import { measure } from './measure.ts'
import { anyPage } from './pages.ts'
import { toSvg } from './toSvg.ts'

/** Every number of a drawing. */
function* numbersIn(value: unknown): Iterable<number> {
  if (typeof value === 'number') yield value
  else if (typeof value === 'object' && value !== null) for (const one of Object.values(value)) yield* numbersIn(one)
}

const marksOf = (drawing: PageDrawing): Mark[] => drawing.elements.flatMap(({ marks }) => marks)

describe('laying out', () => {
  it('gives finite numbers for any page of any document, and does not throw', () => {
    fc.assert(
      fc.property(anyPage('p'), anyDocument, (page, any) => {
        const drawing = layoutPage(page, { document: any, frames: new Map(), measure })
        for (const value of numbersIn(drawing)) if (!Number.isFinite(value)) throw new Error(JSON.stringify(drawing).slice(0, 500))
        expect(toSvg(drawing)).not.toContain('NaN')
      }),
      { numRuns: 300 },
    )
  })

  it('gives the same drawing each time', () => {
    fc.assert(
      fc.property(anyPage('p'), (page) => {
        expect(layoutPage(page, contextOf())).toEqual(layoutPage(structuredClone(page), contextOf()))
      }),
      { numRuns: 30 },
    )
  })

  it('survives letters that cannot be measured', () => {
    const page = pageOf(
      frame(),
      make('title', { x: 0, y: 0, width: 100, height: 20 }),
      make('legend', { x: 220, y: 30, width: 60, height: 100 }),
    )
    for (const width of [Number.NaN, Infinity, -1, 0]) {
      const drawing = layoutPage(page, contextOf({ measure: () => width }))
      expect(marksOf(drawing).length).toBeGreaterThan(0)
    }
  })

  it('has the page in millimetres and its elements from the bottom up', () => {
    const drawing = layoutPage(pageOf(frame(), make('title', { x: 0, y: 0, width: 100, height: 20 })), contextOf())
    expect([drawing.widthMm, drawing.heightMm]).toEqual([a4.width, a4.height])
    expect(drawing.elements.map(({ id }) => id)).toEqual(['map', 'title'])
  })

  it('leaves out what is switched off', () => {
    const drawing = layoutPage(
      pageOf(frame({ visible: false }), make('title', { x: 0, y: 0, width: 100, height: 20 }, { visible: false })),
      contextOf(),
    )
    expect(drawing.elements).toEqual([])
  })

  it('measures a page in pixels by its resolution', () => {
    const drawing = layoutPage({ ...pageOf(), size: { unit: 'px', width: 1920, height: 1080, dpi: 96 } }, contextOf())
    expect([drawing.widthMm, drawing.heightMm]).toEqual([508, 285.75])
  })

  it('tells a map what lies over it, as large as it really is', () => {
    const legend = make('legend', { x: 12, y: 100, width: 80, height: 88 }, { fit: 'bottom-left' })
    const under = make(
      'rectangle',
      { x: 0, y: 0, width: 300, height: 200 },
      { panel: { fill: '#ffffff', fillOpacity: 1, stroke: null, strokeWidthMm: 0, paddingMm: 0 } },
      'ground',
    )
    const beside = make('title', { x: 220, y: 0, width: 60, height: 20 })
    const drawing = layoutPage(pageOf(under, frame(), legend, beside), contextOf())
    const [slot] = mapSlots(drawing)
    const box = drawing.elements.find(({ id }) => id === 'legend')?.box
    expect(slot?.covered).toEqual([box])
    expect(box?.height).toBeLessThan(60)
    expect((box?.y ?? 0) + (box?.height ?? 0)).toBeCloseTo(188)
  })

  it('does not take a neat line for something that hides the map', () => {
    const drawing = layoutPage(pageOf(frame(), make('rectangle', { x: 10, y: 30, width: 200, height: 160 })), contextOf())
    expect(mapSlots(drawing)[0]?.covered).toEqual([])
  })

  it('gives letters on the bare map a rim, light or dark against them', () => {
    const box = { x: 20, y: 40, width: 100, height: 12 }
    const halo = (color: string, ...between: ReturnType<typeof make>[]): string | undefined => {
      const { style } = make('title', box)
      const drawing = layoutPage(pageOf(frame(), ...between, make('title', box, { style: { ...style, color } })), contextOf())
      return texts(drawing, 'title')[0]?.halo?.color
    }
    const plate = make(
      'rectangle',
      { x: 0, y: 0, width: 290, height: 200 },
      { panel: { fill: '#ffffff', fillOpacity: 0.9, stroke: null, strokeWidthMm: 0, paddingMm: 0 } },
    )
    expect(halo('#000000')).toBe('#ffffff')
    expect(halo('#ffffff')).toBe('#1f2328')
    expect(halo('#000000', plate)).toBeUndefined()
  })
})

describe('title, subtitle and stamp', () => {
  const box = { x: 10, y: 10, width: 120, height: 12 }
  const titled = (title: string, changes = {}): PageDrawing =>
    layoutPage(pageOf(make('title', box, changes)), contextOf({ document: { ...document, title } }))

  it('come from the document, or are texts of their own', () => {
    const subtitle = make('subtitle', { ...box, y: 30 })
    expect(words(layoutPage(pageOf(make('title', box), subtitle), contextOf()))).toEqual([document.title, document.subtitle])
    expect(words(layoutPage(pageOf(make('title', box, { text: 'Own' })), contextOf()))).toEqual(['Own'])
  })

  it.each([
    ['2020-09-23', 'As of 23 September 2020 · Update 1'],
    ['2020-09', 'As of September 2020 · Update 1'],
    ['2020', 'As of 2020 · Update 1'],
    [null, 'Update 1'],
  ])('say a date as precisely as it is known: %s', (asOf, words_) => {
    expect(words(layoutPage(pageOf(make('asOf', box)), contextOf({ document: { ...document, asOf } })))).toEqual([words_])
  })

  it('can leave the number of the update out', () => {
    expect(words(layoutPage(pageOf(make('asOf', box, { showUpdate: false })), contextOf()))).toEqual(['As of 23 September 2020'])
  })

  it('are made smaller before they are wrapped, and not broken within a word', () => {
    const short = texts(titled('Bases'))[0]
    const long = texts(titled('Military bases of the coalition in Iraq, held and handed over'))
    expect(long.length).toBeLessThanOrEqual(2)
    expect(long[0]?.sizePt).toBeLessThan(short?.sizePt ?? 0)
  })

  it('of 10,000 letters are cut with an ellipsis, inside their box, and it is said', () => {
    for (const title of ['word '.repeat(2_000), 'W'.repeat(10_000)]) {
      const drawing = titled(title)
      const lines = texts(drawing)
      expect(lines.at(-1)?.text.endsWith('…')).toBe(true)
      for (const { widthMm, at } of lines) {
        expect(widthMm).toBeLessThanOrEqual(box.width + 0.01)
        expect(at[1]).toBeLessThanOrEqual(box.y + box.height)
      }
      expect(drawing.notPlaced).toMatchObject([{ element: 'title', sentence: 'The title is too long for its box and was cut.' }])
    }
  })

  it('in Arabic begin at the right', () => {
    const [mark] = texts(titled('القواعد العسكرية في العراق'))
    expect(mark).toMatchObject({ direction: 'rtl', align: 'right', at: [130, expect.any(Number)] })
  })

  it('follow most of their letters where scripts are mixed', () => {
    expect(texts(titled('1) قاعدة K1'))[0]?.direction).toBe('rtl')
    expect(texts(titled('K1: قاعدة'))[0]?.direction).toBe('rtl')
    expect(texts(titled('Ain al-Asad Air Base (عين الأسد)'))[0]?.direction).toBe('ltr')
  })
})

describe('the fact box', () => {
  const block = (text: string, changes = {}): PageDrawing =>
    layoutPage(pageOf(make('text', { x: 10, y: 10, width: 60, height: 80 }, { text, ...changes })), contextOf())

  it('draws headings larger and bold, bullets with a dot, and bold words where the stars are', () => {
    const drawing = block('# Troops\n- U.S.: **5,200** soldiers\n\nPlain * text')
    expect(texts(drawing).map(({ text, font }) => [text, font.weight])).toEqual([
      ['Troops', 600],
      ['U.S.: ', 400],
      ['5,200 ', 600],
      ['soldiers', 400],
      ['Plain * text', 400],
    ])
    expect(marksOf(drawing).filter(({ kind }) => kind === 'circle')).toHaveLength(1)
  })

  it('wraps within its box, and keeps what it is told not to break', () => {
    const drawing = block('The council called for all foreign troops to leave the country, in a resolution that binds nobody.')
    expect(texts(drawing).length).toBeGreaterThan(1)
    for (const { widthMm } of texts(drawing)) expect(widthMm).toBeLessThanOrEqual(60.01)
  })

  it('writes each paragraph in its own direction', () => {
    expect(texts(block('Held\nقاعدة')).map(({ direction, align }) => [direction, align])).toEqual([
      ['ltr', 'left'],
      ['rtl', 'right'],
    ])
  })

  it('is as large as its text where it stands in a corner', () => {
    const [element] = block('Short', { fit: 'bottom-right' }).elements
    expect(element?.box.width).toBeLessThan(20)
    expect((element?.box.x ?? 0) + (element?.box.width ?? 0)).toBeCloseTo(70)
  })

  it('says when a text is cut', () => {
    expect(block('many words '.repeat(500)).notPlaced).toHaveLength(1)
  })

  it('draws nothing, not even its ground, while it is empty', () => {
    expect(marksOf(block(' \n ', { panel: { fill: '#ffffff', fillOpacity: 1, stroke: null, strokeWidthMm: 0, paddingMm: 1 } }))).toEqual([])
  })
})

describe('an image', () => {
  it('is shown whole in the middle of its box', () => {
    const drawing = layoutPage(pageOf(make('image', { x: 10, y: 10, width: 40, height: 40 }, { aspect: 2 })), contextOf())
    expect(marksOf(drawing)).toMatchObject([{ kind: 'image', box: { x: 10, y: 20, width: 40, height: 20 } }])
  })
})

import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { LegendChange } from '../../../electron/contract/page.ts'
import { creditsOf } from '../../../renderer/page/credits.ts'
import { layoutPage } from '../../../renderer/page/layout.ts'
import { intoColumns } from '../../../renderer/page/legend/columns.ts'
import { itemsOf } from '../../../renderer/page/legend/draw.ts'
import { changedItems, classKey, layerKey, legendItems } from '../../../renderer/page/legend/items.ts'
import type { LayerFacts } from '../../../renderer/page/context.ts'
import { neutral } from '../../../renderer/document/palettes.ts'
import { documentOf, layer } from '../document/documents.ts'
import { baseFacts, bases, contextOf, document, facts, frame, held, make, pageOf, words } from './content.ts'
import { anyPage } from './pages.ts'

const listed = (context = contextOf(), changes: LegendChange[] = []): string[] => {
  const legend = make('legend', { x: 220, y: 30, width: 70, height: 150 }, { changes })
  return itemsOf(legend, { page: pageOf(frame(), legend), context }).map(({ label }) => label)
}
const change = (key: string, changes: Partial<LegendChange> = {}): LegendChange => ({
  key,
  label: null,
  hidden: false,
  heading: null,
  ...changes,
})

describe('a legend', () => {
  it('lists what is inside the frame: classes under their layer, then single layers', () => {
    expect(listed()).toEqual(['Coalition bases', 'Still held', 'Transferred', 'Roads'])
  })

  it('lists exactly the classes that occur', () => {
    fc.assert(
      fc.property(fc.subarray(['held', 'transferred', 'planned']), fc.boolean(), (values, hasOther) => {
        const known = facts('bases', { classes: values.map((value) => ({ value, count: 1 })), other: hasOther ? { count: 2 } : null })
        const items = legendItems({ document, facts: [known], frame: null })
        const keys = items.filter(({ isHeading }) => !isHeading).map(({ key }) => key)
        expect(keys).toEqual([...values.map((value) => classKey('bases', value)), ...(hasOther ? ['layer bases *'] : [])])
        expect(items.some(({ isHeading }) => isHeading)).toBe(keys.length > 0)
      }),
    )
  })

  it("shows sizes as marks of the layer, or lines, in no class's colour, and none for areas", () => {
    const size = { field: 'troops', from: 0, to: 5_000, by: 'area', minMm: 1, maxMm: 8, minLineMm: 0.2, maxLineMm: 3 } as const
    const sized = layer('bases', { name: 'Coalition bases', style: { ...bases.style, size } })
    const samples = (geometries: LayerFacts['geometries']) =>
      legendItems({ document: documentOf(sized), facts: [facts('bases', { geometries })], frame: null }).filter(({ key }) =>
        key.startsWith('layer bases size '),
      )
    expect(samples(['point']).map(({ label }) => label)).toEqual(['5,000', '2,000', '100'])
    for (const geometries of [['point'], ['polygon', 'point'], ['polygon', 'line']] as const) {
      for (const { swatch } of samples(geometries))
        expect(swatch).toMatchObject({ geometry: geometries.at(-1), symbol: { color: neutral }, toScale: true })
    }
    expect(samples(['polygon'])).toEqual([])
  })

  it('lists all classes where it is not known which occur, and leaves out hidden layers', () => {
    expect(listed(contextOf({ frames: new Map() }))).toEqual(['Coalition bases', 'Still held', 'Transferred', 'Planned', 'Roads'])
  })

  it('leaves out layers that have nothing in the frame', () => {
    expect(listed(contextOf({ frames: new Map([['map', [facts('roads', { count: 0 })]]]) }))).toEqual([])
  })

  it('lists annotations inside the frame by template, status and kind, and none outside', () => {
    const annotations = [
      held('a', [44, 33]),
      held('b', [43, 34]),
      held('c', [0, 0]),
      held('d', [44, 34], { status: 'abandoned' }),
      held('e', [44, 34], { status: '', style: { ...held('x', [0, 0]).properties.style, color: '#123456' } }),
      held('f', [44, 34], { visible: false, status: 'unseen' }),
    ]
    const context = contextOf({ document: { ...documentOf(), annotations } })
    expect(listed(context)).toEqual(['Point', 'Abandoned', 'Base held'])
    const items = legendItems({ document: context.document, facts: [], frame: null })
    expect(items.find(({ label }) => label === 'Base held')?.count).toBe(3)
  })

  it('does not list what explains itself', () => {
    const annotations = (['text', 'callout', 'measure'] as const)
      .map((kind) => held(kind, [44, 33], { label: kind }))
      .map((one, index) => ({
        ...one,
        properties: { ...one.properties, kind: (['text', 'callout', 'callout'] as const)[index] ?? 'text' },
      }))
    expect(listed(contextOf({ document: { ...documentOf(), annotations } }))).toEqual([])
  })

  it('can be renamed, hidden, reordered and given headings', () => {
    const changes = [
      change(layerKey('roads'), { label: 'Main roads', heading: 'Ways' }),
      change(classKey('bases', 'transferred'), { heading: 'Bases' }),
      change(classKey('bases', 'held'), { label: 'In coalition hands' }),
      change(layerKey('bases'), { hidden: true }),
      change('layer gone'),
    ]
    expect(listed(contextOf(), changes)).toEqual(['Ways', 'Main roads', 'Bases', 'Transferred', 'In coalition hands'])
  })

  it('keeps every item that is not hidden, whatever the changes', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(['a', 'b', 'c', 'd']), fc.shuffledSubarray(['a', 'b', 'c', 'd']), (named, hidden) => {
        const items = ['a', 'b', 'c', 'd'].map((key) => ({ key, label: key, isHeading: false, swatch: null, count: null, isUnder: false }))
        const changed = changedItems(
          items,
          named.map((key) => change(key, { hidden: hidden.includes(key) })),
        ).map(({ key }) => key)
        const visible = ['a', 'b', 'c', 'd'].filter((key) => !(named.includes(key) && hidden.includes(key)))
        expect(changed.toSorted()).toEqual(visible)
        expect(changed.slice(0, named.filter((key) => visible.includes(key)).length)).toEqual(named.filter((key) => visible.includes(key)))
      }),
    )
  })

  it('can say how many there are', () => {
    const legend = make('legend', { x: 220, y: 30, width: 70, height: 150 }, { counts: true })
    expect(words(layoutPage(pageOf(frame(), legend), contextOf()), 'legend')).toEqual([
      'Coalition bases',
      'Still held',
      '\u20022',
      'Transferred',
      '\u20024',
      'Roads',
      '\u200212',
    ])
  })

  it('draws each swatch after its geometry', () => {
    const kinds = (geometry: 'point' | 'line' | 'polygon'): string[] => {
      const context = contextOf({
        document: documentOf(layer('roads')),
        frames: new Map([['map', [facts('roads', { geometries: [geometry] })]]]),
      })
      const drawing = layoutPage(pageOf(frame(), make('legend', { x: 220, y: 30, width: 70, height: 150 })), context)
      return drawing.elements.flatMap(({ id, marks }) => (id === 'legend' ? marks.map(({ kind }) => kind) : []))
    }
    expect([kinds('point')[0], kinds('line')[0], kinds('polygon')[0]]).toEqual(['symbol', 'path', 'rect'])
  })

  it('draws marks as large as the frame does', () => {
    const size = (symbolScale: number): number => {
      const drawing = layoutPage(pageOf(frame({ symbolScale }), make('legend', { x: 220, y: 30, width: 70, height: 150 })), contextOf())
      const marks = drawing.elements.flatMap((element) => (element.id === 'legend' ? element.marks : []))
      return marks.find((mark) => mark.kind === 'symbol')?.sizeMm ?? 0
    }
    expect(size(2) / size(1)).toBeCloseTo(2)
  })

  it('says which of its items have no room', () => {
    const layers = Array.from({ length: 40 }, (_, index) => layer(`l${index}`))
    const context = contextOf({ document: documentOf(...layers), frames: new Map() })
    const drawing = layoutPage(pageOf(frame(), make('legend', { x: 220, y: 30, width: 60, height: 60 })), context)
    expect(drawing.notPlaced.length).toBeGreaterThan(10)
    expect(words(drawing, 'legend').length + drawing.notPlaced.length).toBe(40)
    expect(drawing.notPlaced.at(-1)).toEqual({ element: 'legend', what: 'Layer l39', sentence: 'The legend has no room for “Layer l39”.' })
  })
})

describe('columns', () => {
  const row = (height: number, isHeading = false): { height: number; gap: number; isHeading: boolean } => ({ height, gap: 1, isHeading })

  it('are of like height', () => {
    const { columns, left } = intoColumns(
      Array.from({ length: 9 }, () => row(5)),
      3,
      100,
    )
    expect(columns.map((column) => column.length)).toEqual([3, 3, 3])
    expect(left).toEqual([])
  })

  it('never end with a heading', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.double({ min: 1, max: 9, noNaN: true }), fc.boolean()), { maxLength: 20 }),
        fc.integer({ min: 1, max: 3 }),
        (all, count) => {
          const rows = [...all.map(([height, isHeading]) => row(height, isHeading)), row(3)]
          const { columns, left, height } = intoColumns(rows, count, 40)
          expect(columns.flat().length + left.length).toBe(rows.length)
          expect(columns.length).toBeLessThanOrEqual(count)
          expect(height).toBeLessThanOrEqual(40 + 1e-6)
          for (const column of columns) expect(column.at(-1)?.row.isHeading ?? false).toBe(false)
        },
      ),
    )
  })
})

describe('credits', () => {
  const sources = (context = contextOf(), ...frames: Parameters<typeof pageOf>): string[] =>
    creditsOf(pageOf(...(frames.length === 0 ? [frame()] : frames)), null, context).map(({ text }) => text)

  it('are those of the layers in the frame and of the basemap, each once', () => {
    const twice = new Map([['map', [baseFacts, facts('roads', { credits: [{ text: 'ourairports (ODbL 1.0).', url: null }] })]]])
    expect(sources(contextOf({ frames: twice }))).toEqual(['OurAirports (ODbL 1.0)', 'Made with Natural Earth.'])
  })

  it('leave out hidden layers, and layers without a feature in the frame', () => {
    const known = new Map([
      [
        'map',
        [
          facts('hidden', { credits: [{ text: 'Secret', url: null }] }),
          facts('roads', { count: 0, credits: [{ text: 'None', url: null }] }),
        ],
      ],
    ])
    expect(sources(contextOf({ frames: known }))).toEqual(['Made with Natural Earth.'])
  })

  it('name the sources of annotations in the frame, with an address only where it is one', () => {
    const source = (title: string, url: string) => ({ title, publisher: 'Desk', date: null, url })
    const annotations = [
      held('a', [44, 33], { source: source('Report', 'https://example.org/report') }),
      held('b', [44, 34], { source: source('Note', 'javascript:alert(1)') }),
      held('c', [0, 0], { source: source('Elsewhere', '') }),
    ]
    const context = contextOf({ document: { ...document, annotations, basemap: { style: 'none', labels: 'english' } }, frames: new Map() })
    expect(creditsOf(pageOf(frame()), null, context)).toEqual([
      { text: 'Report, Desk', url: 'https://example.org/report' },
      { text: 'Note, Desk', url: null },
    ])
  })

  it('name the detailed map of Iraq only where it is drawn, and the Arabic names only where they are shown', () => {
    const near = frame({ view: { kind: 'scale', center: [44.4, 33.3], scale: 500_000 } })
    const far = frame({ view: { kind: 'scale', center: [2.3, 48.9], scale: 500_000 } })
    const bare = contextOf({ frames: new Map() })
    expect(sources(bare, near)).toContain('© OpenStreetMap contributors (ODbL 1.0).')
    expect(sources(bare, far)).toEqual(['Made with Natural Earth.'])
    expect(sources(bare, frame({ basemap: { style: 'light', labels: 'both' } }))).toContain('Country names: world-countries (ODbL 1.0).')
    expect(sources(bare, frame({ basemap: { style: 'none', labels: 'both' } }))).toEqual([])
  })

  it('are written in a line that wraps, with their addresses as links', () => {
    const drawing = layoutPage(
      pageOf(frame(), make('credits', { x: 10, y: 192, width: 200, height: 10 }, { more: 'Map: Desk.' })),
      contextOf(),
    )
    expect(words(drawing, 'credits').join('')).toBe('Sources: OurAirports (ODbL 1.0) · Made with Natural Earth · Map: Desk')
    const links = drawing.elements.at(-1)?.marks.flatMap((mark) => (mark.kind === 'text' && mark.link !== null ? [mark.link] : []))
    expect(links).toEqual(['https://ourairports.com', 'https://www.naturalearthdata.com'])
    expect(drawing.credits).toHaveLength(2)
  })

  it('are known for any page', () => {
    fc.assert(
      fc.property(anyPage('p'), (page) => Array.isArray(creditsOf(page, null, contextOf()))),
      { numRuns: 50 },
    )
  })
})

import * as fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import { type Annotation, annotationKinds, geometriesOfKind } from '../../../../electron/contract/annotation.ts'
import { MapDocument } from '../../../../electron/contract/document.ts'
import * as annotations from '../../../../renderer/document/annotations/commands.ts'
import { defaultStyle, newAnnotation } from '../../../../renderer/document/annotations/new.ts'
import { shippedTemplates } from '../../../../renderer/document/annotations/templates.ts'
import { beginHistory, type History, run, undo } from '../../../../renderer/document/history.ts'
import { documentOf } from '../documents.ts'
import { anyGeometry } from './arbitraries.ts'

const t0 = '2020-09-23T00:00:00.000Z'
const t1 = '2020-09-24T00:00:00.000Z'
const point = (lon: number, lat: number) => ({ type: 'Point' as const, coordinates: [lon, lat] as [number, number] })
const line = (...coordinates: [number, number][]) => ({ type: 'LineString' as const, coordinates })

const taji = newAnnotation('point', point(44.25, 33.52), { label: 'Camp Taji', status: 'held' }, t0, 'taji')
const k1 = newAnnotation('point', point(44.27, 35.51), { label: 'K1' }, t0, 'k1')
const road = newAnnotation('line', line([44, 33], [45, 34]), {}, t0, 'road')
const reach = newAnnotation('circle', point(43, 33), { label: 'Reach', radiiM: [50_000] }, t0, 'reach')

const start = (...list: Annotation[]): History =>
  beginHistory({ ...documentOf(), annotations: list.length === 0 ? [taji, k1, road, reach] : list })
const one = (history: History, id: string): Annotation => history.document.annotations.find((annotation) => annotation.id === id)!
const ids = (history: History): string => history.document.annotations.map(({ id }) => id).join(' ')

describe('names', () => {
  it('say what is undone', () => {
    const { document } = start()
    expect(annotations.moveAnnotations(document, ['taji'], { dLon: 1, dLat: 0 }).name).toBe('move of Camp Taji')
    expect(annotations.setGeometry(document, 'road', road.geometry).name).toBe('shape of Unnamed line')
    expect(annotations.removeAnnotations(document, ['taji', 'k1']).name).toBe('removal of 2 annotations')
    expect(annotations.addAnnotations([taji]).name).toBe('adding Camp Taji')
    expect(annotations.setProperties(document, ['k1'], { label: 'x' }).name).toBe('label of K1')
    expect(annotations.applyTemplate(document, ['k1'], shippedTemplates[1]!).name).toBe('“Base transferred” for K1')
    expect(annotations.sendToBack(document, ['k1']).name).toBe('sending to back K1')
  })
})

describe('a change', () => {
  it('is stamped, and only where something is different', () => {
    const history = run(start(), annotations.setProperties(start().document, ['taji', 'k1'], { status: 'held' }, { now: t1 }))
    expect(one(history, 'taji')).toEqual(taji)
    expect(one(history, 'k1').properties).toEqual({ ...k1.properties, status: 'held', modified: t1 })
    expect(one(history, 'road')).toBe(road)
  })

  it('that makes no difference leaves no entry', () => {
    const history = start()
    const { document } = history
    for (const command of [
      annotations.setStyle(document, ['taji'], { ...taji.properties.style }, { now: t1 }),
      annotations.setSource(document, ['taji'], { title: '' }, { now: t1 }),
      annotations.moveAnnotations(document, ['taji'], { dLon: 0, dLat: 0 }, { now: t1 }),
      annotations.setGeometry(document, 'road', line([44, 33], [45, 34]), { now: t1 }),
      annotations.setGeometry(document, 'road', point(1, 1), { now: t1 }),
      annotations.removeAnnotations(document, ['nothing']),
      annotations.bringToFront(document, ['reach']),
      annotations.sendBackward(document, ['taji', 'k1']),
      annotations.scaleAnnotations(document, ['taji'], 0, [0, 0], { now: t1 }),
      annotations.alignAnnotations(document, ['taji'], 'left', { now: t1 }),
    ]) {
      expect(run(history, command), command.name).toBe(history)
    }
  })

  it('of one gesture is one entry, and of other annotations another', () => {
    let history = start()
    const drag = (id: string, lon: number, gesture: string): void => {
      history = run(history, annotations.moveAnnotations(history.document, [id], { dLon: lon, dLat: 0 }, { now: t1, gesture }))
    }
    drag('taji', 1, 'drag 1')
    drag('taji', 1, 'drag 1')
    drag('taji', 1, 'drag 2')
    drag('k1', 1, 'drag 2')
    expect(history.past.map(({ name }) => name)).toEqual(['move of Camp Taji', 'move of Camp Taji', 'move of K1'])
    expect(one(undo(undo(undo(history))), 'taji')).toEqual(taji)
  })
})

describe('locked annotations', () => {
  it('keep their place and are not removed, and their record can be edited', () => {
    let history = run(start(), annotations.setLocked(start().document, ['taji'], true, { now: t1 }))
    const locked = one(history, 'taji')
    for (const command of [
      annotations.removeAnnotations(history.document, ['taji', 'k1']),
      annotations.moveAnnotations(history.document, ['taji'], { dLon: 1, dLat: 1 }),
      annotations.rotateAnnotations(history.document, ['taji'], 90, [0, 0]),
    ]) {
      history = run(history, command)
    }
    expect(one(history, 'taji')).toEqual(locked)
    expect(ids(history)).toBe('taji road reach')
    history = run(history, annotations.setProperties(history.document, ['taji'], { note: 'x' }))
    expect(one(history, 'taji').properties.note).toBe('x')
  })
})

describe('order', () => {
  const order = (make: typeof annotations.bringForward, ...chosen: string[]): string => ids(run(start(), make(start().document, chosen)))

  it('goes step by step and all the way', () => {
    expect(order(annotations.bringForward, 'taji')).toBe('k1 taji road reach')
    expect(order(annotations.bringForward, 'taji', 'k1')).toBe('road taji k1 reach')
    expect(order(annotations.bringForward, 'k1', 'reach')).toBe('taji road k1 reach')
    expect(order(annotations.sendBackward, 'road')).toBe('taji road k1 reach')
    expect(order(annotations.sendBackward, 'taji', 'road')).toBe('taji road k1 reach')
    expect(order(annotations.bringToFront, 'road', 'taji')).toBe('k1 reach taji road')
    expect(order(annotations.sendToBack, 'reach', 'k1')).toBe('k1 reach taji road')
  })
})

describe('shapes', () => {
  it('keep their look when they are dragged over the map', () => {
    const square = newAnnotation(
      'rectangle',
      {
        type: 'Polygon',
        coordinates: [
          [
            [10, 10],
            [11, 10],
            [11, 11],
            [10, 11],
            [10, 10],
          ],
        ],
      },
      {},
      t0,
      'sq',
    )
    const history = run(start(square), annotations.moveAnnotations(start(square).document, ['sq'], { dxM: 0, dyM: 5_000_000 }))
    const { geometry } = one(history, 'sq')
    const [west, , , , again] = geometry.type === 'Polygon' ? geometry.coordinates[0]! : []
    expect(west![0]).toBe(10)
    expect(again).toEqual(west)
  })

  it('come back on the other side of the antimeridian', () => {
    const over = newAnnotation('line', line([178, 0], [179, 1]), {}, t0, 'l')
    const history = run(start(over), annotations.moveAnnotations(start(over).document, ['l'], { dLon: 1.5, dLat: 0 }))
    expect(one(history, 'l').geometry).toEqual(line([179.5, 0], [-179.5, 1]))
    expect(one(run(history, annotations.moveAnnotations(history.document, ['l'], { dLon: -1.5, dLat: 0 })), 'l').geometry).toEqual(
      over.geometry,
    )
    const turned = run(history, annotations.rotateAnnotations(history.document, ['l'], 180, [180, 0.5]))
    expect(one(turned, 'l').geometry).toMatchObject({
      coordinates: [
        [-179.5, expect.closeTo(1, 3)],
        [179.5, expect.closeTo(0, 3)],
      ],
    })
  })

  it('turn clockwise as seen on the map, and marks with them', () => {
    const history = run(start(), annotations.rotateAnnotations(start().document, ['taji', 'road'], 90, [44, 33]))
    const geometry = one(history, 'road').geometry
    // North-east becomes south-east.
    expect(geometry).toMatchObject({
      coordinates: [
        [44, 33],
        [expect.closeTo(45.19, 1), expect.closeTo(32.16, 1)],
      ],
    })
    expect(one(history, 'taji').properties.style.rotationDeg).toBe(90)
    expect(
      one(run(history, annotations.rotateAnnotations(history.document, ['taji'], 100, [44.25, 33.52])), 'taji').properties.style
        .rotationDeg,
    ).toBe(-170)
  })

  it('scale with their radii and sizes, within what the document takes', () => {
    let history = run(start(), annotations.scaleAnnotations(start().document, ['reach', 'taji', 'road'], 2, [43, 33]))
    expect(one(history, 'reach')).toMatchObject({ geometry: point(43, 33), properties: { radiiM: [100_000] } })
    expect(one(history, 'taji').properties.style.sizeMm).toBeCloseTo(6.4, 9)
    expect(one(history, 'taji').geometry.coordinates[0]).toBeCloseTo(45.5, 6)
    history = run(history, annotations.scaleAnnotations(history.document, ['reach', 'taji'], 1e9, [43, 33]))
    expect(one(history, 'reach').properties.radiiM).toEqual([20_000_000])
    expect(one(history, 'taji').properties.style.sizeMm).toBe(100)
    const image = newAnnotation(
      'image',
      point(1, 1),
      { image: { data: 'data:image/png;base64,AAAA', widthMm: 100, heightMm: 10 } },
      t0,
      'i',
    )
    const grown = run(start(image), annotations.scaleAnnotations(start(image).document, ['i'], 1000, [1, 1]))
    expect(one(grown, 'i').properties.image).toMatchObject({ widthMm: 1500, heightMm: 150 })
    const shrunk = run(start(image), annotations.scaleAnnotations(start(image).document, ['i'], 0.001, [1, 1]))
    expect(one(shrunk, 'i').properties.image).toMatchObject({ widthMm: 10, heightMm: 1 })
  })

  it('are aligned at their edges, circles at theirs', () => {
    const lons = (edge: annotations.Edge): number[] => {
      const history = run(start(), annotations.alignAnnotations(start().document, ['taji', 'k1', 'road'], edge))
      return ['taji', 'k1', 'road'].map(
        (id) => one(history, id).geometry.coordinates.flat()[edge === 'top' || edge === 'bottom' || edge === 'middle' ? 1 : 0] as number,
      )
    }
    expect(lons('left')).toEqual([44, 44, 44])
    expect(lons('right')).toEqual([45, 45, 44])
    expect(lons('centre')).toEqual([44.5, 44.5, 44])
    expect(lons('bottom')).toEqual([33, 33, 33])
    expect(lons('top').slice(0, 2)).toEqual([35.51, 35.51])
    const round = run(start(), annotations.alignAnnotations(start().document, ['reach', 'taji'], 'left'))
    expect(one(round, 'reach').geometry).toEqual(reach.geometry)
    expect(one(round, 'taji').geometry.coordinates[0]).toBeLessThan(42.5)
  })

  it('are aligned across the antimeridian the short way', () => {
    const east = newAnnotation('point', point(179, 1), {}, t0, 'e')
    const west = newAnnotation('point', point(-179, 2), {}, t0, 'w')
    const history = run(start(east, west), annotations.alignAnnotations(start(east, west).document, ['e', 'w'], 'right'))
    expect(one(history, 'e').geometry).toEqual(point(-179, 1))
  })
})

describe('copies', () => {
  it('are unlocked, new, and over the others', () => {
    const locked = run(start(), annotations.setLocked(start().document, ['taji'], true))
    const history = run(
      locked,
      annotations.duplicateAnnotations(locked.document, ['k1', 'taji'], ['c1', 'c2'], { dLon: 0.1, dLat: 0 }, { now: t1 }),
    )
    expect(ids(history)).toBe('taji k1 road reach c2 c1')
    expect(one(history, 'c2')).toMatchObject({
      geometry: point(44.35, 33.52),
      properties: { label: 'Camp Taji', locked: false, created: t1, modified: t1 },
    })
    expect(history.past.at(-1)!.name).toBe('duplication of 2 annotations')
  })
})

describe('a template', () => {
  it('sets kind, symbol, status and look, and leaves the record', () => {
    const history = run(start(), annotations.applyTemplate(start().document, ['taji'], shippedTemplates[1]!, { now: t1 }))
    expect(one(history, 'taji').properties).toEqual({
      ...taji.properties,
      status: 'transferred',
      symbol: { set: 'mark', name: 'ring' },
      style: { ...defaultStyle('point'), color: '#997700', sizeMm: 3.6 },
      modified: t1,
    })
  })

  it('of another geometry leaves the kind', () => {
    const history = run(start(), annotations.applyTemplate(start().document, ['road', 'reach'], shippedTemplates[0]!))
    expect([one(history, 'road').properties.kind, one(history, 'reach').properties.kind]).toEqual(['line', 'point'])
    expect(MapDocument.safeParse(history.document).error).toBeUndefined()
  })
})

describe('5,000 annotations', () => {
  const many = Array.from({ length: 5000 }, (_, index) =>
    newAnnotation('point', point(index / 100, 1), { label: `P ${index}` }, t0, `id${index}`),
  )

  it('are changed one at a time by drafting that one alone, in as few patches as in a map of one', () => {
    const drafted = (...present: Annotation[]): { drafts: number; history: History } => {
      const before = start(...present)
      const command = annotations.setGeometry(before.document, 'id4500', point(9, 2), { now: t1 })
      // Every look at an annotation of a draft makes a proxy of it: that is what takes time.
      const drafts = vi.spyOn(Proxy, 'revocable')
      const history = run(before, command)
      const count = drafts.mock.calls.length
      drafts.mockRestore()
      return { drafts: count, history }
    }
    const [alone, among] = [drafted(many[4500]!), drafted(...many)]
    expect(alone.drafts, 'the proxies are counted').toBeGreaterThan(0)
    expect(among.drafts).toBe(alone.drafts)
    expect(among.history.past.at(-1)?.forward.length).toBe(alone.history.past.at(-1)?.forward.length)
    const after = among.history.document.annotations
    expect(after.filter((annotation, index) => annotation !== many[index])).toEqual([one(among.history, 'id4500')])
  })

  it('are moved all at once, and only those that are moved are new', () => {
    const history = run(
      start(...many),
      annotations.moveAnnotations(
        start(...many).document,
        many.slice(0, 4000).map(({ id }) => id),
        { dLon: 1, dLat: 0 },
        { now: t1 },
      ),
    )
    expect(one(history, 'id3999').geometry).toEqual(point(40.99, 1))
    expect(history.document.annotations[4000]).toBe(many[4000])
    expect(undo(history).document.annotations).toEqual(many)
  })
})

describe('every kind', () => {
  it.each(annotationKinds)('%s is valid when new', (kind) => {
    fc.assert(
      fc.property(fc.constantFrom(...geometriesOfKind[kind]).chain(anyGeometry), (geometry) => {
        const image = { data: 'data:image/png;base64,AAAA', widthMm: 10, heightMm: 10 }
        const made = newAnnotation(kind, geometry, kind === 'image' ? { image } : {}, t0, 'x')
        expect(MapDocument.safeParse({ ...documentOf(), annotations: [made] }).error).toBeUndefined()
        expect(made.geometry).toEqual(geometry)
      }),
      { numRuns: 20 },
    )
  })
})

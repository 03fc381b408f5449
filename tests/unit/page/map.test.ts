import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Mark, PageDrawing, Path, Text } from '../../../renderer/page/drawing.ts'
import { mapSlots } from '../../../renderer/page/drawing.ts'
import { declinationAt, declinationInWords } from '../../../renderer/page/furniture/declination.ts'
import { degrees } from '../../../renderer/page/furniture/graticule.ts'
import { rulerFor } from '../../../renderer/page/furniture/scaleBar.ts'
import { layoutPage } from '../../../renderer/page/layout.ts'
import { placeAt, placer, viewOf } from '../../../renderer/page/mapView.ts'
import { contextOf, document, frame, iraq, make, pageOf, texts, words } from './content.ts'

const box = { x: 10, y: 20, width: 200, height: 150 }

describe('the view of a frame', () => {
  it('shows a box whole, in the middle', () => {
    const view = viewOf(iraq, 0, box)
    const place = placer(view, box)
    const [left, top] = place([38.6, 37.5])
    const [right, bottom] = place([48.8, 28.9])
    expect(left).toBeGreaterThanOrEqual(10 - 1e-6)
    expect(right).toBeLessThanOrEqual(210 + 1e-6)
    expect(top).toBeCloseTo(20)
    expect(bottom).toBeCloseTo(170)
  })

  it('turns clockwise', () => {
    const place = placer(viewOf({ kind: 'scale', center: [44, 33], scale: 1e6 }, 90, box), box)
    const [x, y] = place([44, 33.5])
    expect(x).toBeGreaterThan(110)
    expect(y).toBeCloseTo(95)
  })

  it('holds a turned box whole', () => {
    const place = placer(viewOf(iraq, 30, box), box)
    for (const corner of [
      [38.6, 28.9],
      [48.8, 28.9],
      [48.8, 37.5],
      [38.6, 37.5],
    ] as const) {
      const [x, y] = place(corner)
      expect(x).toBeGreaterThan(10 - 1e-6)
      expect(x).toBeLessThan(210 + 1e-6)
      expect(y).toBeGreaterThan(20 - 1e-6)
      expect(y).toBeLessThan(170 + 1e-6)
    }
  })

  it('goes on over the antimeridian', () => {
    const view = viewOf({ kind: 'box', box: [170, -20, -170, 0] }, 0, box)
    expect(Math.abs(view.center[0])).toBeCloseTo(180)
    expect(view.extent[0]).toBeGreaterThan(view.extent[2])
    const place = placer(view, box)
    expect(place([175, -10])[0]).toBeLessThan(place([-175, -10])[0])
  })

  it('has a scale for a box of no size, and for the whole world', () => {
    expect(viewOf({ kind: 'box', box: [44, 33, 44, 33] }, 0, box).scale).toBe(10)
    expect(viewOf({ kind: 'box', box: [-180, -90, 180, 90] }, 0, box).extent.slice(0, 4)).toHaveLength(4)
  })

  it('finds a place on the page, and the place again', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -170, max: 170, noNaN: true }),
        fc.double({ min: -80, max: 80, noNaN: true }),
        fc.double({ min: -360, max: 360, noNaN: true }),
        (lon, lat, turn) => {
          const view = viewOf({ kind: 'scale', center: [lon, lat], scale: 1e6 }, turn, box)
          const at = [lon + 0.3, lat + 0.2] as const
          const again = placeAt(view, box, placer(view, box)(at))
          expect(again[0]).toBeCloseTo(at[0], 6)
          expect(again[1]).toBeCloseTo(at[1], 6)
        },
      ),
    )
  })

  it('is that of a scale which holds at the middle: one kilometre at 1:100,000 is one centimetre', () => {
    const center: [number, number] = [44, 60]
    const place = placer(viewOf({ kind: 'scale', center, scale: 100_000 }, 0, box), box)
    // On the sphere of EPSG:3857.
    const east = 1000 / ((Math.PI / 180) * 6_378_137 * Math.cos(Math.PI / 3))
    expect(place([44 + east, 60])[0] - place(center)[0]).toBeCloseTo(10, 5)
  })
})

describe('the scale bar', () => {
  it('is 1, 2 or 5 times a power of ten, as long as there is room', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.01, max: 1e6, noNaN: true }), fc.double({ min: 5, max: 500, noNaN: true }), (metresPerMm, room) => {
        for (const unit of ['km', 'mi', 'nmi', 'm'] as const) {
          const ruler = rulerFor(unit, metresPerMm, room)
          if (ruler === null) throw new Error('no ruler')
          expect(ruler.lengthMm).toBeLessThanOrEqual(room)
          expect(ruler.lengthMm).toBeGreaterThan(room / 2.5 - 1e-6)
          expect([1, 2, 5]).toContain(Number(ruler.value.toExponential().split('e')[0]))
        }
      }),
    )
  })

  it('is right at the centre of its frame', () => {
    const scale = make('scaleBar', { x: 20, y: 150, width: 90, height: 25 }, { look: 'bar' })
    const view = { kind: 'scale' as const, center: [44, 33] as [number, number], scale: 1_000_000 }
    const drawing = layoutPage(pageOf(frame({ view }), scale), contextOf())
    expect(words(drawing, 'scaleBar')).toEqual(['0', '25', '50 km', '1:1,000,000'])
    const bars = drawing.elements
      .find(({ id }) => id === 'scaleBar')
      ?.marks.filter((mark) => mark.kind === 'rect' && mark.stroke !== null) as { box: { width: number } }[]
    expect(bars.at(-1)?.box.width).toBeCloseTo(50)
  })

  it('turns to metres where a kilometre is too long', () => {
    const view = { kind: 'scale' as const, center: [44, 33] as [number, number], scale: 5_000 }
    const drawing = layoutPage(pageOf(frame({ view }), make('scaleBar', { x: 20, y: 150, width: 60, height: 25 })), contextOf())
    expect(words(drawing, 'scaleBar').some((text) => text.endsWith(' m'))).toBe(true)
  })

  it('has a second unit under the first', () => {
    const drawing = layoutPage(
      pageOf(frame(), make('scaleBar', { x: 20, y: 150, width: 90, height: 25 }, { units: ['km', 'nmi'] })),
      contextOf(),
    )
    expect(words(drawing, 'scaleBar').filter((text) => / (km|nmi)$/.test(text))).toHaveLength(2)
  })

  it('says when its box is too small, and is not there without a frame', () => {
    expect(layoutPage(pageOf(frame(), make('scaleBar', { x: 0, y: 0, width: 3, height: 2 })), contextOf()).notPlaced).toHaveLength(1)
    expect(words(layoutPage(pageOf(make('scaleBar', { x: 0, y: 0, width: 60, height: 20 })), contextOf()))).toEqual([])
  })
})

describe('the north arrow', () => {
  const tip = (rotationDeg: number): readonly [number, number] => {
    const drawing = layoutPage(
      pageOf(frame({ rotationDeg }), make('northArrow', { x: 100, y: 100, width: 20, height: 20 }, { look: 'arrow' })),
      contextOf(),
    )
    const paths = drawing.elements.find(({ id }) => id === 'northArrow')?.marks.filter((mark): mark is Path => mark.kind === 'path') ?? []
    return paths.at(-1)?.lines[0]?.[0] ?? [0, 0]
  }

  it('points up, and turns with the map', () => {
    expect(tip(0)[0]).toBeCloseTo(110)
    expect(tip(0)[1]).toBeLessThan(110)
    expect(tip(90)[0]).toBeGreaterThan(110)
    expect(tip(90)[1]).toBeCloseTo(110)
  })

  const arrow = (changes: object, asOf: string | null = '2026-03-15'): PageDrawing => {
    const element = make('northArrow', { x: 100, y: 100, width: 20, height: 26 }, { look: 'arrow', ...changes })
    return layoutPage(pageOf(frame(), element), contextOf({ document: { ...document, asOf } }))
  }

  it('says the declination of its date under the arrow', () => {
    const said = words(arrow({ declination: true }), 'northArrow')
    expect(said[0]).toBe('N')
    // World Magnetic Model 2025, at 33.3° N 43.7° E.
    expect(said.slice(1).join(' ')).toBe('Declination 4.8°\u00A0E, 15 March 2026')
    expect(words(arrow({ declination: true, date: '2028' }), 'northArrow').join(' ')).toContain(', 2028')
  })

  it('points to where a compass points', () => {
    const paths = arrow({ north: 'magnetic' })
      .elements.find(({ id }) => id === 'northArrow')
      ?.marks.filter((mark): mark is Path => mark.kind === 'path')
    const [x = 0, y = 0] = paths?.at(-1)?.lines[0]?.[0] ?? []
    expect((Math.atan2(x - 110, 113 - y) * 180) / Math.PI).toBeCloseTo(4.85, 2)
  })

  it('says that the declination of a date is not known, and then draws no magnetic north', () => {
    const old = arrow({ north: 'magnetic' }, '2020-09-23')
    expect(words(old, 'northArrow')).toEqual([])
    expect(old.notPlaced.map(({ sentence }) => sentence)).toEqual([
      'The magnetic declination is known for 2025 to 2029, and not for 2020-09-23: give the north arrow a date of its own, or true north.',
    ])
    expect(words(arrow({ declination: true }, null), 'northArrow')).toEqual(['N'])
    expect(arrow({ declination: true }, null).notPlaced[0]?.sentence).toContain('give the map an as-of date')
  })
})

describe('the declination', () => {
  it('is that of the test values published with the model', () => {
    // WMM2025 test values: date, height 0 km, latitude, longitude, declination.
    for (const [lat, lon, expected] of [
      [80, 0, 1.28],
      [0, 120, -0.16],
      [-80, -120, 68.78],
    ] as const) {
      const found = declinationAt([lon, lat], '2025-01-01')
      expect(found).toEqual({ ok: true, degrees: expected })
    }
    expect(declinationInWords(-0.16)).toBe('0.2° W')
    expect(declinationInWords(-0.04)).toBe('0°')
  })
})

describe('the locator', () => {
  const outline = (view: Parameters<typeof frame>[0], changes = {}): { width: number; slot: { width: number } } => {
    const drawing = layoutPage(pageOf(frame(view), make('inset', { x: 220, y: 100, width: 60, height: 45 }, changes)), contextOf())
    const ring = drawing.elements.find(({ id }) => id === 'inset')?.marks.find((mark): mark is Path => mark.kind === 'path')?.lines[0] ?? []
    const xs = ring.map(([x]) => x)
    return { width: Math.max(...xs) - Math.min(...xs), slot: mapSlots(drawing).find(({ role }) => role === 'locator')?.box ?? { width: 0 } }
  }

  it('shows the frame as a sixth to a quarter of its width', () => {
    const { width, slot } = outline({})
    expect(width / slot.width).toBeGreaterThan(1 / 6)
    expect(width / slot.width).toBeLessThan(1 / 4)
  })

  it('shows the world where the frame shows much of it', () => {
    const drawing = layoutPage(
      pageOf(frame({ view: { kind: 'box', box: [-120, -50, 120, 70] } }), make('inset', { x: 220, y: 100, width: 60, height: 45 })),
      contextOf(),
    )
    const slot = mapSlots(drawing).find(({ role }) => role === 'locator')
    expect((slot?.view.metresPerMm ?? 0) * 60).toBeCloseTo(2 * Math.PI * 6_378_137, -1)
  })

  it('never draws the frame as a speck', () => {
    const { width } = outline(
      { view: { kind: 'scale', center: [44, 33], scale: 1000 } },
      { view: { kind: 'box', box: [-180, -80, 180, 80] } },
    )
    expect(width).toBeCloseTo(2)
  })
})

describe('the graticule', () => {
  const text = make('title', box).style
  const drawn = (graticule = {}, changes = {}, ...over: Parameters<typeof pageOf>): Mark[] => {
    const lines = {
      stepDeg: null,
      color: '#000000',
      widthMm: 0.1,
      lines: 'full' as const,
      labels: 'inside' as const,
      text: { ...text, sizePt: 7 },
      ...graticule,
    }
    return layoutPage(pageOf(frame({ graticule: lines, ...changes }), ...over), contextOf()).elements[0]?.marks.slice() ?? []
  }
  const labels = (marks: Mark[]): string[] => marks.filter((mark): mark is Text => mark.kind === 'text').map((mark) => mark.text)

  it('has lines of a round step, labelled at the edge', () => {
    expect(labels(drawn())).toEqual(['38°E', '40°E', '42°E', '44°E', '46°E', '48°E', '30°N', '32°N', '34°N', '36°N'])
  })

  it('goes down to minutes and seconds', () => {
    expect(labels(drawn({}, { view: { kind: 'scale', center: [44.36, 33.31], scale: 100_000 } }))).toContain('33°20′N')
    expect(degrees(33.504_166_7, 'N', 'S')).toBe('33°30′15″N')
    expect([degrees(0, 'N', 'S'), degrees(180, 'E', 'W'), degrees(-12.5, 'N', 'S')]).toEqual(['0°', '180°', '12°30′S'])
  })

  it('keeps its lines within the frame, turned or not', () => {
    for (const rotationDeg of [0, 20, 90, 200]) {
      const lines = drawn({}, { rotationDeg }).flatMap((mark) => (mark.kind === 'path' ? mark.lines : []))
      expect(lines.length).toBeGreaterThan(4)
      for (const [x, y] of lines.flat()) {
        expect(x).toBeGreaterThanOrEqual(10 - 1e-6)
        expect(x).toBeLessThanOrEqual(210 + 1e-6)
        expect(y).toBeGreaterThanOrEqual(30 - 1e-6)
        expect(y).toBeLessThanOrEqual(190 + 1e-6)
      }
    }
  })

  it('puts no label under the furniture', () => {
    const all = labels(drawn())
    const legend = make('legend', { x: 10, y: 30, width: 60, height: 30 }, { fit: 'box' })
    expect(labels(drawn({}, {}, legend)).length).toBeLessThan(all.length)
  })

  it('draws no thousand lines, whatever the step', () => {
    const lines = drawn({ stepDeg: 0.0001 }).flatMap((mark) => (mark.kind === 'path' ? mark.lines : []))
    expect(lines.length).toBeLessThan(200)
  })

  it('labels both sides outside, and names the antimeridian', () => {
    const outside = labels(drawn({ labels: 'outside' }, { view: { kind: 'box', box: [170, -20, -170, 0] } }))
    expect(outside.filter((one) => one === '180°')).toHaveLength(2)
    expect(outside).toContain('175°W')
    expect(texts(layoutPage(pageOf(frame()), contextOf()))).toEqual([])
  })
})

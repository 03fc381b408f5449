import { describe, expect, it } from 'vitest'
import { comparePriority, isArabic, type Label, labelLines, priorityOf } from '../../../../renderer/map/basemap/labels/label.ts'
import { placeFrom, readLabel } from '../../../../renderer/map/basemap/labels/read.ts'
import { wrap } from '../../../../renderer/map/basemap/labels/wrap.ts'

const label = (archive: Label['archive'], layer: string, properties: Record<string, unknown>): Label => {
  const read = readLabel(archive, layer, properties)
  if (read === null) throw new Error(`nothing was read from ${JSON.stringify(properties)}`)
  return read
}

describe('the language of a label', () => {
  const baghdad = { english: 'Baghdad', local: 'بغداد' }

  it('is English, the name at home, or both on lines of their own', () => {
    expect(labelLines(baghdad, 'english')).toEqual(['Baghdad'])
    expect(labelLines(baghdad, 'local')).toEqual(['بغداد'])
    expect(labelLines(baghdad, 'both')).toEqual(['Baghdad', 'بغداد'])
  })

  it('falls back to English, and writes one name once', () => {
    expect(labelLines({ english: 'Paris', local: null }, 'local')).toEqual(['Paris'])
    expect(labelLines({ english: 'Paris', local: null }, 'both')).toEqual(['Paris'])
    expect(labelLines({ english: 'Cizre', local: 'Cizre' }, 'both')).toEqual(['Cizre'])
  })

  it('knows Arabic script, Persian letters included', () => {
    expect(isArabic('ایران')).toBe(true)
    expect(isArabic('İstanbul')).toBe(false)
  })
})

describe('names of places', () => {
  it('are one name in both archives, whatever the romanisation', () => {
    const world = label('world', 'places', { name: 'Al Fallujah', a3: 'IRQ', rank: 7, pop: 231_819, kind: 'Populated place' })
    const iraq = label('iraq', 'places', { name: 'Al Fallūjah', name_ar: 'الفلوجة', cc: 'IQ', fc: 'PPLA2', pop: 190_159 })
    expect([world.english, world.local]).toEqual(['Fallujah', 'الفلوجة'])
    expect([iraq.english, iraq.local]).toEqual(['Fallujah', 'الفلوجة'])
  })

  it('are not taken half transliterated', () => {
    expect(label('iraq', 'places', { name: 'Baghdad', name_ar: 'bەghdad', cc: 'IQ', fc: 'PPLC', pop: 7_216_000 }).local).toBe('بغداد')
    expect(label('iraq', 'places', { name: 'Elsewhere', name_ar: 'dhۆk', cc: 'IQ', fc: 'PPL', pop: 10 }).local).toBeNull()
    expect(label('iraq', 'places', { name: 'Elsewhere', name_ar: 'Najaf - نجف', cc: 'IQ', fc: 'PPL', pop: 10 }).local).toBe('نجف')
  })

  it('keep a spelling to its country', () => {
    expect(label('world', 'places', { name: 'Al Hillah', a3: 'SAU', rank: 8, pop: 594_605, kind: 'Populated place' }).english).toBe(
      'Al Hillah',
    )
  })

  it('leave out what is no place', () => {
    expect(readLabel('iraq', 'places', { name: 'Al Mawşil al Jadīdah', cc: 'IQ', fc: 'PPLX', pop: 2_065_597 })).toBeNull()
    expect(readLabel('iraq', 'places_osm', { name: 'adı ?', class: 'village' })).toBeNull()
    expect(readLabel('iraq', 'airports', { name: 'A helipad', kind: 'heliport' })).toBeNull()
    expect(readLabel('world', 'places', { name: '  ' })).toBeNull()
  })

  it('of countries and governorates are those at home only where the towns are too', () => {
    expect(label('world', 'country_label', { name: 'Iraq', name_ar: 'العراق', a3: 'IRQ' }).local).toBe('العراق')
    expect(label('world', 'country_label', { name: 'Iran', name_ar: 'إيران', a3: 'IRN' }).local).toBe('ایران')
    expect(label('world', 'country_label', { name: 'Indonesia', name_ar: 'إندونيسيا', a3: 'IDN' }).local).toBeNull()
    expect(label('world', 'admin1_label', { name: 'Basra', name_local: 'Al-Basrah', name_ar: 'محافظة البصرة', a3: 'IRQ' }).local).toBe(
      'البصرة',
    )
    expect(label('world', 'admin1_label', { name: 'Entre Ríos', name_local: 'Entre Ríos', name_ar: 'إنتري ريوس', a3: 'ARG' }).local).toBe(
      'Entre Ríos',
    )
  })
})

describe('the order in which names take their room', () => {
  it('is the same whichever of them came first', () => {
    const named = (english: string, priority: number, archive: Label['archive'] = 'world'): Label => ({
      ...label('world', 'places', { name: english, rank: 4 }),
      english,
      priority,
      archive,
    })
    const order = [named('Oman', 700), named('Iran', 660), named('Iraq', 660, 'iraq'), named('Iraq', 660), named('Basra', 400)]
    expect(order.toReversed().toSorted(comparePriority)).toEqual(order)
    expect([order[3], order[0], order[4], order[2], order[1]].toSorted((a, b) => comparePriority(a!, b!))).toEqual(order)
  })

  const place = (name: string, rank: number, pop: number, kind = 'Populated place') =>
    label('world', 'places', { name, a3: 'IRQ', rank, pop, kind })

  it('puts Baghdad before Basra, and Basra before Fallujah', () => {
    const baghdad = place('Baghdad', 1, 5_054_000, 'Admin-0 capital')
    const basra = place('Basra', 4, 870_000, 'Admin-1 capital')
    const fallujah = place('Al Fallujah', 7, 231_819)
    expect(baghdad.priority).toBeGreaterThan(basra.priority)
    expect(basra.priority).toBeGreaterThan(fallujah.priority)
  })

  it('goes by people within a tier, and never by people across tiers', () => {
    expect(priorityOf('place', 2, 500_000, null)).toBeGreaterThan(priorityOf('place', 2, 50_000, null))
    expect(priorityOf('place', 2, 1, null)).toBeGreaterThan(priorityOf('place', 3, 30_000_000, null))
  })

  it('goes from capitals over countries, towns and regions to villages', () => {
    const inOrder = [
      priorityOf('place', 0, 1, 'country'),
      priorityOf('country', 0, 0, null),
      priorityOf('country', 4, 0, null),
      priorityOf('place', 0, 30_000_000, null),
      priorityOf('place', 4, 1, null),
      priorityOf('region', 0, 0, null),
      priorityOf('water', 0, 1e9, null),
      priorityOf('river', 0, 1e9, null),
      priorityOf('airport', 0, 1e9, null),
      priorityOf('village', 0, 1e9, null),
    ]
    expect(inOrder).toEqual(inOrder.toSorted((a, b) => b - a))
  })

  it('shows greater towns no later than smaller ones', () => {
    const zooms = Array.from({ length: 11 }, (_, rank) => placeFrom(rank))
    expect(zooms).toEqual(zooms.toSorted((a, b) => a - b))
    expect(placeFrom(99)).toBe(placeFrom(10))
    expect(placeFrom(-1)).toBe(placeFrom(0))
  })
})

it('breaks a long name at the space nearest its middle', () => {
  expect(wrap('Baghdad International Airport', 16)).toEqual(['Baghdad International', 'Airport'])
  expect(wrap('Saudi Arabia', 11)).toEqual(['Saudi', 'Arabia'])
  expect(wrap('Turkmenistan', 11)).toEqual(['Turkmenistan'])
  expect(wrap('Lake\nTharthar', 99)).toEqual(['Lake', 'Tharthar'])
})

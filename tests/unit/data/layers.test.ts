import { describe, expect, it } from 'vitest'
import { contains, pointOf, polygonsOf, type Position, readLayer, readText, shippedFiles, signedArea } from './shipped-files.ts'

const names = shippedFiles()
  .filter((file) => file.startsWith('data/layers/'))
  .map((file) => file.replace('data/layers/', '').replace('.geojson', ''))

const iraq = readLayer('iraq').features[0]!

describe.each(names)('the layer %s', (name) => {
  const text = readText(`layers/${name}.geojson`)
  const layer = readLayer(name)

  it('is a feature collection that says what it is and where it is from', () => {
    expect(layer.type).toBe('FeatureCollection')
    expect(layer.name).not.toBe('')
    expect(layer.attribution).not.toBe('')
    expect(layer.features.length).toBeGreaterThan(0)
  })

  it('has one feature per line and is small', () => {
    expect(text.split('\n').filter((line) => line.startsWith('{"type":"Feature"'))).toHaveLength(layer.features.length)
    expect(Buffer.byteLength(text)).toBeLessThan(1_000_000)
  })

  it('has features of one shape, each with an id of its own', () => {
    expect(new Set(layer.features.map(({ id }) => id)).size).toBe(layer.features.length)
    for (const feature of layer.features) {
      expect(Object.keys(feature)).toEqual(['type', 'id', 'properties', 'geometry'])
      expect(Object.keys(feature.properties)).toEqual(Object.keys(layer.features[0]!.properties))
      expect(feature.properties['name']).toBeTypeOf('string')
    }
  })

  it('has no two features in the same place', () => {
    expect(new Set(layer.features.map(({ geometry }) => JSON.stringify(geometry))).size).toBe(layer.features.length)
  })

  it('has closed rings, outer ones counter-clockwise and holes clockwise, without repeated vertices', () => {
    for (const [ring, index] of layer.features.flatMap(polygonsOf).flatMap((rings) => rings.map((ring, index) => [ring, index] as const))) {
      expect(ring.length).toBeGreaterThanOrEqual(4)
      expect(ring.at(-1)).toEqual(ring[0])
      expect(signedArea(ring) > 0).toBe(index === 0)
      expect(ring.filter(([x, y], i) => i > 0 && ring[i - 1]![0] === x && ring[i - 1]![1] === y)).toEqual([])
    }
  })

  it('has longitudes and latitudes in that order', () => {
    for (const [lon, lat] of layer.features.flatMap((feature) =>
      feature.geometry.type === 'Point' ? [feature.geometry.coordinates] : polygonsOf(feature).flat(2),
    )) {
      // From the Aegean to the Iranian east, from the Yemeni border to the Black Sea.
      expect(lon).toBeGreaterThan(25)
      expect(lon).toBeLessThan(64)
      expect(lat).toBeGreaterThan(16)
      expect(lat).toBeLessThan(43)
    }
  })
})

describe('the coalition bases', () => {
  const bases = readLayer('coalition-bases').features

  it('are the six of the map, with status and date', () => {
    expect(bases.map(({ properties }) => [properties['name'], properties['status'], properties['date']])).toEqual([
      ['Qayyara Air Base', 'transferred', '2020-03-26'],
      ['K1 Base', 'transferred', '2020-03-29'],
      ['Taqaddum Air Base', 'transferred', '2020-04-04'],
      ['Camp Taji', 'transferred', '2020-09-23'],
      ['Ain al-Asad Air Base', 'held', null],
      ['Camp Victory', 'held', null],
    ])
  })

  it('say what they are called in Arabic, and where fact and position come from', () => {
    for (const { properties } of bases) {
      expect(properties['name_ar']).toMatch(/^[\p{Script=Arabic} ()]+$/u)
      for (const field of ['note', 'governorate', 'source', 'source_url', 'position_source', 'position_precision']) {
        expect(properties[field]).toMatch(/\S/)
      }
    }
  })

  it('lie in Iraq', () => {
    for (const base of bases) expect(contains(iraq, pointOf(base)), base.id).toBe(true)
  })

  /** As OurAirports has them, `[longitude, latitude]`. */
  const ourAirports: Record<string, Position> = {
    ORQW: [43.125099, 35.7672],
    ORAT: [43.597099304199, 33.33810043335],
    ORTI: [44.256699, 33.523899],
    ORAA: [42.4412002563, 33.7855987549],
  }

  it('lie exactly where OurAirports has them, where it has them', () => {
    const withCode = bases.filter(({ properties }) => properties['icao'] !== null)
    const codes = withCode.map(({ properties }) => String(properties['icao']))
    expect(new Set(codes)).toEqual(new Set(Object.keys(ourAirports)))
    expect(codes).toHaveLength(Object.keys(ourAirports).length)
    for (const base of withCode) {
      const icao = String(base.properties['icao'])
      expect(distanceKm(pointOf(base), ourAirports[icao]!)).toBe(0)
      expect(base.properties['position_source']).toContain(`OurAirports`)
      expect(base.properties['position_source']).toContain(icao)
    }
  })

  it('say so where a position was entered by hand, and lie where they are said to lie', () => {
    const byHand = bases.filter(({ properties }) => properties['icao'] === null)
    expect(byHand.map(({ id }) => id)).toEqual(['k1', 'camp-victory'])
    for (const { properties } of byHand) {
      expect(properties['position_source']).toMatch(/^Entered by hand/)
      expect(properties['position_precision']).toMatch(/about 2 km/)
    }
    const [k1, victory] = byHand.map(pointOf) as [Position, Position]
    const kirkukAirfield: Position = [44.3489, 35.469501]
    const baghdadAirport: Position = [44.2346, 33.262501]
    expect(k1[0]).toBeLessThan(kirkukAirfield[0])
    expect(k1[1]).toBeGreaterThan(kirkukAirfield[1])
    expect(distanceKm(k1, kirkukAirfield)).toBeGreaterThan(5)
    expect(distanceKm(victory, baghdadAirport)).toBeLessThan(5)
  })
})

describe('the reported facts', () => {
  const facts = readLayer('reported-facts').features

  it('give the figures as they were reported', () => {
    expect(facts.map(({ id, properties }) => [id, properties['figure'], properties['figure_announced'], properties['date']])).toEqual([
      ['us-troops', 5200, 3000, '2020-09-09'],
      ['french-troops', 600, null, '2020-09'],
      ['council-resolution', null, null, '2020-01'],
    ])
  })

  it('stand in Iraq, and say that their point is not the place of the fact', () => {
    for (const fact of facts) {
      expect(contains(iraq, pointOf(fact)), fact.id).toBe(true)
      expect(fact.properties['placement']).toMatch(/not the place of the fact/)
      expect(fact.properties['source']).toMatch(/\S/)
    }
  })
})

describe('the outlines', () => {
  const governorates = readLayer('governorates').features
  const neighbours = readLayer('neighbouring-countries').features

  it('name the eighteen governorates in three ways and by code', () => {
    expect(governorates).toHaveLength(18)
    for (const { properties } of governorates) {
      expect(properties['iso']).toMatch(/^IQ-[A-Z]{2}$/)
      expect(properties['wikidata']).toMatch(/^Q\d+$/)
      expect(properties['name_local']).toMatch(/\S/)
      expect(properties['name_ar']).toMatch(/^(?!محافظة)[\p{Script=Arabic} ]+$/u)
    }
  })

  it('name the six neighbours', () => {
    expect(neighbours.map(({ properties }) => properties['name'])).toEqual(['Iran', 'Jordan', 'Kuwait', 'Saudi Arabia', 'Syria', 'Turkey'])
  })

  it('leave no gap: an edge inside Iraq belongs to two governorates, an edge of Iraq to a neighbour or the coast', () => {
    const shared = countEdges(governorates.flatMap(polygonsOf).flat())
    expect([...shared.values()].every((count) => count <= 2)).toBe(true)
    const rim = [...shared.values()].filter((count) => count === 1).length
    const border = countEdges(polygonsOf(iraq).flat())
    expect(Math.abs(rim - border.size)).toBeLessThan(5)
    const beyond = countEdges(neighbours.flatMap(polygonsOf).flat())
    const alone = [...border.keys()]
      .filter((edge) => !beyond.has(edge))
      .map((edge) => edge.split(' ')[0]!.split(',').map(Number) as Position)
    // What is left is the coast of the Gulf and the Khawr Abd Allah.
    for (const [lon, lat] of alone) {
      expect(lon).toBeGreaterThan(47.7)
      expect(lat).toBeLessThan(30.3)
    }
  })

  it('together cover the area of Iraq', () => {
    const area = (rings: Position[][]) => rings.reduce((sum, ring) => sum + signedArea(ring) / 2, 0)
    expect(area(governorates.flatMap(polygonsOf).flat()) / area(polygonsOf(iraq).flat())).toBeCloseTo(1, 4)
  })
})

function countEdges(rings: Position[][]): Map<string, number> {
  const count = new Map<string, number>()
  for (const ring of rings) {
    for (const [i, end] of ring.slice(1).entries()) {
      const key = [ring[i]!.join(','), end.join(',')].toSorted().join(' ')
      count.set(key, (count.get(key) ?? 0) + 1)
    }
  }
  return count
}

/** Great-circle distance on a sphere of 6371 km. */
function distanceKm([lonA, latA]: Position, [lonB, latB]: Position): number {
  const rad = Math.PI / 180
  const h =
    Math.sin(((latB - latA) * rad) / 2) ** 2 + Math.cos(latA * rad) * Math.cos(latB * rad) * Math.sin(((lonB - lonA) * rad) / 2) ** 2
  return 2 * 6371 * Math.asin(Math.sqrt(h))
}

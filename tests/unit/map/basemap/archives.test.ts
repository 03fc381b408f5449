import RenderFeature from 'ol/render/Feature.js'
import { fromLonLat } from 'ol/proj.js'
import { describe, expect, it } from 'vitest'
import { coastLines } from '../../../../renderer/map/basemap/coast.ts'
import { inIraqBox, iraqBox, iraqExtent, iraqFromZoom, isSuperseded } from '../../../../renderer/map/basemap/iraq.ts'
import { regionLines } from '../../../../renderer/map/basemap/regionLines.ts'
import { withoutDoubledWater } from '../../../../renderer/map/basemap/surveyedWater.ts'
import { atZoom, tileZoom, zDirection } from '../../../../renderer/map/basemap/zoom.ts'
import { createTileExtent } from '../../../../renderer/map/basemap/tileExtent.ts'

const [baghdadX = 0, baghdadY = 0] = fromLonLat([44.4, 33.3])
const [tehranX = 0, tehranY = 0] = fromLonLat([51.4, 35.7])

describe('the world under Iraq', () => {
  it('has the box of the archive', () => {
    expect(iraqExtent).toHaveLength(4)
    for (const [lon, lat] of [iraqBox.slice(0, 2), iraqBox.slice(2)] as [number, number][]) {
      const [x = 0, y = 0] = fromLonLat([lon, lat])
      expect(inIraqBox(x, y)).toBe(true)
      expect(inIraqBox(x + (lon < 40 ? -1 : 1), y)).toBe(false)
    }
  })

  it('gives way inside the box, from its zoom on, once the archive was read', () => {
    expect(isSuperseded(baghdadX, baghdadY, iraqFromZoom, true)).toBe(true)
    expect(isSuperseded(baghdadX, baghdadY, iraqFromZoom - 0.01, true)).toBe(false)
    expect(isSuperseded(baghdadX, baghdadY, iraqFromZoom, false)).toBe(false)
    expect(isSuperseded(tehranX, tehranY, 12, true)).toBe(false)
  })
})

describe('zooms', () => {
  it('takes the next zoom of tiles a little before its own', () => {
    expect([5, 5.39, 5.41, 6, 6.39, 6.41].map(tileZoom)).toEqual([5, 5, 6, 6, 6, 7])
  })

  it('tells OpenLayers the same', () => {
    for (const zoom of [5.2, 5.39, 5.41, 5.9]) {
      const resolution = (z: number): number => 156543.03392804097 / 2 ** z
      const coarser = zDirection(resolution(zoom), resolution(5), resolution(6)) > 0
      expect(coarser ? 5 : 6).toBe(tileZoom(zoom))
    }
  })

  it('draws sizes between stops, flat outside them', () => {
    expect(atZoom(0, [1, 2], [3, 4])).toBe(2)
    expect(atZoom(2, [1, 2], [3, 4])).toBe(3)
    expect(atZoom(9, [1, 2], [3, 4])).toBe(4)
  })

  it('places tiles as XYZ does', () => {
    const [west, south, east, north] = createTileExtent([1, 1, 0])
    expect(west).toBeCloseTo(0)
    expect(south).toBeCloseTo(0)
    expect(east).toBeCloseTo(20037508.34, 1)
    expect(north).toBeCloseTo(20037508.34, 1)
  })
})

const polygon = (flat: number[], properties: Record<string, unknown>) =>
  new RenderFeature('Polygon', flat, [flat.length], 2, properties, undefined)

it('draws an edge that two governorates share once', () => {
  const left = polygon([0, 0, 1, 0, 1, 1, 0, 1, 0, 0], { layer: 'admin1', a3: 'IRQ' })
  const right = polygon([1, 0, 2, 0, 2, 1, 1, 1, 1, 0], { layer: 'admin1', a3: 'IRQ' })
  const [lines, ...others] = regionLines([left, right], createTileExtent([0, 0, 0]))
  expect(others).toEqual([])
  // Four edges of the first, and three of the second: its shared edge is left out, so its ring is drawn in one open piece.
  expect(lines?.getFlatCoordinates()).toEqual([0, 0, 1, 0, 1, 1, 0, 1, 0, 0, 1, 0, 2, 0, 2, 1, 1, 1])
  expect(lines?.getEnds()).toEqual([10, 18])
})

describe('coasts', () => {
  const half = 20037508.342789244
  const world: [number, number, number, number] = [-half, -half, half, half]

  it('are not where land is cut at 180°', () => {
    const land = polygon([half, 0, half, 1e6, half - 1e6, 1e6, half - 1e6, 0, half, 0], { layer: 'land' })
    expect(coastLines([land], world).getFlatCoordinates()).toEqual([half, 1e6, half - 1e6, 1e6, half - 1e6, 0, half, 0])
  })

  it('are not where land is cut around a tile', () => {
    const tile = createTileExtent([6, 39, 25])
    const [west, south, east, north] = tile
    const cut = ((east - west) * 80) / 4096
    const inside = polygon(
      [west - cut, south - cut, east + cut, south - cut, east + cut, north + cut, west - cut, north + cut, west - cut, south - cut],
      {},
    )
    expect(coastLines([inside], tile).getFlatCoordinates()).toEqual([])
  })
})

it('keeps of the surveyed water the lakes that are nowhere else', () => {
  const square = (x: number, size: number, properties: Record<string, unknown>) =>
    polygon([x, 0, x + size, 0, x + size, size, x, size, x, 0], properties)
  const lake = square(0, 20_000, { layer: 'lakes' })
  const same = square(5_000, 12_000, { layer: 'water_osm', kind: 'lakes' })
  const crumb = square(50_000, 900, { layer: 'water_osm', kind: 'lakes' })
  const river = square(60_000, 20_000, { layer: 'water_osm', kind: 'rivers' })
  const reservoir = square(90_000, 12_000, { layer: 'water_osm', kind: 'lakes' })
  expect(withoutDoubledWater([lake, same, crumb, river, reservoir])).toEqual([lake, reservoir])
})

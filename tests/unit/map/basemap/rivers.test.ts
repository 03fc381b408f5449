import RenderFeature from 'ol/render/Feature.js'
import { describe, expect, it } from 'vitest'
import { riverBaselines } from '../../../../renderer/map/basemap/labels/river.ts'
import { riverRanks, riverWidth } from '../../../../renderer/map/basemap/rivers.ts'
import { createTileExtent } from '../../../../renderer/map/basemap/tileExtent.ts'

const tile = [6, 39, 25] as const
const [west, south, east, north] = createTileExtent(tile)
const at = (x: number, y: number): [number, number] => [west + (east - west) * x, south + (north - south) * y]

const river = (name: string, points: [number, number][]) => {
  const flat = points.flat()
  return new RenderFeature('LineString', flat, [flat.length], 2, { layer: 'rivers', name, rank: 3 }, undefined)
}
const straight = (fromX: number, toX: number, y: number) => Array.from({ length: 41 }, (_, i) => at(fromX + ((toX - fromX) * i) / 40, y))

describe('the line that a river is named along', () => {
  it('is inside its tile, and level script stands level on a level river', () => {
    const [baseline] = riverBaselines([river('Tigris', straight(-0.2, 1.2, 0.5))], tile)
    expect(baseline?.name).toBe('Tigris')
    const xs = baseline?.course.filter((_, index) => index % 2 === 0) ?? []
    expect(Math.min(...xs)).toBeGreaterThanOrEqual(west)
    expect(Math.max(...xs)).toBeLessThanOrEqual(east)
    expect(baseline?.angle).toBeCloseTo(0)
  })

  it('never stands script on its head', () => {
    const backwards = straight(0.05, 0.95, 0.5).toReversed()
    expect(Math.abs(riverBaselines([river('Tigris', backwards)], tile)[0]?.angle ?? 9)).toBeLessThanOrEqual(Math.PI / 2)
  })

  it('is the longest of a river, and none for a short one', () => {
    const short = river('Gharraf', straight(0.4, 0.5, 0.2))
    const pieces = [river('Tigris', straight(0.1, 0.4, 0.3)), river('Tigris', straight(0.1, 0.9, 0.7)), short]
    const baselines = riverBaselines(pieces, tile)
    expect(baselines.map(({ name }) => name)).toEqual(['Tigris'])
    expect(baselines[0]?.middle[1]).toBeCloseTo(at(0, 0.7)[1], 0)
  })
})

it('draws a greater river no narrower, and every river no narrower further in', () => {
  for (let zoom = 2; zoom <= 14; zoom += 1) {
    for (let rank = 1; rank < riverRanks; rank += 1) {
      expect(riverWidth(rank - 1, zoom)).toBeGreaterThanOrEqual(riverWidth(rank, zoom))
      expect(riverWidth(rank, zoom)).toBeGreaterThanOrEqual(riverWidth(rank, zoom - 1))
    }
  }
})

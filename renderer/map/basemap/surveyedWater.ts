/** Of the detailed archive's surveyed water, the lakes that the general one leaves out. */
import type RenderFeature from 'ol/render/Feature.js'
import { intersects } from 'ol/extent.js'

/** Narrower pieces, in metres, are crumbs of rivers and canals that were generalised to triangles. */
const smallestLakeM = 9_000

/** A tile's features without crumbs, and without the pieces of lakes that are there already in better shape. Rivers come as lines. */
export function withoutDoubledWater(features: RenderFeature[]): RenderFeature[] {
  const lakes = features.filter((feature) => feature.get('layer') === 'lakes').map((lake) => lake.getExtent())
  return features.filter((feature) => {
    if (feature.get('layer') !== 'water_osm') return true
    const extent = feature.getExtent()
    const [west = 0, south = 0, east = 0, north = 0] = extent
    if (feature.get('kind') !== 'lakes' || Math.max(east - west, north - south) < smallestLakeM) return false
    return !lakes.some((lake) => intersects(lake, extent))
  })
}

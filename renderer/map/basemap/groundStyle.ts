/** The style function of both archives' ground. Styles are made once per palette and quarter of a zoom, and shared by all features. */
import type { FeatureLike } from 'ol/Feature.js'
import type Style from 'ol/style/Style.js'
import type RenderFeature from 'ol/render/Feature.js'
import { borderStyles, disputedStyles, hasRegionAreas, regionStyle, regionsFrom } from './borders.ts'
import { coastStyles, lakeStyle, landStyle, runwayStyle, surveyedWaterStyle, urbanStyle } from './ground.ts'
import type { Palette } from './palette.ts'
import { coastLayer } from './coast.ts'
import { regionLinesLayer } from './regionLines.ts'
import { riverRanks, riverStyles } from './rivers.ts'
import { zoomOf } from './zoom.ts'

/** Layers that are drawn; the archives hold more, and those are not even decoded. */
export const groundLayers = {
  world: ['land', 'urban', 'lakes', 'rivers', 'admin1', 'admin1_lines', 'boundaries', 'disputed'],
  iraq: ['land', 'urban', 'lakes', 'water_osm', 'rivers', 'admin1', 'boundaries', 'runways'],
} as const

type Sheet = { zoom: number; layers: Map<string, Style | Style[]>; rivers: (Style | null)[]; region: Style | null }

const steps = 4

function makeSheet(palette: Palette, zoom: number): Sheet {
  const layers = new Map<string, Style | Style[]>([
    [coastLayer, coastStyles(palette, zoom)],
    ['lakes', lakeStyle(palette, zoom)],
    ['water_osm', surveyedWaterStyle(palette)],
    ['boundaries', borderStyles(palette, zoom)],
    ['disputed', disputedStyles(palette, zoom)],
  ])
  const sometimes = {
    land: landStyle(palette),
    urban: urbanStyle(palette, zoom),
    runways: runwayStyle(palette, zoom),
  }
  for (const [layer, style] of Object.entries(sometimes)) if (style !== null) layers.set(layer, style)
  return { zoom, layers, rivers: riverStyles(palette, zoom), region: regionStyle(palette, zoom) }
}

/** A style function for a palette. */
export function groundStyle(palette: Palette): (feature: FeatureLike, resolution: number) => Style | Style[] | undefined {
  const sheets = new Map<number, Sheet>()
  let lastResolution = 0
  let last: Sheet | undefined
  return (feature, resolution) => {
    if (resolution !== lastResolution || last === undefined) {
      const step = Math.round(zoomOf(resolution) * steps)
      last = sheets.get(step)
      if (last === undefined) sheets.set(step, (last = makeSheet(palette, step / steps)))
      lastResolution = resolution
    }
    return styleOf(feature as RenderFeature, last)
  }
}

function styleOf(feature: RenderFeature, sheet: Sheet): Style | Style[] | undefined {
  const layer: string = feature.get('layer')
  switch (layer) {
    case 'rivers': {
      const rank = Number(feature.get('rank') ?? riverRanks - 1)
      return sheet.rivers[Math.min(riverRanks - 1, Math.max(0, rank))] ?? undefined
    }
    case 'admin1_lines':
      return hasRegionAreas(feature.get('a3')) ? undefined : (sheet.region ?? undefined)
    case regionLinesLayer:
      return sheet.zoom >= regionsFrom(feature.get('a3')) ? (sheet.region ?? undefined) : undefined
    default:
      return sheet.layers.get(layer)
  }
}

/** What is under the pointer, in every visible layer. */
import type { FeatureLike } from 'ol/Feature.js'
import type VectorLayer from 'ol/layer/Vector.js'
import type OlMap from 'ol/Map.js'
import { completeSymbol, type Layer, type LayerStyle } from '../../electron/contract/document.ts'
import type { HitRequest } from '../../electron/contract/hit.ts'
import type { SourceId } from '../../electron/contract/layer.ts'
import { classesOf, sizesOf, symbolsOf } from '../document/layerLook.ts'
import { featuresNear } from '../store/featureQueries.ts'
import type { Hit } from '../store/selectionStore.ts'
import { sourceOf } from '../store/sourceStore.ts'
import type { LayerStack } from './layerStack.ts'
import { PaintedLayer } from './painter/paintedLayer.ts'
import { mmToPx } from './style/millimetres.ts'
import { largest } from './style/sizeSteps.ts'
import { lonLatOf } from './viewConversion.ts'

/** How far from a point or line a click still counts. */
const tolerancePx = 4
/** More than this under one click is a heap, not an answer. */
const maxPerLayer = 100

/**
 * @param pixel `[x, y]` in CSS pixels of the map
 * @returns features by layer, topmost layer first
 * @throws RefusalError when the engine cannot say
 */
export async function featuresAt(map: OlMap, stack: LayerStack, pixel: number[]): Promise<Hit[]> {
  const hits = await Promise.all(
    stack.visible().map(async ({ drawn, layer }): Promise<Hit[]> => {
      const source = sourceOf(drawn.path)
      if (source === null) return []
      const features =
        layer instanceof PaintedLayer ? await featuresInEngine(map, source.id, drawn, pixel) : featuresInWindow(map, layer, pixel)
      return features.length === 0 ? [] : [{ layerId: drawn.id, layerName: drawn.name, source: source.id, features }]
    }),
  )
  return hits.flat()
}

function featuresInWindow(map: OlMap, layer: VectorLayer, pixel: number[]): number[] {
  const found = new Set<number>()
  const collect = (feature: FeatureLike): void => {
    const id = feature.getId()
    if (typeof id === 'number' && found.size < maxPerLayer) found.add(id)
  }
  map.forEachFeatureAtPixel(pixel, collect, { layerFilter: (one) => one === layer, hitTolerance: tolerancePx })
  // A polygon without fill is still a place one can point into.
  layer.getSource()?.getFeaturesAtCoordinate(map.getCoordinateFromPixel(pixel)).forEach(collect)
  return [...found]
}

/** A mark is hit where it is drawn, and a little beside it. */
function featuresInEngine(map: OlMap, source: SourceId, { style, filter }: Layer, pixel: number[]): Promise<number[]> {
  return featuresNear(source, {
    area: lonLatOf(map.getCoordinateFromPixel(pixel)),
    ...reachOf(style, map.getView().getResolution() ?? 1),
    filter,
    limit: maxPerLayer,
  })
}

/** @param resolution metres of EPSG:3857 a CSS pixel */
function reachOf(style: LayerStyle, resolution: number): Pick<HitRequest, 'reachM' | 'look'> {
  const metres = (mm: number): number => mmToPx(mm) * resolution
  const tolerance = tolerancePx * resolution
  const size = style.size ?? null
  const around = symbolsOf(style).map(completeSymbol)
  const byClass = (withSize: boolean): HitRequest['reachM'][] =>
    around.map((symbol) => {
      const halo = symbol.haloColor === null ? 0 : symbol.haloWidthMm
      const sized = withSize ? largest(symbol, size) : { sizeMm: 0, lineWidthMm: 0 }
      return {
        // The outline of an icon lies around it, that of a plain mark half on it.
        point: metres(sized.sizeMm / 2 + symbol.outlineWidthMm / (symbol.icon === null ? 2 : 1) + halo) + tolerance,
        line: metres(sized.lineWidthMm / 2 + halo) + tolerance,
        area: metres(symbol.outlineWidthMm / 2) + tolerance,
      }
    })
  const whole = byClass(true)
  const farthest = (kind: keyof HitRequest['reachM']): number => Math.max(...whole.map((one) => one[kind]))
  const reachM = { point: farthest('point'), line: farthest('line'), area: farthest('area') }
  const [classes, sizes] = [classesOf(style), sizesOf(style)]
  if (classes === null && sizes === null) return { reachM }
  const half = (mm: number): number => metres(mm) / 2
  return {
    reachM,
    look: {
      classes,
      reachM: byClass(size === null),
      sizes:
        size === null || sizes === null
          ? null
          : {
              ...sizes,
              by: size.by,
              pointM: [half(size.minMm), half(size.maxMm)],
              lineM: [half(size.minLineMm), half(size.maxLineMm)],
            },
    },
  }
}

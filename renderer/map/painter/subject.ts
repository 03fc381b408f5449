/** What a layer of the document is to the painter. */
import { transformExtent } from 'ol/proj.js'
import type { LayerStyle } from '../../../electron/contract/document.ts'
import type { LayerSummary } from '../../../electron/contract/layer.ts'
import { maxPathVertices } from '../../../electron/contract/pictureLimits.ts'
import { classesOf, symbolsOf } from '../../document/layerLook.ts'
import type { Box } from './frame.ts'
import type { PictureOrder } from './messages.ts'

/**
 * Files of more vertices than `maxPathVertices` are painted, and smaller ones are OpenLayers' own. Measured on two busy cores without a graphics card, mixed features of some 17 vertices, a scripted
 * pan and zoom: the worst frame was 150 ms with 20,000 vertices that OpenLayers drew, hardly more than on an empty map (125 ms), 640 ms with 100,000 and 1,200 ms with 400,000; these
 * painted, 440 ms. Small ones are better left to OpenLayers, since they can be snapped to.
 */
export const isBig = ({ vertices }: LayerSummary): boolean => vertices > maxPathVertices

/** Where the layer is, in metres of EPSG:3857; null where there is nothing, or where it goes over the antimeridian. */
export function extentOf({ boundingBox }: LayerSummary): Box | null {
  if (boundingBox === null) return null
  const [west, south, east, north] = boundingBox
  // Around the world: the layer ends nowhere.
  if (east < west) return [-Infinity, -Infinity, Infinity, Infinity]
  return transformExtent([west, Math.max(-85.06, south), east, Math.min(85.06, north)], 'EPSG:4326', 'EPSG:3857') as unknown as Box
}

/** A style as symbols by class and size. */
export function inkOf(style: LayerStyle): Pick<PictureOrder, 'symbols' | 'classes' | 'size'> {
  return { symbols: symbolsOf(style), classes: classesOf(style), size: style.size ?? null }
}

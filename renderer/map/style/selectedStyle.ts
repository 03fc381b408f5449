/** How selected features are marked: a ring that leaves a point to be seen, a bold line, a tinted area. As a style of layers, for those that are painted, and as one of OpenLayers'. */
import CircleStyle from 'ol/style/Circle.js'
import Fill from 'ol/style/Fill.js'
import Stroke from 'ol/style/Stroke.js'
import Style from 'ol/style/Style.js'
import type { LayerStyle } from '../../../electron/contract/document.ts'
import { defaultSymbol } from '../../document/newLayer.ts'
import { mmToPx } from './millimetres.ts'

/** Seen on light and on dark ground (3:1 at least), and no colour of `layerColors`. */
const color = '#e81cb4'
const tint = 'rgba(232,28,180,0.25)'

export const selectedStyle: LayerStyle = {
  kind: 'single',
  symbol: {
    ...defaultSymbol(color),
    fillOpacity: 0.25,
    outlineColor: color,
    outlineWidthMm: 0.5,
    lineWidthMm: 1.1,
    point: 'ring',
    sizeMm: 4.6,
  },
  label: null,
}

export const selectedMark = new Style({
  fill: new Fill({ color: tint }),
  stroke: new Stroke({ color, width: mmToPx(0.9) }),
  image: new CircleStyle({ radius: mmToPx(2), stroke: new Stroke({ color, width: mmToPx(0.8) }) }),
})

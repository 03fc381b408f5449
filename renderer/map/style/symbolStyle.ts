/** One symbol of the document as an OpenLayers style. */
import CircleStyle from 'ol/style/Circle.js'
import Fill from 'ol/style/Fill.js'
import Icon from 'ol/style/Icon.js'
import type ImageStyle from 'ol/style/Image.js'
import Stroke from 'ol/style/Stroke.js'
import Style from 'ol/style/Style.js'
import type { SymbolStyle } from '../../../electron/contract/document.ts'
import { mmToPx } from './millimetres.ts'
import { symbolPath } from './pointSymbols.ts'
import { dashOf, withOpacity } from './strokes.ts'

export { dashOf, withOpacity } from './strokes.ts'

export type SymbolStyles = { point: Style; line: Style; polygon: Style }

/** @returns one style a geometry type: a point has no fill opacity, a line no outline */
export function symbolStyles(symbol: SymbolStyle): SymbolStyles {
  return {
    point: new Style({ image: pointImage(symbol) }),
    line: new Style({
      stroke: new Stroke({ color: symbol.color, width: mmToPx(symbol.lineWidthMm), ...dashOf(symbol, symbol.lineWidthMm) }),
    }),
    polygon: new Style({
      fill: new Fill({ color: withOpacity(symbol.color, symbol.fillOpacity) }),
      ...(symbol.outlineWidthMm > 0
        ? {
            stroke: new Stroke({
              color: symbol.outlineColor,
              width: mmToPx(symbol.outlineWidthMm),
              ...dashOf(symbol, symbol.outlineWidthMm),
            }),
          }
        : {}),
    }),
  }
}

function pointImage(symbol: SymbolStyle): ImageStyle {
  const radius = mmToPx(symbol.sizeMm) / 2
  const width = mmToPx(symbol.outlineWidthMm)
  if (symbol.point === 'circle') {
    // A mark is never left out; names make room for it.
    return new CircleStyle({
      declutterMode: 'obstacle',
      radius,
      fill: new Fill({ color: symbol.color }),
      ...(width > 0 ? { stroke: new Stroke({ color: symbol.outlineColor, width }) } : {}),
    })
  }
  // Drawn from a picture that is three times as fine as the screen, so that it stays sharp on a dense display.
  const margin = radius * 0.25 + width
  const side = Math.ceil((radius + margin) * 2)
  const density = 3
  const path = symbolPath(symbol.point, radius, [side / 2, side / 2])
  const stroke = width > 0 ? ` stroke="${symbol.outlineColor}" stroke-width="${width}" stroke-linejoin="round"` : ''
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${side * density}" height="${side * density}" viewBox="0 0 ${side} ${side}"><path d="${path}" fill="${symbol.color}" fill-rule="evenodd"${stroke}/></svg>`
  return new Icon({ src: `data:image/svg+xml;utf8,${encodeURIComponent(svg)}`, scale: 1 / density, declutterMode: 'obstacle' })
}

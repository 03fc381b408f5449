/** One symbol of the document as OpenLayers styles. */
import CircleStyle from 'ol/style/Circle.js'
import Fill from 'ol/style/Fill.js'
import Icon from 'ol/style/Icon.js'
import type ImageStyle from 'ol/style/Image.js'
import Stroke from 'ol/style/Stroke.js'
import Style from 'ol/style/Style.js'
import { type CompleteSymbol, completeSymbol, type SizeByField, type SymbolStyle } from '../../../electron/contract/style.ts'
import { isDisc } from './discs.ts'
import { fillOf } from './hatch.ts'
import { markDrawing, markSvg } from './markDrawing.ts'
import { mmToPx } from './millimetres.ts'
import { lineStep, lineWidthMm, pointSizeMm, pointStep } from './sizeSteps.ts'
import { dashOf, withOpacity } from './strokes.ts'

export { dashOf, withOpacity } from './strokes.ts'

/** Bottom first. By how large the feature is, 0 to 1 (`shareOf`). */
export type SymbolStyles = { point(share: number): Style[]; line(share: number): Style[]; polygon: Style[] }

export type SymbolSurroundings = {
  /** Null where sizes do not differ. */
  size: SizeByField | null
  /** Whether any symbol of the layer has a halo: then the halos of all lines lie under all lines. */
  hasHalos: boolean
  /** Pixels of the picture in a CSS pixel. */
  pixelRatio: number
}

/** @returns one style a geometry type: a point has no fill opacity, a line no outline */
export function symbolStyles(document: SymbolStyle, { size, hasHalos, pixelRatio }: SymbolSurroundings): SymbolStyles {
  const symbol = completeSymbol(document)
  const zIndex = { line: hasHalos ? 1 : undefined, point: hasHalos ? 2 : undefined }
  const point = (sizeMm: number): Style[] => [style(zIndex.point, { image: pointImage({ ...symbol, sizeMm }) })]
  const line = (widthMm: number): Style[] => lineStyles({ ...symbol, lineWidthMm: widthMm }, zIndex.line)
  if (size === null) {
    const [onlyPoint, onlyLine] = [once(() => point(symbol.sizeMm)), once(() => line(symbol.lineWidthMm))]
    return { point: onlyPoint, line: onlyLine, polygon: polygonStyles(symbol, pixelRatio) }
  }
  const [points, lines] = [byStep((step) => point(pointSizeMm(size, step))), byStep((step) => line(lineWidthMm(size, step)))]
  return {
    point: (share) => points(pointStep(size, share)),
    line: (share) => lines(lineStep(share)),
    polygon: polygonStyles(symbol, pixelRatio),
  }
}

function once<T>(make: () => T): () => T {
  let made: T | undefined
  return () => (made ??= make())
}

function byStep<T>(make: (step: number) => T): (step: number) => T {
  const made: T[] = []
  return (step) => (made[step] ??= make(step))
}

function style(zIndex: number | undefined, parts: ConstructorParameters<typeof Style>[0]): Style {
  return new Style(zIndex === undefined ? parts : { ...parts, zIndex })
}

function lineStyles(symbol: CompleteSymbol, zIndex: number | undefined): Style[] {
  const width = mmToPx(symbol.lineWidthMm)
  const line = style(zIndex, { stroke: new Stroke({ color: symbol.color, width, ...dashOf(symbol, symbol.lineWidthMm) }) })
  if (symbol.haloColor === null) return [line]
  return [new Style({ stroke: new Stroke({ color: symbol.haloColor, width: width + 2 * mmToPx(symbol.haloWidthMm) }) }), line]
}

function polygonStyles(symbol: CompleteSymbol, pixelRatio: number): Style[] {
  const { outlineWidthMm, outlineColor, outlineDash } = symbol
  return [
    new Style({
      // An area without fill is still a place one can point into.
      fill: new Fill({ color: fillOf(symbol, pixelRatio) ?? withOpacity(symbol.color, 0) }),
      ...(outlineWidthMm > 0
        ? {
            stroke: new Stroke({
              color: outlineColor,
              width: mmToPx(outlineWidthMm),
              ...dashOf({ dash: outlineDash }, outlineWidthMm),
            }),
          }
        : {}),
    }),
  ]
}

/** Symbols but plain circles are drawn from a picture that is three times as fine as the screen, so that they stay sharp on a dense display. */
const density = 3

function pointImage(symbol: CompleteSymbol): ImageStyle {
  const width = mmToPx(symbol.outlineWidthMm)
  if (isDisc(symbol)) {
    // A mark is never left out; names make room for it.
    return new CircleStyle({
      declutterMode: 'obstacle',
      radius: mmToPx(symbol.sizeMm) / 2,
      fill: new Fill({ color: symbol.color }),
      ...(width > 0 ? { stroke: new Stroke({ color: symbol.outlineColor, width }) } : {}),
    })
  }
  const svg = markSvg(markDrawing(symbol), density)
  return new Icon({ src: `data:image/svg+xml;utf8,${encodeURIComponent(svg)}`, scale: 1 / density, declutterMode: 'obstacle' })
}

/** The small picture beside an item of the legend: the mark itself for points, a stroke for lines, a patch for areas. */
import type { Annotation, AnnotationStyle } from '../../../electron/contract/annotation.ts'
import { type CompleteSymbol, completeSymbol, pointSymbols, type SymbolStyle } from '../../../electron/contract/document.ts'
import { middle, right, bottom, inset } from '../boxes.ts'
import { type Box, line, type Mark, type Point, solid, type Stroke } from '../drawing.ts'
import { clipLine } from '../furniture/polygon.ts'
import type { Swatch } from './items.ts'

/** Height that a swatch would like, in millimetres: marks keep the size that they have on the map. */
export function swatchHeight(swatch: Swatch): number {
  if (swatch.kind === 'layer')
    return swatch.geometry === 'point' ? swatch.symbol.sizeMm + swatch.symbol.outlineWidthMm + 2 * haloOf(swatch.symbol) : 0
  const { kind, style } = swatch.example.properties
  return kind === 'point' || kind === 'symbol' ? style.sizeMm * 1.1 : 0
}

const haloOf = (symbol: SymbolStyle): number => {
  const { haloColor, haloWidthMm } = completeSymbol(symbol)
  return haloColor === null ? 0 : haloWidthMm
}

/** The swatch of a map whose signs are drawn so many times their size. */
export function enlarged(swatch: Swatch, times: number): Swatch {
  if (times === 1) return swatch
  if (swatch.kind === 'layer') {
    const { sizeMm, outlineWidthMm, lineWidthMm, haloWidthMm } = completeSymbol(swatch.symbol)
    const symbol = {
      ...swatch.symbol,
      sizeMm: sizeMm * times,
      outlineWidthMm: outlineWidthMm * times,
      lineWidthMm: lineWidthMm * times,
      haloWidthMm: haloWidthMm * times,
    }
    return { ...swatch, symbol }
  }
  const { properties } = swatch.example
  const style = { ...properties.style, sizeMm: properties.style.sizeMm * times, lineWidthMm: properties.style.lineWidthMm * times }
  return { ...swatch, example: { ...swatch.example, properties: { ...properties, style } } }
}

/** @param largest a mark that is larger than this is drawn smaller */
export function drawSwatch(swatch: Swatch, box: Box, largest: number): Mark[] {
  if (swatch.kind === 'annotation') return drawAnnotation(swatch.example, box, largest)
  const { geometry, opacity } = swatch
  const symbol = completeSymbol(swatch.symbol)
  if (geometry === 'point') return pointMarks(symbol, box, swatch.toScale === true ? Infinity : largest, opacity)
  if (geometry === 'line') {
    const course = wave(box)
    const under = symbol.haloColor === null ? [] : [path(course, line(symbol.haloColor, symbol.lineWidthMm + 2 * symbol.haloWidthMm))]
    return [...under, path(course, dashed(symbol.color, symbol.lineWidthMm, symbol.dash))]
  }
  const patch = patchIn(box)
  return [
    ...hatching(patch, { fill: symbol.fill, color: symbol.color, fillOpacity: symbol.fillOpacity * opacity }),
    ...edge(patch, symbol.outlineColor, Math.min(symbol.outlineWidthMm, patch.height / 4), symbol.outlineDash),
  ]
}

/** A plain mark has its halo under it, as a larger one; an icon has its outline or halo around it. */
function pointMarks(symbol: CompleteSymbol, box: Box, largest: number, opacity: number): Mark[] {
  const mark = pointMark(symbol, box, largest, opacity)
  if (symbol.icon !== null) {
    const around = symbol.haloColor ?? (symbol.outlineWidthMm > 0 ? symbol.outlineColor : null)
    return [{ ...mark, symbol: symbol.icon, outline: null, halo: around }]
  }
  if (symbol.haloColor === null) return [mark]
  const outline = { color: symbol.haloColor, widthMm: symbol.outlineWidthMm + 2 * symbol.haloWidthMm }
  return [{ ...mark, color: symbol.haloColor, outline }, mark]
}

function pointMark(symbol: CompleteSymbol, box: Box, largest: number, opacity: number): Extract<Mark, { kind: 'symbol' }> {
  const scale = Math.min(1, largest / symbol.sizeMm)
  return {
    kind: 'symbol',
    symbol: { set: 'mark', name: symbol.point },
    at: middle(box),
    sizeMm: symbol.sizeMm * scale,
    color: symbol.color,
    opacity,
    outline: symbol.outlineWidthMm > 0 ? { color: symbol.outlineColor, widthMm: symbol.outlineWidthMm * scale } : null,
    halo: null,
    rotationDeg: 0,
  }
}

function drawAnnotation({ properties: { kind, style, symbol, tapered } }: Annotation, box: Box, largest: number): Mark[] {
  if (kind === 'point' || kind === 'symbol') {
    return [
      {
        kind: 'symbol',
        symbol: symbol ?? { set: 'mark', name: pointSymbols[0] },
        at: middle(box),
        sizeMm: Math.min(style.sizeMm, largest),
        color: style.color,
        opacity: 1,
        outline: null,
        halo: style.haloColor,
        rotationDeg: style.rotationDeg,
      },
    ]
  }
  if (kind === 'arrow') return drawArrow(box, style, tapered)
  if (kind === 'polygon' || kind === 'rectangle' || kind === 'circle') {
    const patch = patchIn(box)
    return [...hatching(patch, style), ...edge(patch, style.color, Math.min(style.lineWidthMm, patch.height / 4), style.dash)]
  }
  if (kind === 'rings') {
    const radius = Math.min(box.height, box.width) / 2
    const stroke = dashed(style.color, Math.min(style.lineWidthMm, radius / 4), style.dash)
    return [1, 0.5].map((part): Mark => ({ kind: 'circle', center: middle(box), radius: radius * 0.9 * part, fill: null, stroke }))
  }
  return [path(wave(box), dashed(style.color, style.lineWidthMm, style.dash))]
}

function drawArrow(box: Box, style: AnnotationStyle, tapered: boolean): Mark[] {
  const [x, y] = middle(box)
  const [left, tip] = [box.x + box.width * 0.04, right(box) - box.width * 0.04]
  const half = Math.min(box.height * 0.42, 1.4)
  const neck = tip - half * 1.7
  const width = Math.min(style.lineWidthMm, half)
  if (tapered) {
    const outline: Point[] = [
      [left, y - half * 0.75],
      [neck, y - half * 0.4],
      [neck, y - half],
      [tip, y],
      [neck, y + half],
      [neck, y + half * 0.4],
      [left, y + half * 0.75],
    ]
    const fill = style.fill === 'none' ? null : solid(style.color, style.fillOpacity)
    return [{ kind: 'path', lines: [outline], closed: true, fill, stroke: line(style.color, Math.min(width, 0.35)) }]
  }
  const head: Point[] = [
    [tip, y],
    [neck, y - half],
    [neck, y + half],
  ]
  return [
    path(
      [
        [left, y],
        [Math.max(x, neck), y],
      ],
      dashed(style.color, width, style.dash),
    ),
    { kind: 'path', lines: [head], closed: true, fill: solid(style.color), stroke: null },
  ]
}

const spacingMm = 1.3

/** Hatches are lines of their own, cut off at the patch, so that a painter needs no patterns. */
function hatching(patch: Box, { fill, color, fillOpacity }: Pick<AnnotationStyle, 'fill' | 'color' | 'fillOpacity'>): Mark[] {
  if (fill === 'none' || fillOpacity === 0) return []
  if (fill === 'solid') return [{ kind: 'rect', box: patch, fill: solid(color, fillOpacity), stroke: null }]
  if (fill === 'dots') {
    const dots: Mark[] = []
    for (let y = patch.y + spacingMm / 2; y < bottom(patch); y += spacingMm)
      for (let x = patch.x + spacingMm / 2; x < right(patch); x += spacingMm)
        dots.push({ kind: 'circle', center: [x, y], radius: 0.22, fill: solid(color, fillOpacity), stroke: null })
    return dots
  }
  const slants = fill === 'cross' ? [1, -1] : [1]
  const lines = slants.flatMap((slant) => {
    const found: Point[][] = []
    for (let shift = -patch.height; shift < patch.width + patch.height; shift += spacingMm) {
      const from: Point = [patch.x + shift, slant > 0 ? bottom(patch) : patch.y]
      const to: Point = [patch.x + shift + patch.height, slant > 0 ? patch.y : bottom(patch)]
      const cut = clipLine(from, to, patch)
      if (cut !== null) found.push(cut)
    }
    return found
  })
  return [{ kind: 'path', lines, closed: false, fill: null, stroke: { ...line(color, 0.22), color } }]
}

const patchIn = (box: Box): Box => {
  const height = Math.min(box.height, box.width * 0.62)
  return inset({ x: box.x, y: box.y + (box.height - height) / 2, width: box.width, height }, 0.15)
}

function edge(patch: Box, color: string, widthMm: number, dash: AnnotationStyle['dash']): Mark[] {
  return widthMm > 0 ? [{ kind: 'rect', box: inset(patch, widthMm / 2), fill: null, stroke: dashed(color, widthMm, dash) }] : []
}

/** Dashes are multiples of the line's width, as on the map. */
function dashed(color: string, widthMm: number, dash: AnnotationStyle['dash']): Stroke {
  const unit = Math.max(0.26, widthMm)
  if (dash === 'dashed') return { color, widthMm, dash: [unit * 4, unit * 2.5], cap: 'butt' }
  if (dash === 'dotted') return { color, widthMm, dash: [0.01, unit * 2], cap: 'round' }
  return line(color, widthMm)
}

const path = (points: readonly Point[], stroke: Stroke): Mark => ({ kind: 'path', lines: [points], closed: false, fill: null, stroke })

/** A line with a bend in it, so that it reads as a line on a map. */
function wave(box: Box): Point[] {
  const [, y] = middle(box)
  const rise = Math.min(box.height * 0.22, box.width * 0.12)
  return Array.from({ length: 13 }, (_, index): Point => {
    const part = index / 12
    return [box.x + box.width * part, y - Math.sin(part * 2 * Math.PI) * rise]
  })
}

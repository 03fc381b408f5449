/** How names are written. One style per class of name and quarter of a zoom; only its text changes from name to name. */
import type { FeatureLike } from 'ol/Feature.js'
import type Point from 'ol/geom/Point.js'
import CircleStyle from 'ol/style/Circle.js'
import Fill from 'ol/style/Fill.js'
import RegularShape from 'ol/style/RegularShape.js'
import Stroke from 'ol/style/Stroke.js'
import Style from 'ol/style/Style.js'
import Text from 'ol/style/Text.js'
import type { LabelLanguage } from '../../../../electron/contract/document.ts'
import { mapFontFamily } from '../../fonts.ts'
import { iraqFromZoom, isSuperseded } from '../iraq.ts'
import type { Palette } from '../palette.ts'
import { tileZoom, zoomOf } from '../zoom.ts'
import { isArabic, labelLines, type Label } from './label.ts'
import { letteringOf } from './lettering.ts'
import { namedOf, type Named } from './store.ts'
import { wrap } from './wrap.ts'

export type LabelStyleOptions = { palette: Palette; language: LabelLanguage; iraqIsThere: () => boolean }

const steps = 4

/** A style function for names in a palette and language. */
export function labelStyle({
  palette,
  language,
  iraqIsThere,
}: LabelStyleOptions): (feature: FeatureLike, resolution: number) => Style[] | undefined {
  const cache = new Map<string, Style[]>()
  const texts = new Map<Label, Written>()
  let lastResolution = 0
  let zoom = 0
  let step = 0
  return (feature, resolution) => {
    if (resolution !== lastResolution) {
      lastResolution = resolution
      zoom = zoomOf(resolution)
      step = Math.round(zoom * steps)
    }
    const named = namedOf(feature)
    const { label } = named
    if (zoom < label.from || zoom >= label.to || !isCurrent(named, feature, zoom, iraqIsThere())) return undefined
    let text = texts.get(label)
    if (text === undefined) texts.set(label, (text = written(label, language)))
    const straight = label.kind === 'river' && text.arabic
    const key = `${label.kind} ${label.tier} ${label.capital} ${label.side} ${straight} ${step}`
    let styles = cache.get(key)
    if (styles === undefined) cache.set(key, (styles = makeStyles(label, palette, step / steps, straight)))
    const content = text.arabic ? richText(text.lines, label, step / steps) : text.lines.join('\n')
    for (const style of styles) style.getText()?.setText(content)
    if (straight && named.straight !== null) {
      styles[0]?.setGeometry(named.straight.point)
      styles[0]?.getText()?.setRotation(named.straight.angle)
    }
    return styles
  }
}

/** Whether this mention of a name is the one to write at this zoom: rivers belong to one zoom of tiles, and the world yields to Iraq's archive. */
function isCurrent({ label, zoom: tile, straight }: Named, feature: FeatureLike, zoom: number, iraqIsThere: boolean): boolean {
  if (label.archive === 'iraq') {
    if (zoom < iraqFromZoom) return false
    return label.kind !== 'river' || tile === Math.min(10, Math.max(8, tileZoom(zoom)))
  }
  if (label.kind === 'country' || label.kind === 'water') return true
  if (label.kind === 'river' && tile !== Math.min(7, tileZoom(zoom))) return false
  const [x = 0, y = 0] = (straight?.point ?? (feature.getGeometry() as Point)).getFlatCoordinates()
  return !isSuperseded(x, y, zoom, iraqIsThere)
}

const hairSpace = '\u200a'
const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' })

type Written = { lines: string[]; arabic: boolean }

/** The text of a label: capitals and spaced letters are part of it, since the canvas knows neither. Arabic script takes neither. */
function written(label: Label, language: LabelLanguage): Written {
  const { capitals, spacing, wrapAt } = letteringOf(label.kind, label.tier)
  const lines = labelLines(label, language)
    .flatMap((line) => wrap(line, wrapAt))
    .map((line) => {
      if (isArabic(line)) return line
      const cased = capitals ? line.toLocaleUpperCase('en') : line
      return spacing === 0
        ? cased
        : Array.from(graphemes.segment(cased), ({ segment }) => segment)
            .join(hairSpace.repeat(spacing))
            .replaceAll(' ', '\u2002')
    })
  return { lines, arabic: lines.some(isArabic) }
}

/** Arabic letters are low for their size, lower still beside capitals. */
const arabicScale = 1.12
const arabicScaleBesideCapitals = 1.3

/** Lines with a font each, as OpenLayers takes them: text, font, line break, text, font… */
function richText(lines: readonly string[], label: Label, zoom: number): string[] {
  const { capitals } = letteringOf(label.kind, label.tier)
  const larger = capitals ? arabicScaleBesideCapitals : arabicScale
  return lines.flatMap((line, index) => [...(index === 0 ? [] : ['\n', '']), line, fontOf(label, zoom, isArabic(line) ? larger : 1)])
}

function fontOf(label: Label, zoom: number, scale = 1): string {
  const { size, weight, italic } = letteringOf(label.kind, label.tier)
  return `${italic ? 'italic ' : ''}${weight} ${size(zoom) * scale}px ${mapFontFamily}`
}

/**
 * The styles of a class of names. A town has one for every side that its name may stand on, the best first: all have the same dot, so that once one is
 * placed, its dot keeps the others away.
 */
function makeStyles(label: Label, palette: Palette, zoom: number, straight: boolean): Style[] {
  if (label.kind === 'river') return [riverStyle(label, palette, zoom, straight)]
  if (label.kind === 'country') return countryStyles(label, palette, zoom)
  const image = symbolOf(label, palette, zoom)
  if (image === null) return [new Style({ text: makeText(label, palette, zoom) })]
  return sidesOf(label).map((side) => {
    const text = makeText(label, palette, zoom)
    stand(text, side, image.radius)
    return new Style({ image: image.symbol, text })
  })
}

/** A country's name makes room for its capital's: above or below its place. The point that is not seen keeps the three apart, as a town's dot does. */
function countryStyles(label: Label, palette: Palette, zoom: number): Style[] {
  const image = new CircleStyle({ radius: 0.5, fill: new Fill({ color: 'rgba(0, 0, 0, 0)' }) })
  const step = letteringOf(label.kind, label.tier).size(zoom) * 1.5
  return [0, step, -step].map((offset) => {
    const text = makeText(label, palette, zoom)
    text.setOffsetY(offset)
    return new Style({ image, text })
  })
}

const opposite = { e: 'w', w: 'e', n: 's', s: 'n' } as const

/** Where a name may stand: the smallest towns are not worth a second try. */
function sidesOf({ kind, tier, side }: Label): Label['side'][] {
  if (kind !== 'place' || tier > 3) return [side]
  return [side, opposite[side], ...(side === 'e' || side === 'w' ? (['n', 's'] as const) : (['e', 'w'] as const))]
}

function riverStyle(label: Label, palette: Palette, zoom: number, straight: boolean): Style {
  const text = makeText(label, palette, zoom)
  if (straight) text.setRotateWithView(true)
  else text.setPlacement('line')
  text.setTextBaseline('bottom')
  text.setMaxAngle(Math.PI / 10)
  return new Style({ text })
}

function makeText(label: Label, palette: Palette, zoom: number): Text {
  const { ink, haloWidth } = letteringOf(label.kind, label.tier)
  const { text: color, halo } = palette[ink]
  return new Text({
    font: fontOf(label, zoom),
    fill: new Fill({ color }),
    stroke: new Stroke({ color: halo, width: haloWidth, lineJoin: 'round' }),
    padding: [1, 2, 1, 2],
  })
}

/** Puts the text beside its symbol. */
function stand(text: Text, side: Label['side'], radius: number): void {
  const gap = radius + 3.5
  if (side === 'e' || side === 'w') {
    text.setTextAlign(side === 'e' ? 'left' : 'right')
    text.setJustify(side === 'e' ? 'left' : 'right')
    text.setOffsetX(side === 'e' ? gap : -gap)
    return
  }
  text.setTextBaseline(side === 'n' ? 'bottom' : 'top')
  text.setOffsetY(side === 'n' ? -gap + 1 : gap - 1)
}

function symbolOf(label: Label, palette: Palette, zoom: number): { symbol: CircleStyle | RegularShape; radius: number } | null {
  const { fill, line } = palette.dot
  if (label.kind === 'place') {
    if (label.capital === 'country') {
      const radius = zoom < 4 ? 3.4 : 4.2
      return {
        symbol: new RegularShape({
          points: 4,
          angle: Math.PI / 4,
          radius: radius * 1.2,
          fill: new Fill({ color: line }),
          stroke: new Stroke({ color: fill, width: 1.2 }),
        }),
        radius,
      }
    }
    const radius = [3.2, 2.8, 2.5, 2.1, 1.8][label.tier] ?? 1.8
    const hollow = label.capital === 'region' || label.tier <= 1
    const symbol = new CircleStyle({
      radius,
      fill: new Fill({ color: hollow ? fill : line }),
      stroke: new Stroke({ color: hollow ? line : fill, width: hollow ? 1.3 : 0.8 }),
    })
    return { symbol, radius }
  }
  if (label.kind === 'village') {
    const radius = 1.4
    return { symbol: new CircleStyle({ radius, fill: new Fill({ color: palette.minor.text }) }), radius }
  }
  if (label.kind === 'airport') {
    const radius = 4
    return {
      symbol: new RegularShape({
        points: 4,
        radius,
        radius2: 1.1,
        fill: new Fill({ color: palette.minor.text }),
        stroke: new Stroke({ color: palette.minor.halo, width: 1 }),
      }),
      radius,
    }
  }
  return null
}

/**
 * A laid out page: what is drawn where, in millimetres from its upper left corner, y downward. Preview and every format are painted from this list, in its
 * order, and decide nothing of their own.
 */
import type { AnnotationSymbol } from '../../electron/contract/annotation.ts'
import type { ElementType } from '../../electron/contract/page.ts'
import type { Basemap, BoundingBox, Color, LonLat } from '../../electron/contract/values.ts'

export type Point = readonly [x: number, y: number]
export type Box = { x: number; y: number; width: number; height: number }
export type Fill = { color: Color; opacity: number }
export type Stroke = {
  color: Color
  widthMm: number
  /** Dash, gap, … in millimetres; empty for a solid line. */
  dash: readonly number[]
  cap: 'butt' | 'round'
}
/** Noto Sans; Noto Sans Arabic for what is written so. 600 is bold. */
export type Font = { weight: 400 | 600; italic: boolean }
/** @returns millimetres */
export type Measure = (text: string, font: Font, sizePt: number) => number

export type Rect = { kind: 'rect'; box: Box; fill: Fill | null; stroke: Stroke | null }
/** Rings and lines. A fill is even-odd. Corners are mitred when closed, round otherwise. */
export type Path = { kind: 'path'; lines: readonly (readonly Point[])[]; closed: boolean; fill: Fill | null; stroke: Stroke | null }
export type Circle = { kind: 'circle'; center: Point; radius: number; fill: Fill | null; stroke: Stroke | null }
export type Text = {
  kind: 'text'
  text: string
  /** On the baseline: its left end, middle or right end, as `align` says. */
  at: Point
  sizePt: number
  font: Font
  color: Color
  align: 'left' | 'center' | 'right'
  direction: 'ltr' | 'rtl'
  halo: { color: Color; widthMm: number } | null
  /** An address, for formats that have links. */
  link: string | null
  /** As measured when it was laid out. */
  widthMm: number
}
export type Image = { kind: 'image'; box: Box; data: string; description: string }
/** A mark, icon or military symbol with its middle on a place. `outline` is drawn over the fill's edge, `halo` under it. */
export type Symbol = {
  kind: 'symbol'
  symbol: AnnotationSymbol
  at: Point
  sizeMm: number
  color: Color
  opacity: number
  outline: { color: Color; widthMm: number } | null
  halo: Color | null
  rotationDeg: number
}
/** Where a map is to be drawn, and cut off at the box. */
export type MapSlot = {
  kind: 'map'
  /** A locator shows the ground only. */
  role: 'frame' | 'locator'
  element: string
  box: Box
  view: MapView
  basemap: Basemap
  /** How many times their size symbols, lines and names are: the map is that of a box so many times smaller, enlarged. */
  symbolScale: number
  /** What furniture lies over the map: no label may be there. */
  covered: readonly Box[]
}

export type MapView = {
  center: LonLat
  /** N of 1:N at the centre. */
  scale: number
  /** Clockwise. */
  rotationDeg: number
  /** Metres of EPSG:3857 to a millimetre of the page. */
  metresPerMm: number
  /** Bounding box of what the frame shows; west is greater than east across the antimeridian. */
  extent: BoundingBox
}

export type Mark = Rect | Path | Circle | Text | Image | Symbol | MapSlot

/** The marks of one element. */
export type DrawnElement = {
  id: string
  name: string
  type: ElementType
  /** What it covers: smaller than its box where it is as large as its content. */
  box: Box
  marks: readonly Mark[]
}

/** What had no room, in a sentence. */
export type NotPlaced = { element: string; what: string; sentence: string }

export type Credit = { text: string; url: string | null }

export type PageDrawing = {
  widthMm: number
  heightMm: number
  background: Color
  /** Bottom first. */
  elements: readonly DrawnElement[]
  notPlaced: readonly NotPlaced[]
  /** Sources of what the frames of the page show, whether or not there is an element that prints them. */
  credits: readonly Credit[]
}

/** The maps of a page, frames first. */
export const mapSlots = ({ elements }: Pick<PageDrawing, 'elements'>): MapSlot[] =>
  elements
    .flatMap(({ marks }) => marks.filter((mark) => mark.kind === 'map'))
    .toSorted((a, b) => Number(a.role === 'locator') - Number(b.role === 'locator'))

export const solid = (color: Color, opacity = 1): Fill => ({ color, opacity })
export const line = (color: Color, widthMm: number, dash: readonly number[] = []): Stroke => ({ color, widthMm, dash, cap: 'butt' })

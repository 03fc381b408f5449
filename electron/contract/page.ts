/**
 * Pages of a map document: what is published, in millimetres from the upper left corner, x to the right, y downward. Text is measured in points. One
 * description draws the preview and every format; how it is laid out is the business of `renderer/page`.
 */
import { z } from './schema.ts'
import { Basemap, BoundingBox, Color, LonLat, PartialDate } from './values.ts'

const Id = z.string().min(1).max(64)
const Name = z.string().max(500)
const Degrees = z.number().min(-360).max(360)

/** A paper size in millimetres, or a picture in pixels, whose millimetres follow from its resolution. Landscape is wider than high. */
export const PageSize = z.discriminatedUnion('unit', [
  z.strictObject({ unit: z.literal('mm'), width: z.number().min(20).max(5_000), height: z.number().min(20).max(5_000) }),
  z.strictObject({
    unit: z.literal('px'),
    width: z.int().min(64).max(65_535),
    height: z.int().min(64).max(65_535),
    /** Pixels to the inch. */
    dpi: z.number().min(10).max(2_400),
  }),
])

/** Millimetres. Elements may hang over the edge of the page; what is outside is not printed. */
export const PageBox = z.strictObject({
  x: z.number().min(-5_000).max(10_000),
  y: z.number().min(-5_000).max(10_000),
  width: z.number().min(0.1).max(10_000),
  height: z.number().min(0.1).max(10_000),
})

/** `start` is where the script begins: left, or right when the text is Arabic or Hebrew. */
export const textAligns = ['start', 'center', 'end'] as const

export const TextStyle = z.strictObject({
  sizePt: z.number().min(2).max(1_000),
  bold: z.boolean(),
  italic: z.boolean(),
  color: Color,
  align: z.enum(textAligns),
})

/** What an element stands on. */
export const PagePanel = z.strictObject({
  /** Null for none. */
  fill: Color.nullable(),
  fillOpacity: z.number().min(0).max(1),
  /** Line around it; null for none. */
  stroke: Color.nullable(),
  strokeWidthMm: z.number().min(0).max(20),
  /** Between the edge of the element and what is in it. */
  paddingMm: z.number().min(0).max(200),
})

const base = {
  id: Id,
  name: Name,
  box: PageBox,
  panel: PagePanel,
  /** It keeps its place and size. */
  locked: z.boolean(),
  visible: z.boolean(),
}

/** The map frame that an element speaks of; null for the first on the page. */
const frame = Id.nullable()

/** Null: from the document. */
const OwnText = z.string().max(10_000).nullable()

/** An element with a corner is as large as what is in it, and stands in that corner of its box; with `box` it fills its box. */
export const fits = ['box', 'top-left', 'top-right', 'bottom-left', 'bottom-right'] as const
const Fit = z.enum(fits)

/** What a map frame shows. A box is shown whole, as large as it will go; the scale is that at the centre of the frame. */
export const FrameView = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('scale'), center: LonLat, /** N of 1:N. */ scale: z.number().min(10).max(1e9) }),
  z.strictObject({ kind: z.literal('box'), box: BoundingBox }),
])

export const Graticule = z.strictObject({
  /** Degrees between lines; null for as many as suit the frame. */
  stepDeg: z.number().min(0.0001).max(90).nullable(),
  color: Color,
  widthMm: z.number().min(0.02).max(5),
  /** `ticks` are short lines at the edge. */
  lines: z.enum(['full', 'ticks']),
  labels: z.enum(['inside', 'outside', 'none']),
  text: TextStyle,
})

export const MapFrame = z.strictObject({
  type: z.literal('mapFrame'),
  ...base,
  view: FrameView,
  /** Clockwise. */
  rotationDeg: Degrees,
  /** Null: the document's. */
  basemap: Basemap.nullable(),
  /** How many times their size symbols, lines and names are drawn, those of the basemap included: a poster is read from afar. */
  symbolScale: z.number().min(0.1).max(20),
  graticule: Graticule.nullable(),
})

export const TitleElement = z.strictObject({
  type: z.literal('title'),
  ...base,
  text: OwnText,
  style: TextStyle,
  /** A text that is too long is made as small as this before it is cut. */
  minSizePt: z.number().min(2).max(1_000),
  valign: z.enum(['top', 'middle', 'bottom']),
})

export const SubtitleElement = z.strictObject({ ...TitleElement.shape, type: z.literal('subtitle') })

export const AsOfElement = z.strictObject({
  ...TitleElement.shape,
  type: z.literal('asOf'),
  /** “Update 3” after the date. */
  showUpdate: z.boolean(),
})

/** A change to an item of the legend. Items that are named here come first, in this order; the others follow as the map has them. */
export const LegendChange = z.strictObject({
  /** Which item: see `renderer/page/legend`. */
  key: z.string().min(1).max(12_000),
  /** Null: as the map names it. */
  label: z.string().max(2_000).nullable(),
  hidden: z.boolean(),
  /** A heading of its own above this item; null for none. */
  heading: z.string().max(2_000).nullable(),
})

export const LegendElement = z.strictObject({
  type: z.literal('legend'),
  ...base,
  frame,
  fit: Fit,
  /** Empty for none. */
  title: z.string().max(2_000),
  titleStyle: TextStyle,
  headingStyle: TextStyle,
  itemStyle: TextStyle,
  columns: z.int().min(1).max(3),
  /** Number of features behind each item. */
  counts: z.boolean(),
  changes: z.array(LegendChange).max(2_000),
})

export const scaleUnits = ['km', 'mi', 'nmi', 'm'] as const

export const ScaleBarElement = z.strictObject({
  type: z.literal('scaleBar'),
  ...base,
  frame,
  fit: Fit,
  /** The first above the bar; a second below it. */
  units: z.array(z.enum(scaleUnits)).min(1).max(2),
  look: z.enum(['double', 'bar', 'line']),
  /** “1:2,500,000” beside it. */
  ratio: z.boolean(),
  style: TextStyle,
})

export const norths = ['true', 'grid', 'magnetic'] as const

export const NorthArrowElement = z.strictObject({
  type: z.literal('northArrow'),
  ...base,
  frame,
  north: z.enum(norths),
  /** The magnetic declination at the centre of the frame, in words under the arrow. */
  declination: z.boolean().default(false),
  /** For which the declination holds; null: the document's as-of date. */
  date: PartialDate.nullable().default(null),
  look: z.enum(['arrow', 'needle', 'compass']),
  color: Color,
})

export const InsetElement = z.strictObject({
  type: z.literal('inset'),
  ...base,
  frame,
  /** What it shows; null: the surroundings of the frame. */
  view: FrameView.nullable(),
  basemap: Basemap.nullable(),
  /** Line around the frame's ground. */
  outlineColor: Color,
  outlineWidthMm: z.number().min(0.05).max(10),
})

export const TextElement = z.strictObject({
  type: z.literal('text'),
  ...base,
  fit: Fit,
  /** `# heading`, `- bullet`, `**bold**`; an empty line parts paragraphs. */
  text: z.string().max(100_000),
  style: TextStyle,
  headingColor: Color,
})

export const ImageElement = z.strictObject({
  type: z.literal('image'),
  ...base,
  /** Embedded; shown whole within the box. */
  data: z
    .string()
    .max(16_000_000)
    .regex(/^data:image\/(png|jpeg|webp);base64,[A-Za-z0-9+/=]+$/),
  /** Width by height, so that it keeps its shape. */
  aspect: z.number().min(0.001).max(1_000),
  description: z.string().max(2_000),
})

export const CreditsElement = z.strictObject({
  type: z.literal('credits'),
  ...base,
  /** Null for all frames of the page. */
  frame,
  fit: Fit,
  style: TextStyle,
  /** Before the sources: “Sources: ”. */
  lead: z.string().max(2_000),
  /** After the sources: the author, a licence. */
  more: z.string().max(10_000),
})

/** The neat line around a map or a page; filled, a band of colour. */
export const RectangleElement = z.strictObject({ type: z.literal('rectangle'), ...base })

export const PageElement = z.discriminatedUnion('type', [
  MapFrame,
  TitleElement,
  SubtitleElement,
  AsOfElement,
  LegendElement,
  ScaleBarElement,
  NorthArrowElement,
  InsetElement,
  TextElement,
  ImageElement,
  CreditsElement,
  RectangleElement,
])

export const Page = z.strictObject({
  id: Id,
  name: Name,
  size: PageSize,
  marginMm: z.number().min(0).max(500),
  background: Color,
  /** Bottom first: the last is drawn over the others. */
  elements: z.array(PageElement).max(500),
})

export type PageSize = z.infer<typeof PageSize>
export type PageBox = z.infer<typeof PageBox>
export type TextStyle = z.infer<typeof TextStyle>
export type PagePanel = z.infer<typeof PagePanel>
export type FrameView = z.infer<typeof FrameView>
export type Graticule = z.infer<typeof Graticule>
export type Fit = (typeof fits)[number]
export type MapFrame = z.infer<typeof MapFrame>
export type TitleElement = z.infer<typeof TitleElement>
export type SubtitleElement = z.infer<typeof SubtitleElement>
export type AsOfElement = z.infer<typeof AsOfElement>
export type LegendChange = z.infer<typeof LegendChange>
export type LegendElement = z.infer<typeof LegendElement>
export type ScaleUnit = (typeof scaleUnits)[number]
export type ScaleBarElement = z.infer<typeof ScaleBarElement>
export type NorthArrowElement = z.infer<typeof NorthArrowElement>
export type InsetElement = z.infer<typeof InsetElement>
export type TextElement = z.infer<typeof TextElement>
export type ImageElement = z.infer<typeof ImageElement>
export type CreditsElement = z.infer<typeof CreditsElement>
export type RectangleElement = z.infer<typeof RectangleElement>
export type PageElement = z.infer<typeof PageElement>
export type ElementType = PageElement['type']
export type Page = z.infer<typeof Page>

/** What an export is asked for, and what it says of what it made. */
import { MapDocument } from './document.ts'
import { SourceRef } from './layer.ts'
import { PageSize } from './page.ts'
import { z } from './schema.ts'
import { BoundingBox } from './values.ts'

export const exportFormats = ['png', 'jpg', 'pdf', 'svg', 'tif'] as const
export const ExportFormat = z.enum(exportFormats)

/** Resolutions that make sense; what is larger than can be drawn is refused before it is drawn. */
export const Dpi = z.number().min(30).max(1_200)

export const ExportSettings = z.strictObject({
  /** Name of a page of the document, or of a preset; null for the document's first page, or the first preset. */
  page: z.string().max(500).nullable(),
  /** Null: the page's own. */
  size: PageSize.nullable(),
  /** Turns a preset upright that is given no size; a page of the document is as it is. */
  portrait: z.boolean(),
  format: ExportFormat,
  /** Null: 300 for paper, and a picture's own. */
  dpi: Dpi.nullable(),
  /** Beside PNG and JPEG: where the picture lies, for GIS programs. */
  worldFile: z.boolean(),
  /** Nothing under the page where a format can have that: PNG, SVG, GeoTIFF. */
  transparent: z.boolean(),
  /** Ground to show in the first map frame; null: as the page says, or what the document's view shows. */
  box: BoundingBox.nullable(),
})

/** What a hidden window draws pages of. */
export const ExportMap = z.strictObject({ document: MapDocument, sources: z.array(SourceRef) })

/** Facts of a page that was drawn. */
export const ExportReport = z.strictObject({
  widthMm: z.number(),
  heightMm: z.number(),
  /** Null for PDF and SVG. */
  widthPx: z.int().nullable(),
  heightPx: z.int().nullable(),
  dpi: z.number(),
  page: z.string(),
  /** Of the first map frame; null for a page without one. */
  boundingBox: BoundingBox.nullable(),
  /** N of 1:N at the centre of the first map frame. */
  scale: z.number().nullable(),
  /** Sources credited on the page. */
  credits: z.array(z.string()),
  /** Names of places of layers and annotations that are written on the map. */
  labelsPlaced: z.array(z.string()),
  /** Those that found no room. */
  labelsNotPlaced: z.array(z.string()),
  /** Names and boxes of callouts that stand where they were put by hand, and are hidden there in part: by what lies over the map, or beyond its edge. */
  labelsCovered: z.array(z.string()),
  /** What found no room on the page, and what else was not done as usual, in words. */
  notPlaced: z.array(z.string()),
})

/** From pixels of a picture, `[0, 0]` its upper left corner, to metres of EPSG:3857: `x = a·column + b·row + c`, `y = d·column + e·row + f`. */
export const Georeference = z.strictObject({ a: z.number(), b: z.number(), c: z.number(), d: z.number(), e: z.number(), f: z.number() })

/** What a hidden window says before its picture's bytes. */
export const PictureHead = z.strictObject({
  widthPx: z.int().min(1),
  heightPx: z.int().min(1),
  /** Bytes of a pixel: red, green, blue, and alpha. */
  channels: z.union([z.literal(3), z.literal(4)]),
  dpi: z.number(),
  /** Of a TIFF: its bytes come in strips of so many rows. */
  stripRows: z.int().min(1),
  /** Sources of the map. */
  credits: z.array(z.string()),
})

/** What a hidden window says when its page is drawn. */
export const Delivery = z.strictObject({
  report: ExportReport,
  /** What the page's credits say after the sources; empty for nothing. */
  author: z.string(),
  /** Where the picture lies; null for a page without a map frame. For a PDF in points, up from the lower left corner of the page. */
  georeference: Georeference.nullable(),
  /** The first map frame in millimetres of the page; null where there is none. */
  frame: z.strictObject({ x: z.number(), y: z.number(), width: z.number(), height: z.number() }).nullable(),
  links: z.array(
    z.strictObject({ url: z.string(), box: z.strictObject({ x: z.number(), y: z.number(), width: z.number(), height: z.number() }) }),
  ),
})

/** One file of an export. */
export const Exported = z.strictObject({
  path: z.string(),
  /** World file and what else lies beside it. */ beside: z.array(z.string()),
  report: ExportReport,
})

export type ExportFormat = z.infer<typeof ExportFormat>
export type ExportSettings = z.infer<typeof ExportSettings>
export type ExportMap = z.infer<typeof ExportMap>
export type ExportReport = z.infer<typeof ExportReport>
export type Georeference = z.infer<typeof Georeference>
export type PictureHead = z.infer<typeof PictureHead>
export type Delivery = z.infer<typeof Delivery>
export type Exported = z.infer<typeof Exported>

/**
 * The map document (`*.cartouche`): what a user keeps of a map. Both sides read it, so its shape lives in the contract; what may be done to it lives
 * in `renderer/document`.
 *
 * Sizes on paper and screen are in millimetres or points, so that a symbol is the same size in every export.
 */
import { Annotation } from './annotation.ts'
import { Page } from './page.ts'
import { z } from './schema.ts'
import { LayerStyle } from './style.ts'
import { Basemap, LonLat, PartialDate } from './values.ts'

export * from './style.ts'
export * from './values.ts'

const Id = z.string().min(1).max(64)
const Name = z.string().max(500)
const Fraction = z.number().min(0).max(1)

/** What the user made of the columns of a layer's table. Fields that are not named stand where they stand in the file. */
export const TableLayout = z.strictObject({
  /** Names of fields, from left to right. */
  order: z.array(z.string().max(1_000)).max(10_000),
  hidden: z.array(z.string().max(1_000)).max(10_000),
  widthsPx: z.record(z.string().max(1_000), z.number().min(48).max(1_200)),
})

export const Layer = z.strictObject({
  type: z.literal('layer'),
  id: Id,
  name: Name,
  /** In a file: relative to the document where both are on one volume. In memory: absolute. */
  path: z.string().min(1).max(32_768),
  /** Content key of the file when the document was last saved, to notice another version of it. */
  hash: z.string().max(128).nullable(),
  visible: z.boolean(),
  opacity: Fraction,
  /** Condition of the filter language (`expression/`) over the fields of the file; '' shows all. */
  filter: z.string().max(10_000).default(''),
  style: LayerStyle,
  /** Source of the data, as it is printed under a map; left out while what the file itself says will do. */
  credit: z.string().max(2_000).optional(),
  /** Left out while the table is as the file gives it. */
  table: TableLayout.optional(),
  /** Set when the file was broken, and what comes before the break was wanted: it is opened so again. */
  inPart: z.literal(true).optional(),
})

export const LayerGroup = z.strictObject({
  type: z.literal('group'),
  id: Id,
  name: Name,
  visible: z.boolean(),
  expanded: z.boolean(),
  /** Topmost first. Groups do not nest. */
  layers: z.array(Layer).max(1_000),
})

export const View = z.strictObject({
  center: LonLat,
  /** OpenLayers zoom of EPSG:3857 with 256-pixel tiles; 0 shows the world in one tile. */
  zoom: z.number().min(0).max(28),
  /** Clockwise, degrees. */
  rotationDeg: z.number().min(-360).max(360),
})

/** A view that the user named, to go back to. */
export const Bookmark = z.strictObject({ id: Id, name: Name, view: View })

export const maxBookmarks = 1_000

export const MapDocument = z.strictObject({
  schema: z.literal(1),
  title: z.string().max(10_000),
  subtitle: z.string().max(10_000),
  asOf: PartialDate.nullable(),
  /** Number of the published update that this document leads to, from 1. */
  update: z.int().min(1).max(100_000),
  view: View,
  /** In the user's order. */
  bookmarks: z.array(Bookmark).max(maxBookmarks).default([]),
  basemap: Basemap,
  /** Topmost first. */
  layers: z.array(z.discriminatedUnion('type', [Layer, LayerGroup])).max(1_000),
  /** Bottom first: the last is drawn over the others. */
  annotations: z.array(Annotation).max(50_000).default([]),
  pages: z.array(Page).max(50).default([]),
})

export type TableLayout = z.infer<typeof TableLayout>
export type Layer = z.infer<typeof Layer>
export type LayerGroup = z.infer<typeof LayerGroup>
export type LayerNode = Layer | LayerGroup
export type View = z.infer<typeof View>
export type Bookmark = z.infer<typeof Bookmark>
export type MapDocument = z.infer<typeof MapDocument>

/** A map with nothing on it but the ground, looking at Iraq. */
export const blankDocument: MapDocument = {
  schema: 1,
  title: 'Untitled map',
  subtitle: '',
  asOf: null,
  update: 1,
  view: { center: [43.8, 33.2], zoom: 6.2, rotationDeg: 0 },
  bookmarks: [],
  basemap: { style: 'light', labels: 'english' },
  layers: [],
  annotations: [],
  pages: [],
}

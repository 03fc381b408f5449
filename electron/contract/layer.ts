/** What the engine says of a layer file: its summary, its problems, its features' attributes. */
import { z } from './schema.ts'
import { BoundingBox, CategoryValue } from './document.ts'

export const SourceId = z.string().regex(/^[0-9a-f]{16}$/)

/** A layer file that the user has let in, by dialog, drop, command line, recent list or document. */
export const SourceRef = z.strictObject({
  id: SourceId,
  /** Absolute path, for display and for the document. */
  path: z.string(),
  /** File name without its extension. */
  name: z.string(),
})

export const geometryTypes = [
  'Point',
  'MultiPoint',
  'LineString',
  'MultiLineString',
  'Polygon',
  'MultiPolygon',
  'GeometryCollection',
] as const
export const GeometryType = z.enum(geometryTypes)

export const fieldTypes = ['text', 'number', 'integer', 'boolean', 'date', 'json', 'mixed', 'empty'] as const

export const LayerField = z.strictObject({
  name: z.string(),
  type: z.enum(fieldTypes),
  /** Share of the features in which the field is present and not null, 0 to 1. */
  fillRate: z.number().min(0).max(1),
})

export const LayerProblem = z.strictObject({
  /** What became of the feature: left out, taken with a repair, or taken as it is. */
  outcome: z.enum(['skipped', 'repaired', 'kept']),
  /** Zero-based index of the feature in the file; null when it concerns the file. */
  feature: z.int().min(0).nullable(),
  /** One-based place in the file, where known. Columns count bytes. */
  line: z.int().min(1).nullable(),
  column: z.int().min(1).nullable(),
  /** A sentence for the user. */
  message: z.string(),
})

/** Attribute names of a file that are known and can be asked about. More than that are a sign that names are used as data. */
export const fieldLimit = 2_000

export const LayerSummary = z.strictObject({
  id: SourceId,
  /** 'GeoJSON', 'newline-delimited GeoJSON, compressed with gzip' … */
  format: z.string(),
  sizeBytes: z.int().min(0),
  /** Changes when the file's content changes. */
  contentKey: z.string(),
  crs: z.strictObject({
    /** 'EPSG:4326'. */
    code: z.string(),
    name: z.string(),
    /** False when the file says nothing and RFC 7946's WGS84 was taken. */
    declared: z.boolean(),
  }),
  /** Features that are drawn; those skipped are counted in `problems`. */
  features: z.int().min(0),
  /** Features without a geometry: they have attributes and are not drawn. */
  withoutGeometry: z.int().min(0),
  vertices: z.int().min(0),
  geometries: z.partialRecord(GeometryType, z.int().min(0)),
  /** Null when there is nothing to draw. */
  boundingBox: BoundingBox.nullable(),
  fields: z.array(LayerField),
  /** What the file says of its source, as it is written there: words, or HTML. */
  credits: z.array(z.string()),
  problems: z.strictObject({ count: z.int().min(0), skipped: z.int().min(0), first: z.array(LayerProblem).max(10) }),
  /** Set when the file is broken, and this is what came before the break. */
  partial: z.literal(true).optional(),
})

/** One attribute, as exact text: a number keeps every digit that the file gives it. */
export const Attribute = z.strictObject({
  name: z.string(),
  type: z.enum(['text', 'number', 'boolean', 'null', 'json']),
  text: z.string(),
})

export const FeatureRecord = z.strictObject({
  /** Zero-based index in the file. */
  feature: z.int().min(0),
  geometryType: GeometryType.nullable(),
  attributes: z.array(Attribute),
})

export const FieldValues = z.strictObject({
  /** Most frequent first. */
  values: z.array(z.strictObject({ value: CategoryValue, count: z.int().min(1) })),
  /** True when there are more distinct values than were asked for. */
  more: z.boolean(),
})

export type SourceId = z.infer<typeof SourceId>
export type SourceRef = z.infer<typeof SourceRef>
export type GeometryType = z.infer<typeof GeometryType>
export type LayerField = z.infer<typeof LayerField>
export type LayerProblem = z.infer<typeof LayerProblem>
export type LayerSummary = z.infer<typeof LayerSummary>
export type Attribute = z.infer<typeof Attribute>
export type FeatureRecord = z.infer<typeof FeatureRecord>
export type FieldValues = z.infer<typeof FieldValues>

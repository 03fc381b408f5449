/** Values that documents and annotations are made of. */
import { z } from './schema.ts'

/** `#rrggbb`, lower case. */
export const Color = z.string().regex(/^#[0-9a-f]{6}$/, 'a colour is written #rrggbb')

/** Longitude and latitude in degrees on WGS84, in that order. */
export const LonLat = z.tuple([z.number().min(-180).max(180), z.number().min(-90).max(90)])

/** `[west, south, east, north]` in degrees. West is greater than east when the box crosses the antimeridian (RFC 7946 §5.2). */
export const BoundingBox = z.tuple([z.number(), z.number(), z.number(), z.number()])

/** A date as precise as its source: `2020`, `2020-09` or `2020-09-23`. */
export const PartialDate = z
  .string()
  .regex(/^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/, 'a date is written 2020, 2020-09 or 2020-09-23')

export const dashes = ['solid', 'dashed', 'dotted'] as const

/** How an area is filled. */
export const hatches = ['none', 'solid', 'hatch', 'cross', 'dots'] as const

export const basemapStyles = ['light', 'dark', 'print', 'relief', 'none'] as const
export const labelLanguages = ['english', 'local', 'both'] as const

export const Basemap = z.strictObject({
  style: z.enum(basemapStyles),
  labels: z.enum(labelLanguages),
})

export type Color = z.infer<typeof Color>
export type LonLat = z.infer<typeof LonLat>
export type BoundingBox = z.infer<typeof BoundingBox>
export type Basemap = z.infer<typeof Basemap>
export type BasemapStyle = Basemap['style']
export type LabelLanguage = Basemap['labels']

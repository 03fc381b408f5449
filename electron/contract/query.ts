/** Asking about the attributes of a layer: its table, a filter over it, and figures of a field. The filter language is in `expression/`. */
import { z } from './schema.ts'
import { CategoryValue } from './document.ts'
import { FeatureRecord } from './layer.ts'

const FieldName = z.string().max(1_000)

/** Some features of a file: one bit a feature, by its index, the lowest bit of a byte first. As many as a file may have. */
export const FeatureBits = z.instanceof(Uint8Array).refine(({ length }) => length <= 1 << 29, 'a set of features has at most 2³² of them')

/** A condition of the filter language; '' lets every feature through. What cannot be understood is refused in a sentence. */
export const Filter = z.string().max(10_000)

/** What a table shows, and in what order. Features that were skipped when the file was read are in no table. */
export const TableQuery = z.strictObject({
  filter: Filter,
  /** Features with this text in any attribute, whatever its case; '' for all. */
  search: z.string().max(1_000),
  /** Null for the order of the file. Features without a value come last, either way; equal ones stay in the order of the file. */
  sort: z.strictObject({ field: FieldName, descending: z.boolean() }).nullable(),
  /** Only these features, for "show selected": bits as in `Matching`. Null for all. */
  only: FeatureBits.nullable(),
})

export const TablePage = z.strictObject({
  /** Features of the query, on all pages. */
  total: z.int().min(0),
  records: z.array(FeatureRecord),
})

/** How many features a filter lets through, and which: one bit a feature, by its index in the file, the lowest bit of a byte first. */
export const Matching = z.strictObject({ count: z.int().min(0), bits: z.instanceof(Uint8Array) })

/**
 * Figures of a field. Numbers are taken as 64-bit floating point numbers (integers beyond 2^53 are rounded); those that are too large for that count as
 * texts.
 */
export const FieldFigures = z.strictObject({
  /** Features with a value. */
  count: z.int().min(0),
  /** Features without one. */
  nulls: z.int().min(0),
  /** Different values. */
  distinct: z.int().min(0),
  /** Of its numbers; null when it has none. */
  numeric: z
    .strictObject({
      count: z.int().min(1),
      min: z.number(),
      max: z.number(),
      mean: z.number(),
      sum: z.number(),
      median: z.number(),
      /** First and third, by linear interpolation between values, as spreadsheets do (method 7 of Hyndman and Fan 1996). */
      quartiles: z.tuple([z.number(), z.number()]),
      /** Of a sample (n − 1); null of a single value. */
      standardDeviation: z.number().nullable(),
    })
    .nullable(),
  /** Of its texts and dates; null when it has none. First and last are so in the order of the table, that of dates by time. */
  text: z.strictObject({ first: z.string(), last: z.string(), shortest: z.string(), longest: z.string() }).nullable(),
  /** Most frequent values first, those without a value left out. */
  top: z.array(z.strictObject({ value: CategoryValue, count: z.int().min(1) })),
})

export const breakMethods = ['quantile', 'equal', 'natural', 'pretty'] as const

export const BreaksRequest = z.strictObject({
  filter: Filter,
  field: FieldName,
  method: z.enum(breakMethods),
  classes: z.int().min(2).max(12),
})

/** Where the classes of a graduated style begin and end. */
export const Breaks = z.strictObject({
  /**
   * Strictly ascending: class i takes b[i] ≤ value < b[i + 1], the last one its end too. One more than there are classes; there are fewer classes than were
   * asked for where the values do not tell so many apart, and for `pretty` as many as round numbers make. A field of one value gives [value, value], one of
   * none gives [].
   */
  breaks: z.array(z.number()),
  /** Of all values; null when there is none. */
  min: z.number().nullable(),
  max: z.number().nullable(),
  /** Features with a number. */
  count: z.int().min(0),
  /** Features without one. */
  nulls: z.int().min(0),
  /** `natural` looks at this many values, evenly spread over the sorted ones; null when it looked at all. */
  sample: z.int().min(1).nullable(),
})

export const HistogramRequest = z.strictObject({
  filter: Filter,
  field: FieldName,
  /** Bars of equal width from the least to the greatest number. */
  bins: z.int().min(1).max(500),
  /** Classes to be counted besides, as those of a graduated style. */
  ranges: z.array(z.tuple([z.number(), z.number()])).max(100),
})

/** How the numbers of a field are spread. */
export const Histogram = z.strictObject({
  /** Null when there is no number. */
  min: z.number().nullable(),
  max: z.number().nullable(),
  /** Features in each bar, that of the least numbers first; a bar has its lower end, the last one its upper end too. One bar for numbers that are all the same. */
  counts: z.array(z.int().min(0)),
  /** Features in each range; the upper end of a range belongs to it unless the next one begins there. */
  inRanges: z.array(z.int().min(0)),
  /** Features without a number. */
  nulls: z.int().min(0),
})

export const layerExportFormats = ['geojson', 'ndjson', 'csv'] as const
export const LayerExportFormat = z.enum(layerExportFormats)

/** What of a layer is exported: what the filter lets through, and of that the named features, if there are any; in the order of the file. */
export const LayerExport = z.strictObject({
  format: LayerExportFormat,
  filter: Filter,
  features: FeatureBits.nullable(),
})

export type TableQuery = z.infer<typeof TableQuery>
export type TablePage = z.infer<typeof TablePage>
export type Matching = z.infer<typeof Matching>
export type FieldFigures = z.infer<typeof FieldFigures>
export type BreaksRequest = z.infer<typeof BreaksRequest>
export type HistogramRequest = z.infer<typeof HistogramRequest>
export type Histogram = z.infer<typeof Histogram>
export type BreakMethod = BreaksRequest['method']
export type Breaks = z.infer<typeof Breaks>
export type LayerExportFormat = z.infer<typeof LayerExportFormat>
export type LayerExport = z.infer<typeof LayerExport>

/** Whether a feature is in the bits of `Matching`. */
export const isMatching = (bits: Uint8Array, feature: number): boolean => ((bits[feature >> 3] ?? 0) & (1 << (feature & 7))) !== 0

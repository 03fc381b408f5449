/** What main (or the command line) asks of the layer engine. Same shape as the calls table, one hop further in. */
import { z } from './schema.ts'
import { CutLabels, CutRequest, LabelRequest } from './cut.ts'
import { BoundingBox } from './document.ts'
import { HitRequest } from './hit.ts'
import { FeatureRecord, FieldValues, LayerProblem, LayerSummary, SourceId } from './layer.ts'
import { Outlines, OutlinesRequest } from './outlines.ts'
import {
  Breaks,
  BreaksRequest,
  FeatureBits,
  FieldFigures,
  Filter,
  Histogram,
  HistogramRequest,
  LayerExport,
  Matching,
  TablePage,
  TableQuery,
} from './query.ts'
import { AreaTally, TallyRequest } from './tally.ts'
import { defineCalls } from './table.ts'

const Empty = z.strictObject({})

export const engineCalls = defineCalls({
  /**
   * Reads and checks a file. Long: reports progress and may be cancelled under its job id. `partial`: of a broken file, what came before the break. `again`:
   * when the file cannot be read, what is known of it stays.
   */
  open: {
    argument: z.strictObject({ source: SourceId, path: z.string(), partial: z.boolean().optional(), again: z.boolean().optional() }),
    result: LayerSummary,
  },
  close: { argument: z.strictObject({ source: SourceId }), result: Empty },
  /** Takes away what was kept on disk of layers, but for what open ones need. */
  clearCache: { argument: Empty, result: z.strictObject({ /** Bytes. */ freed: z.number().min(0) }) },
  /** GeoJSON bytes (UTF-8, WGS84 lon/lat, `id` = index in the file, all properties) of every drawable feature. */
  features: { argument: z.strictObject({ source: SourceId }), result: z.instanceof(Uint8Array) },
  /** Attributes of features by index, exact. Unknown indices are left out. */
  records: { argument: z.strictObject({ source: SourceId, features: z.array(z.int().min(0)).max(1_000) }), result: z.array(FeatureRecord) },
  /** GeoJSON geometry of one feature, exact, on WGS84. */
  geometry: { argument: z.strictObject({ source: SourceId, feature: z.int().min(0) }), result: z.unknown() },
  /** The features that mark a picture. They come in pieces (`pieces.ts`), before the outcome. */
  cut: { argument: z.strictObject({ source: SourceId, request: CutRequest }), result: Empty },
  /** The names in a picture, evenly spread where there are too many. */
  labels: { argument: z.strictObject({ source: SourceId, request: LabelRequest }), result: CutLabels },
  /** Features at a place, topmost first. */
  hit: { argument: z.strictObject({ source: SourceId, request: HitRequest }), result: z.array(z.int().min(0)) },
  /** Vertices and edges in a box. */
  outlines: { argument: z.strictObject({ source: SourceId, request: OutlinesRequest }), result: Outlines },
  /** Distinct values of a field, most frequent first, over what a filter lets through. */
  values: {
    argument: z.strictObject({ source: SourceId, field: z.string(), filter: Filter, limit: z.int().min(1).max(1_000) }),
    result: FieldValues,
  },
  /** A page of the table. The first one of a query may be long: reports progress and may be cancelled, as all that follow. */
  page: {
    argument: z.strictObject({ source: SourceId, query: TableQuery, offset: z.int().min(0), limit: z.int().min(0).max(1_000) }),
    result: TablePage,
  },
  /** Where features stand in the order of a query; null for those that are not in it. */
  positions: {
    argument: z.strictObject({ source: SourceId, query: TableQuery, features: z.array(z.int().min(0)).max(1_000) }),
    result: z.array(z.int().min(0).nullable()),
  },
  /** All features of a query in its order: 32-bit unsigned integers, little-endian. */
  ordered: { argument: z.strictObject({ source: SourceId, query: TableQuery }), result: z.instanceof(Uint8Array) },
  /** Which features a filter lets through. */
  /** The smallest box around some features, in degrees. */
  extent: { argument: z.strictObject({ source: SourceId, features: FeatureBits }), result: BoundingBox.nullable() },
  matching: { argument: z.strictObject({ source: SourceId, filter: Filter }), result: Matching },
  /** Figures of a field, over what a filter lets through. */
  statistics: { argument: z.strictObject({ source: SourceId, filter: Filter, field: z.string().max(1_000) }), result: FieldFigures },
  /** What of a layer is inside an area. */
  tally: { argument: z.strictObject({ source: SourceId, request: TallyRequest }), result: AreaTally },
  /** Classes of a field's numbers, over what a filter lets through. */
  breaks: { argument: z.strictObject({ source: SourceId, request: BreaksRequest }), result: Breaks },
  /** How the numbers of a field are spread. */
  histogram: { argument: z.strictObject({ source: SourceId, request: HistogramRequest }), result: Histogram },
  /** Writes features into a file: whole when it is done, and none when it fails. Long: reports progress and may be cancelled. */
  exportLayer: {
    argument: z.strictObject({ source: SourceId, path: z.string(), request: LayerExport }),
    result: z.strictObject({ features: z.int().min(0) }),
  },
  /** A page of the problems list. */
  problems: {
    argument: z.strictObject({ source: SourceId, offset: z.int().min(0), limit: z.int().min(1).max(1_000) }),
    result: z.array(LayerProblem),
  },
})

export type EngineCalls = typeof engineCalls
export type EngineCallName = keyof EngineCalls & string

/** Main to engine. */
export type EngineRequest = { type: 'call'; id: number; name: EngineCallName; argument: unknown } | { type: 'cancel'; id: number }

/** Engine to main. `done` and `total` are bytes of the file, or features. Pieces come before the outcome, in their order. */
export type EngineReply =
  | { type: 'outcome'; id: number; outcome: import('./refusal.ts').Outcome<unknown> }
  | { type: 'progress'; id: number; done: number; total: number }
  | { type: 'piece'; id: number; bytes: Uint8Array<ArrayBuffer> }

/** What main (or the command line) asks of the layer engine. Same shape as the calls table, one hop further in. */
import { z } from './schema.ts'
import { CutLabels, CutRequest, LabelRequest } from './cut.ts'
import { HitRequest } from './hit.ts'
import { FeatureRecord, FieldValues, LayerProblem, LayerSummary, SourceId } from './layer.ts'
import { defineCalls } from './table.ts'

const Empty = z.strictObject({})

export const engineCalls = defineCalls({
  /** Reads and checks a file. Long: reports progress and may be cancelled under its job id. */
  open: { argument: z.strictObject({ source: SourceId, path: z.string() }), result: LayerSummary },
  close: { argument: z.strictObject({ source: SourceId }), result: Empty },
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
  /** Distinct values of a field, most frequent first. */
  values: { argument: z.strictObject({ source: SourceId, field: z.string(), limit: z.int().min(1).max(1_000) }), result: FieldValues },
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

/** Engine to main. `done` and `total` are bytes of the file. Pieces come before the outcome, in their order. */
export type EngineReply =
  | { type: 'outcome'; id: number; outcome: import('./refusal.ts').Outcome<unknown> }
  | { type: 'progress'; id: number; done: number; total: number }
  | { type: 'piece'; id: number; bytes: Uint8Array<ArrayBuffer> }

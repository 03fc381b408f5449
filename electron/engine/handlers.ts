/** What the engine answers to each call of the contract. */
import type { EngineCalls } from '../contract/engine.ts'
import type { Handlers } from '../contract/table.ts'
import { featuresOf } from './answer/features.ts'
import { geometryOfFeature } from './answer/geometry.ts'
import { recordsOf } from './answer/records.ts'
import { valuesOf } from './answer/values.ts'
import type { ReadOptions } from './format.ts'
import { Sources } from './sources.ts'

/** A call's way to report progress and to be cancelled. */
export type CallContext = ReadOptions

export function engineHandlers(sources = new Sources()): Handlers<EngineCalls, CallContext> {
  return {
    open: ({ source, path }, context) => sources.read(source, path, context),
    close: ({ source }) => {
      sources.close(source)
      return {}
    },
    features: ({ source }, { signal }) => featuresOf(sources.get(source), signal),
    records: ({ source, features }) => recordsOf(sources.get(source), features),
    geometry: ({ source, feature }) => geometryOfFeature(sources.get(source), feature),
    values: ({ source, field, limit }, { signal }) => valuesOf(sources.get(source), field, limit, signal),
    problems: ({ source, offset, limit }) => sources.get(source).layer.problems.list.slice(offset, offset + limit),
  }
}

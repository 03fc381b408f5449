/** What the engine answers to each call of the contract. */
import type { EngineCalls } from '../contract/engine.ts'
import type { Handlers } from '../contract/table.ts'
import { extentOf } from './answer/extent.ts'
import { featuresOf } from './answer/features.ts'
import { geometryOfFeature } from './answer/geometry.ts'
import { recordsOf } from './answer/records.ts'
import { valuesOf } from './answer/values.ts'
import { cut } from './cut/cut.ts'
import { hitLooking } from './cut/hit.ts'
import { labelsOf } from './cut/labels.ts'
import { outlinesOf } from './cut/outlines.ts'
import { tallyArea } from './cut/tallyArea.ts'
import type { ReadOptions } from './format.ts'
import { exportLayer } from './export/exportLayer.ts'
import { breaksOf } from './query/breaks.ts'
import { histogramOf } from './query/histogram.ts'
import { statisticsOf } from './query/statistics.ts'
import { matchingOf, orderedFeatures, pageOf, positionsOf } from './query/table.ts'
import type { Sources } from './sources.ts'

/** A call's way to report progress, to answer in pieces, and to be cancelled. */
export type CallContext = ReadOptions & { send: (piece: Uint8Array<ArrayBuffer>) => void }

export function engineHandlers(sources: Sources): Handlers<EngineCalls, CallContext> {
  return {
    open: ({ source, path, partial, again }, context) => sources.read(source, path, { ...context, partial }, again),
    close: ({ source }) => {
      sources.close(source)
      return {}
    },
    clearCache: async () => ({ freed: await sources.cache.clear() }),
    features: ({ source }, { signal }) => featuresOf(sources.get(source), signal),
    records: ({ source, features }) => recordsOf(sources.get(source), features),
    geometry: ({ source, feature }) => geometryOfFeature(sources.get(source), feature),
    cut: async ({ source, request }, context) => {
      await cut(sources.get(source), request, context)
      return {}
    },
    hit: ({ source, request }, { signal }) => hitLooking(sources.get(source), request, signal),
    outlines: ({ source, request }, { signal }) => outlinesOf(sources.get(source), request, signal),
    labels: ({ source, request }, { signal }) => labelsOf(sources.get(source), request, signal),
    values: ({ source, field, filter, limit }, context) => valuesOf(sources.get(source), field, filter, limit, context),
    page: ({ source, query, offset, limit }, context) => pageOf(sources.get(source), query, offset, limit, context),
    positions: ({ source, query, features }, context) => positionsOf(sources.get(source), query, features, context),
    ordered: ({ source, query }, context) => orderedFeatures(sources.get(source), query, context),
    extent: ({ source, features }) => extentOf(sources.get(source).layer.store, features),
    matching: ({ source, filter }, context) => matchingOf(sources.get(source), filter, context),
    statistics: ({ source, filter, field }, context) => statisticsOf(sources.get(source), field, filter, context),
    exportLayer: async ({ source, path, request }, context) => ({
      features: await exportLayer(sources.get(source), request, path, context),
    }),
    breaks: ({ source, request }, context) => breaksOf(sources.get(source), request, context),
    histogram: ({ source, request }, context) => histogramOf(sources.get(source), request, context),
    tally: ({ source, request }, context) => tallyArea(sources.get(source), request, context),
    problems: ({ source, offset, limit }) => sources.get(source).layer.problems.list.slice(offset, offset + limit),
  }
}

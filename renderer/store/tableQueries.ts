/** What the table and the filter editor ask the engine. Each question can be given up. */
import type { FieldValues, SourceId } from '../../electron/contract/layer.ts'
import type { FieldFigures, TablePage, TableQuery } from '../../electron/contract/query.ts'
import { call, listen } from '../bridge/index.ts'
import { FeatureSet } from './featureSet.ts'

/** Work in the engine that takes a while: `cancel` ends it, and the question throws CancelledError. */
export type Question<T> = { answer: Promise<T>; cancel: () => void }

/** @param onProgress is told of the share that is done, 0 to 1 */
function question<T>(ask: (job: string) => Promise<T>, onProgress: ((share: number) => void) | null = null): Question<T> {
  const job = crypto.randomUUID()
  const hear = (told: { job: string; done: number; total: number }): void => {
    if (told.job === job && told.total > 0) onProgress?.(told.done / told.total)
  }
  const stop = onProgress === null ? () => {} : listen('job.progress', hear)
  // A job that is over already cannot be cancelled, which is well.
  return { answer: ask(job).finally(stop), cancel: () => void call('job.cancel', { job }).catch(() => undefined) }
}

export const askPage = (
  source: SourceId,
  query: TableQuery,
  offset: number,
  limit: number,
  onProgress: (share: number) => void,
): Question<TablePage> => question(async (job) => call('layers.page', { source, query, offset, limit, job }), onProgress)

/** Where a feature stands among the rows, from 0; null when it is not among them. @throws RefusalError */
export async function positionOf(source: SourceId, query: TableQuery, feature: number): Promise<number | null> {
  const [position = null] = await call('layers.positions', { source, query, features: [feature] })
  return position
}

/** All features of a query in its order. @throws RefusalError */
export async function featuresInOrder(source: SourceId, query: TableQuery): Promise<Uint32Array> {
  const bytes = await call('layers.features', { source, query })
  return new Uint32Array(Uint8Array.from(bytes).buffer)
}

export const askMatching = (source: SourceId, filter: string): Question<FeatureSet> =>
  question(async (job) => new FeatureSet((await call('layers.matching', { source, filter, job })).bits))

export const askStatistics = (source: SourceId, filter: string, field: string): Question<FieldFigures> =>
  question(async (job) => call('layers.statistics', { source, filter, field, job }))

/** The most frequent values of a field. @throws RefusalError */
export const valuesOfField = (source: SourceId, field: string, filter: string, limit: number): Promise<FieldValues> =>
  call('layers.values', { source, field, filter, limit })

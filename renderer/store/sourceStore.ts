/** What is known of each layer file: being read, read, or refused. Keyed by source id; several layers may show one file. */
import { createStore } from 'zustand/vanilla'
import type { LayerSummary, SourceId, SourceRef } from '../../electron/contract/layer.ts'
import { CancelledError, type Refusal, RefusalError } from '../../electron/contract/refusal.ts'
import { call, listen } from '../bridge/index.ts'

/** How far a reading is. */
export type Reading = { job: string; /** Bytes. */ done: number; total: number; /** Milliseconds since the page began. */ since: number }

/** Why what is shown of a file is not what the file holds. */
export type Outdated = { kind: 'gone' } | { kind: 'unreadable'; refusal: Refusal }

export type SourceStatus =
  | ({ state: 'reading' } & Reading)
  | {
      state: 'ready'
      summary: LayerSummary
      /** The file has changed, and is being read again. */
      rereading?: Reading
      outdated?: Outdated
    }
  | { state: 'failed'; refusal: Refusal }

export type SourceState = {
  /** Files that main has let in, by path, as layers name them. */
  byPath: Record<string, SourceRef>
  status: Record<SourceId, SourceStatus>
}

export const sourceStore = createStore<SourceState>(() => ({ byPath: {}, status: {} }))

export function sourceOf(path: string): SourceRef | null {
  return sourceStore.getState().byPath[path] ?? null
}

/** @param path as a layer names it */
export function statusOf(state: SourceState, path: string): SourceStatus | null {
  const source = state.byPath[path]
  return source === undefined ? null : (state.status[source.id] ?? null)
}

export function knowSources(sources: readonly SourceRef[]): void {
  sourceStore.setState(({ byPath }) => ({ byPath: { ...byPath, ...Object.fromEntries(sources.map((source) => [source.path, source])) } }))
}

/**
 * Has the engine read a file. Never throws: what comes of it is in the store.
 *
 * @returns the summary, a refusal, or null when the user cancelled
 */
export async function readSource(source: SourceRef): Promise<LayerSummary | Refusal | null> {
  const known = sourceStore.getState().status[source.id]
  if (known?.state === 'ready') return known.summary
  // Two layers of one file, or a file dropped twice: it is read once.
  return inFlight.get(source.id) ?? begin(source, () => read(source))
}

const inFlight = new Map<SourceId, Promise<LayerSummary | Refusal | null>>()

/** Broken files of which the user wants what can be read. */
const wantedInPart = new Set<SourceId>()

async function begin<T extends LayerSummary | Refusal | null>(source: SourceRef, reading: () => Promise<T>): Promise<T> {
  const promise = reading().finally(() => {
    if (inFlight.get(source.id) === promise) inFlight.delete(source.id)
  })
  inFlight.set(source.id, promise)
  return promise
}

async function read(source: SourceRef): Promise<LayerSummary | Refusal | null> {
  const job = crypto.randomUUID()
  setStatus(source.id, { state: 'reading', job, done: 0, total: 0, since: performance.now() })
  try {
    const summary = await call('layers.read', { source: source.id, job, partial: wantedInPart.has(source.id), again: false })
    setStatus(source.id, { state: 'ready', summary })
    return summary
  } catch (error) {
    const refusal = refusalOf(error)
    if (error instanceof CancelledError) {
      setStatus(source.id, { state: 'failed', refusal: cancelled(source, refusal) })
      return null
    }
    setStatus(source.id, { state: 'failed', refusal })
    return refusal
  }
}

/** Reads a file again, whatever was known of it. */
export async function rereadSource(source: SourceRef): Promise<LayerSummary | Refusal | null> {
  await inFlight.get(source.id)
  forget(source.id)
  return readSource(source)
}

/** From now on, what comes before the break of a broken file is taken for all there is. */
export function wantInPart(source: SourceRef): void {
  wantedInPart.add(source.id)
}

/**
 * Reads a file again that may have changed. What is shown of it stays until the new state is there, and when that cannot be read. Never throws.
 *
 * @param redraw whether it is drawn anew even if its content is the same
 * @returns what it was before and what it is now, where it is shown; the same one twice when its content is the same
 */
export async function refreshSource(source: SourceRef, redraw: boolean): Promise<{ before: LayerSummary; after: LayerSummary } | null> {
  await inFlight.get(source.id)
  const known = sourceStore.getState().status[source.id]
  if (known?.state !== 'ready') {
    if (known?.state === 'failed') await rereadSource(source)
    return null
  }
  const before = known.summary
  const after = await begin(source, () => readAgain(source, before, redraw))
  return after === null ? null : { before, after: after.contentKey === before.contentKey ? before : after }
}

async function readAgain(source: SourceRef, before: LayerSummary, redraw: boolean): Promise<LayerSummary | null> {
  const job = crypto.randomUUID()
  setStatus(source.id, { state: 'ready', summary: before, rereading: { job, done: 0, total: 0, since: performance.now() } })
  try {
    const read = await call('layers.read', { source: source.id, job, partial: wantedInPart.has(source.id), again: true })
    // Touched, or written anew with the same bytes: nothing is drawn again.
    const after = read.contentKey === before.contentKey && !redraw ? before : read
    setStatus(source.id, { state: 'ready', summary: after })
    return after
  } catch (error) {
    const refusal = error instanceof CancelledError ? cancelled(source, refusalOf(error)) : refusalOf(error)
    setStatus(source.id, { state: 'ready', summary: before, outdated: { kind: 'unreadable', refusal } })
    return null
  }
}

/** The file is not there any more; what is shown of it stays. */
export function noteGone(source: SourceRef): void {
  const known = sourceStore.getState().status[source.id]
  if (known?.state === 'ready') setStatus(source.id, { state: 'ready', summary: known.summary, outdated: { kind: 'gone' } })
}

const cancelled = (source: SourceRef, refusal: Refusal): Refusal => ({
  ...refusal,
  message: `Reading ${source.name} was cancelled.`,
  advice: 'Choose Reload to read it.',
})

/** Reads every known file again: the engine that knew them is gone. */
export async function rereadAll(): Promise<void> {
  const { byPath, status } = sourceStore.getState()
  await Promise.all(Object.values(byPath).map(async (source) => (status[source.id] === undefined ? null : rereadSource(source))))
}

export async function cancelReading(source: SourceId): Promise<void> {
  const reading = readingOf(sourceStore.getState().status[source])
  if (reading !== null) await call('job.cancel', { job: reading.job })
}

/** Lets the engine drop a file that no layer shows any more. */
export async function closeSource(source: SourceId): Promise<void> {
  forget(source)
  await call('layers.close', { source })
}

/** How far the reading of a file is; null when it is not being read. */
export function readingOf(status: SourceStatus | undefined): Reading | null {
  if (status?.state === 'reading') return { job: status.job, done: status.done, total: status.total, since: status.since }
  return status?.state === 'ready' ? (status.rereading ?? null) : null
}

export function listenToProgress(): () => void {
  return listen('job.progress', ({ job, done, total }) => {
    for (const [id, status] of Object.entries(sourceStore.getState().status)) {
      const reading = readingOf(status)
      if (reading?.job !== job) continue
      if (status.state === 'ready') setStatus(id, { ...status, rereading: { ...reading, done, total } })
      else setStatus(id, { state: 'reading', ...reading, done, total })
    }
  })
}

/** Sentences for the user, whatever was thrown. */
export function refusalOf(error: unknown): Refusal {
  if (error instanceof RefusalError) return error.refusal
  return {
    message: `Something went wrong inside Cartouche (${error instanceof Error ? error.message : String(error)}).`,
    advice: '',
    file: null,
    line: null,
    column: null,
  }
}

function setStatus(id: SourceId, status: SourceStatus): void {
  sourceStore.setState((state) => ({ status: { ...state.status, [id]: status } }))
}

function forget(id: SourceId): void {
  sourceStore.setState(({ status }) => {
    const { [id]: _gone, ...rest } = status
    return { status: rest }
  })
}

/** What is known of each layer file: being read, read, or refused. Keyed by source id; several layers may show one file. */
import { createStore } from 'zustand/vanilla'
import type { LayerSummary, SourceId, SourceRef } from '../../electron/contract/layer.ts'
import { CancelledError, type Refusal, RefusalError } from '../../electron/contract/refusal.ts'
import { call, listen } from '../bridge/index.ts'

export type SourceStatus =
  | { state: 'reading'; job: string; /** Bytes. */ done: number; total: number; /** Milliseconds since the page began. */ since: number }
  | { state: 'ready'; summary: LayerSummary }
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
  const reading = inFlight.get(source.id) ?? read(source).finally(() => inFlight.delete(source.id))
  inFlight.set(source.id, reading)
  return reading
}

const inFlight = new Map<SourceId, Promise<LayerSummary | Refusal | null>>()

async function read(source: SourceRef): Promise<LayerSummary | Refusal | null> {
  const job = crypto.randomUUID()
  setStatus(source.id, { state: 'reading', job, done: 0, total: 0, since: performance.now() })
  try {
    const summary = await call('layers.read', { source: source.id, job })
    setStatus(source.id, { state: 'ready', summary })
    return summary
  } catch (error) {
    const refusal = refusalOf(error)
    if (error instanceof CancelledError) {
      setStatus(source.id, {
        state: 'failed',
        refusal: { ...refusal, message: `Reading ${source.name} was cancelled.`, advice: 'Choose Reload to read it.' },
      })
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

/** Reads every known file again: the engine that knew them is gone. */
export async function rereadAll(): Promise<void> {
  const { byPath, status } = sourceStore.getState()
  await Promise.all(Object.values(byPath).map(async (source) => (status[source.id] === undefined ? null : rereadSource(source))))
}

export async function cancelReading(source: SourceId): Promise<void> {
  const status = sourceStore.getState().status[source]
  if (status?.state === 'reading') await call('job.cancel', { job: status.job })
}

/** Lets the engine drop a file that no layer shows any more. */
export async function closeSource(source: SourceId): Promise<void> {
  forget(source)
  await call('layers.close', { source })
}

export function listenToProgress(): () => void {
  return listen('job.progress', ({ job, done, total }) => {
    const entry = Object.entries(sourceStore.getState().status).find(([, status]) => status.state === 'reading' && status.job === job)
    if (entry !== undefined && entry[1].state === 'reading') setStatus(entry[0], { ...entry[1], done, total })
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

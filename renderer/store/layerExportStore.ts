/** Writing the features of a layer to a file: what was chosen the last time, the work that is going on, and what came of it. */
import { createStore } from 'zustand/vanilla'
import type { SourceId } from '../../electron/contract/layer.ts'
import type { LayerExport, LayerExportFormat } from '../../electron/contract/query.ts'
import { CancelledError, type Refusal } from '../../electron/contract/refusal.ts'
import { call, listen } from '../bridge/index.ts'
import { refusalOf } from './sourceStore.ts'

export type LayerExportState = {
  format: LayerExportFormat
  /** Null when nothing is being written. */
  job: { id: string; /** Milliseconds since the page began. */ since: number; done: number; total: number } | null
  written: { path: string; features: number } | null
  refusal: Refusal | null
}

export const layerExportStore = createStore<LayerExportState>(() => ({ format: 'geojson', job: null, written: null, refusal: null }))

/** A dialog begins without what came of the last one. */
export const forgetLayerExport = (): void => layerExportStore.setState({ written: null, refusal: null })

export const chooseLayerFormat = (format: LayerExportFormat): void => layerExportStore.setState({ format, refusal: null })

/** Asks where, and writes. What comes of it is in the store: neither a file nor a refusal when the user thought better of it. */
export async function runLayerExport(source: SourceId, wanted: LayerExport): Promise<void> {
  const id = crypto.randomUUID()
  const stop = listen('job.progress', ({ job, done, total }) => {
    if (job === id) layerExportStore.setState((state) => (state.job === null ? {} : { job: { ...state.job, done, total } }))
  })
  layerExportStore.setState({ job: { id, since: performance.now(), done: 0, total: 0 }, written: null, refusal: null })
  try {
    layerExportStore.setState({ written: await call('layers.export', { source, ...wanted, job: id }) })
  } catch (error) {
    if (!(error instanceof CancelledError)) layerExportStore.setState({ refusal: refusalOf(error) })
  } finally {
    stop()
    layerExportStore.setState({ job: null })
  }
}

export async function cancelLayerExport(): Promise<void> {
  const { job } = layerExportStore.getState()
  if (job !== null) await call('job.cancel', { job: job.id })
}

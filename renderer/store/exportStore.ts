/** What the last export was asked for, to begin the next one with, and the one that is being drawn. */
import { createStore } from 'zustand/vanilla'
import type { Exported, ExportSettings } from '../../electron/contract/export.ts'
import { CancelledError, type Refusal } from '../../electron/contract/refusal.ts'
import { call } from '../bridge/index.ts'
import { currentDocument } from './documentStore.ts'
import { refusalOf } from './sourceStore.ts'

export type ExportState = {
  settings: ExportSettings
  /** Null when nothing is being drawn. */
  job: string | null
  refusal: Refusal | null
}

export const exportStore = createStore<ExportState>(() => ({
  settings: { page: null, size: null, portrait: false, format: 'png', dpi: 300, worldFile: false, transparent: false, box: null },
  job: null,
  refusal: null,
}))

export const changeExport = (change: Partial<ExportSettings>): void =>
  exportStore.setState(({ settings }) => ({ settings: { ...settings, ...change }, refusal: null }))

/** @returns where it was written and what it is, or null when it was given up or refused; a refusal is in the store */
export async function runExport(): Promise<Exported[] | null> {
  const job = crypto.randomUUID()
  exportStore.setState({ job, refusal: null })
  try {
    return await call('export.run', { document: currentDocument(), settings: [exportStore.getState().settings], again: false, job })
  } catch (error) {
    if (!(error instanceof CancelledError)) exportStore.setState({ refusal: refusalOf(error) })
    return null
  } finally {
    exportStore.setState({ job: null })
  }
}

export async function cancelExport(): Promise<void> {
  const { job } = exportStore.getState()
  if (job !== null) await call('job.cancel', { job })
}

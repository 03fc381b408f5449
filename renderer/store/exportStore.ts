/** What the last export was asked for, to begin the next one with and to repeat it, and the one that is being drawn. */
import { createStore } from 'zustand/vanilla'
import type { Exported, ExportFormat, ExportSettings } from '../../electron/contract/export.ts'
import { CancelledError, type Refusal } from '../../electron/contract/refusal.ts'
import { call, listen } from '../bridge/index.ts'
import { currentDocument, documentStore } from './documentStore.ts'
import { refusalOf } from './sourceStore.ts'

export type ExportWork = {
  id: string
  /** Who shows how far it is: the dialog, or a small one of its own where a menu asked. */
  from: 'dialog' | 'menu'
  /** What is being done, for the user. */
  words: string
  /** 0 to 1. */
  done: number
}

export type ExportState = {
  /** The format is the first of those that are wanted. */
  settings: ExportSettings
  /** Further formats, in one go. */
  also: readonly ExportFormat[]
  /** All pages of the map instead of one. */
  everyPage: boolean
  /** Null when nothing is being drawn. */
  job: ExportWork | null
  refusal: Refusal | null
  /** What can be done again, for the map that is open. */
  last: { generation: number; settings: readonly ExportSettings[] } | null
}

export const exportStore = createStore<ExportState>(() => ({
  settings: { page: null, size: null, portrait: false, format: 'png', dpi: null, worldFile: false, transparent: false, box: null },
  also: [],
  everyPage: false,
  job: null,
  refusal: null,
  last: null,
}))

export const changeExport = (change: Partial<ExportSettings>): void =>
  exportStore.setState(({ settings }) => ({ settings: { ...settings, ...change }, refusal: null }))

export const chooseEveryPage = (everyPage: boolean): void => exportStore.setState({ everyPage, refusal: null })

export function chooseAlso(format: ExportFormat, isWanted: boolean): void {
  exportStore.setState(({ also }) => ({ also: isWanted ? [...also, format] : also.filter((one) => one !== format), refusal: null }))
}

/**
 * What Export Again repeats. The export of another map is not to be repeated with this one, over the same files.
 *
 * @returns the last export of this session, or the one that is kept of this map from an earlier one; null for none
 */
export async function exportToRepeat(): Promise<{ settings: readonly ExportSettings[]; to: 'last' | 'kept' } | null> {
  const { generation, path } = documentStore.getState()
  const { last } = exportStore.getState()
  if (last?.generation === generation) return { settings: last.settings, to: 'last' }
  const kept = path === null ? null : await call('export.kept', { map: path })
  return kept === null ? null : { settings: kept, to: 'kept' }
}

/** A file for each page and format. @param pages names of the map's pages */
export function wantedFiles({ settings, also, everyPage }: ExportState, pages: readonly string[]): ExportSettings[] {
  const formats = [settings.format, ...also.filter((format) => format !== settings.format)]
  const all = everyPage && pages.length > 1 ? pages.map((page) => ({ ...settings, page, size: null, portrait: false })) : [settings]
  return all.flatMap((one) => formats.map((format) => ({ ...one, format })))
}

/** @returns what was written, or null when it was given up or refused; a refusal is in the store */
export async function runExport(): Promise<Exported[] | null> {
  const settings = wantedFiles(
    exportStore.getState(),
    currentDocument().pages.map(({ name }) => name),
  )
  return run('dialog', 'Drawing the page', settings, 'ask')
}

/** To the same files; where they were chosen in an earlier session, main asks first. @returns as {@link runExport} */
export async function runExportAgain({
  settings,
  to,
}: NonNullable<Awaited<ReturnType<typeof exportToRepeat>>>): Promise<Exported[] | null> {
  return run('menu', 'Exporting again', settings, to)
}

async function run(
  from: ExportWork['from'],
  words: string,
  settings: readonly ExportSettings[],
  to: 'ask' | 'last' | 'kept',
): Promise<Exported[] | null> {
  const { generation, path } = documentStore.getState()
  const written = await work(from, words, async (job) =>
    call('export.run', { document: currentDocument(), map: path, settings: [...settings], to, job }),
  )
  if (written !== null) exportStore.setState({ last: { generation, settings } })
  return written
}

/** @returns whether a picture of the page is on the clipboard; otherwise as {@link runExport} */
export async function runCopyPicture(settings: ExportSettings): Promise<boolean> {
  const copied = await work('menu', 'Drawing the picture', async (job) =>
    call('export.copy', { document: currentDocument(), settings, job }),
  )
  return copied !== null
}

async function work<T>(from: ExportWork['from'], words: string, run: (job: string) => Promise<T | null>): Promise<T | null> {
  const id = crypto.randomUUID()
  const stop = listen('job.progress', ({ job, done, total }) => {
    if (job === id && total > 0) exportStore.setState((state) => (state.job === null ? {} : { job: { ...state.job, done: done / total } }))
  })
  exportStore.setState({ job: { id, from, words, done: 0 }, refusal: null })
  try {
    return await run(id)
  } catch (error) {
    if (!(error instanceof CancelledError)) exportStore.setState({ refusal: refusalOf(error) })
    return null
  } finally {
    stop()
    exportStore.setState({ job: null })
  }
}

export async function cancelExport(): Promise<void> {
  const { job } = exportStore.getState()
  if (job !== null) await call('job.cancel', { job: job.id })
}

/** Exports that are asked for without the dialog: the last one again, and a picture for the clipboard. */
import type { Exported } from '../../../electron/contract/export.ts'
import { call } from '../../bridge/index.ts'
import { currentDocument } from '../../store/documentStore.ts'
import { changeExport, exportStore, exportToRepeat, runCopyPicture, runExportAgain } from '../../store/exportStore.ts'
import { notify, notifyRefusal } from '../../store/noticeStore.ts'
import { openDialog } from '../../store/panelStore.ts'
import { report } from '../files.ts'
import { pageStore, shownPage } from '../page/pageStore.ts'
import { exportedInWords, missingInWords } from './words.ts'

/** Sharp on a screen and in a document; the picture of a printed page would fill a clipboard. */
const clipboardDpi = 150

/** The dialog begins with the page that is shown. */
export function exportPage(): void {
  const page = pageStore.getState().isOpen ? shownPage() : null
  if (page !== null) changeExport({ page: page.name, size: null })
  openDialog({ kind: 'export' })
}

/** To the files of the last export, also after a new start. Without one, the dialog asks. */
export async function exportAgain(): Promise<void> {
  await report(async () => {
    if (exportStore.getState().job !== null) return
    const repeated = await exportToRepeat()
    if (repeated === null) return exportPage()
    const written = await runExportAgain(repeated)
    if (written === null) sayRefusal()
    else tellExported(written)
  })
}

export async function copyPicture(): Promise<void> {
  const { job, settings } = exportStore.getState()
  if (job !== null) return
  const page = shownPage() ?? currentDocument().pages[0] ?? null
  const dpi = page === null || page.size.unit === 'mm' ? clipboardDpi : null
  const isCopied = await runCopyPicture({
    ...settings,
    page: page?.name ?? null,
    size: null,
    portrait: false,
    format: 'png',
    dpi,
    worldFile: false,
    transparent: false,
    box: null,
  })
  if (isCopied) notify(`Copied a picture of ${page === null ? 'the map' : page.name}.`)
  else sayRefusal()
}

/** What was written, what is missing on it, and the way to it. */
export function tellExported(written: readonly Exported[]): void {
  const [first] = written
  if (first === undefined) return
  const reveal = (): void => void report(async () => void (await call('file.reveal', { path: first.path })))
  notify(exportedInWords(written), missingInWords(written), { label: 'Reveal in folder', run: reveal })
}

/** Nothing is said of what the user gave up himself. */
function sayRefusal(): void {
  const { refusal } = exportStore.getState()
  if (refusal !== null) notifyRefusal(refusal)
  exportStore.setState({ refusal: null })
}

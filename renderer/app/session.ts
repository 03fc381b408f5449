/** Keeps what the window holds: every change of the document in the journal, the panels for the next start. */
import { call } from '../bridge/index.ts'
import { JournalFeed } from '../document/journalFeed.ts'
import { documentStore } from '../store/documentStore.ts'
import { notifyRefusal } from '../store/noticeStore.ts'
import { panelStore } from '../store/panelStore.ts'
import { refusalOf } from '../store/sourceStore.ts'

const panelsDelayMs = 500

let timer: ReturnType<typeof setTimeout> | undefined
let isTroubled = false

const journal = new JournalFeed(
  { begin: async (state) => call('journal.begin', { state }), append: async (records) => call('journal.append', { records }) },
  documentStore.getState,
  (error) => {
    // Told once; the feed goes on trying by itself.
    if (error !== null && !isTroubled) notifyRefusal(refusalOf(error))
    isTroubled = error !== null
  },
)

/** Follows the stores from now on. */
export function keepSession(): void {
  documentStore.subscribe((state, before) => journal.changed(before, state))
  void beginJournal().catch(() => undefined)
  panelStore.subscribe((state, before) => {
    if (state.panels === before.panels) return
    clearTimeout(timer)
    timer = setTimeout(() => void keepPanels().catch((error: unknown) => console.error('session', error)), panelsDelayMs)
  })
}

/** The document as it is now is on disk when the promise is kept. */
export async function beginJournal(): Promise<void> {
  await journal.begin()
}

/** Everything that was done so far is on disk when the promise is kept. */
export async function keepSessionNow(): Promise<void> {
  clearTimeout(timer)
  await Promise.all([journal.flush(), keepPanels()])
}

async function keepPanels(): Promise<void> {
  await call('session.keep', { panels: panelStore.getState().panels })
}

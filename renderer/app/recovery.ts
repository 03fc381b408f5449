/** Work that an earlier run of the program left unfinished: taken up again, or let go. Nothing is decided by closing the dialog; it asks again at the next start. */
import type { RecoveryOffer } from '../../electron/contract/recovery.ts'
import { call } from '../bridge/index.ts'
import { playStory } from '../document/journal.ts'
import { allLayers } from '../document/layers.ts'
import { openHistory } from '../store/documentStore.ts'
import { notify } from '../store/noticeStore.ts'
import { openDialog } from '../store/panelStore.ts'
import { mayLeave } from './documents.ts'
import { readLayers, report } from './files.ts'
import { beginJournal } from './session.ts'

export function offerRecovery(offers: RecoveryOffer[]): void {
  openDialog(offers.length === 0 ? null : { kind: 'recover', offers })
}

export async function recoverWork(offer: RecoveryOffer): Promise<void> {
  await report(async () => {
    if (!(await mayLeave())) return
    openDialog(null)
    const { story, sources } = await call('recovery.take', { id: offer.id })
    const { history, path, played } = playStory(story)
    openHistory(history, path)
    const shown = new Set(allLayers(history.document).map((layer) => layer.path))
    void readLayers(sources.filter((source) => shown.has(source.path)))
    // Until it is in this window's journal, the old one stays an offer.
    await beginJournal()
    await call('recovery.settle', { id: offer.id })
    const missing = story.records.length - played
    notify(
      `${nameOf(offer)} is as you left it.`,
      missing === 0 ? 'It is not saved yet.' : `The last ${missing} steps could not be read. It is not saved yet.`,
    )
  })
}

/** @param others that are still to be decided on */
export async function discardWork(offer: RecoveryOffer, others: RecoveryOffer[]): Promise<void> {
  await report(async () => {
    await call('recovery.settle', { id: offer.id })
    offerRecovery(others)
  })
}

export const nameOf = ({ title }: RecoveryOffer): string => (title.trim() === '' ? 'Untitled map' : title)

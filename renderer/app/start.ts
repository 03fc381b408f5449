/** Fills the stores at start, listens to main, and keeps the session. */
import { call, listen } from '../bridge/index.ts'
import { playStory } from '../document/journal.ts'
import { allLayers } from '../document/layers.ts'
import { openHistory } from '../store/documentStore.ts'
import { listenToNetwork, networkStore } from '../store/networkStore.ts'
import { notify, notifyRefusal } from '../store/noticeStore.ts'
import { openDialog, panelStore } from '../store/panelStore.ts'
import { listenToProgress, rereadAll } from '../store/sourceStore.ts'
import { perform } from './commands/perform.ts'
import { keepMenuTrue } from './commands/menuState.ts'
import { listenToKeys } from './commands/shortcuts.ts'
import { closeWindow, openArrivedDocument, openRecent } from './documents.ts'
import { addSources, readLayers, report, takeIn } from './files.ts'
import { fileChanged } from './reload.ts'
import { offerRecovery } from './recovery.ts'
import { keepSession } from './session.ts'
import { keepSelectionTrue } from './table/keepSelectionTrue.ts'

/** Asks main what to begin with. The window is drawn when this is done; layers are read meanwhile. */
export async function start(): Promise<void> {
  listenToProgress()
  listenToNetwork()
  listen('command.run', ({ command }) => perform(command))
  listen('files.arrived', (admitted) => void report(() => takeIn(admitted)))
  listen('document.arrived', (opened) => void report(() => openArrivedDocument(opened)))
  listen('recent.open', ({ id }) => void openRecent(id))
  listen('layers.changed', (change) => void fileChanged(change))
  listen('engine.restarted', ({ message }) => {
    notify(message)
    void rereadAll()
  })
  listen('window.closing', ({ ask }) => void closeWindow(ask))

  const opening = await call('session.start', {})
  document.documentElement.dataset['platform'] = opening.platform
  networkStore.setState(opening.network)
  panelStore.setState({ panels: opening.panels })
  const { history, path } = playStory(opening.story)
  openHistory(history, path)
  for (const refusal of opening.refusals) notifyRefusal(refusal)
  const shown = new Set(allLayers(history.document).map((layer) => layer.path))
  void readLayers(opening.sources.filter((source) => shown.has(source.path)))
  void report(() => addSources(opening.arrived))
  if (opening.damage !== null) openDialog({ kind: 'damage', damage: opening.damage })
  if (opening.offers.length > 0) offerRecovery(opening.offers)
  keepSession()
  keepSelectionTrue()
  keepMenuTrue()
  listenToKeys(opening.platform === 'darwin')
}

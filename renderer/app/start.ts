/** Fills the stores at start, listens to main, and keeps the session. */
import { call, listen } from '../bridge/index.ts'
import { openDocument } from '../store/documentStore.ts'
import { listenToNetwork, networkStore } from '../store/networkStore.ts'
import { notify, notifyRefusal } from '../store/noticeStore.ts'
import { panelStore } from '../store/panelStore.ts'
import { listenToProgress, rereadAll } from '../store/sourceStore.ts'
import { perform } from './commands/perform.ts'
import { keepMenuTrue } from './commands/menuState.ts'
import { listenToKeys } from './commands/shortcuts.ts'
import { openArrivedDocument } from './documents.ts'
import { addSources, openRecent, readLayers, report, takeIn } from './files.ts'
import { keepSession, keepSessionNow } from './session.ts'

/** Asks main what to begin with. The window is drawn when this is done; layers are read meanwhile. */
export async function start(): Promise<void> {
  listenToProgress()
  listenToNetwork()
  listen('command.run', ({ command }) => perform(command))
  listen('files.arrived', (admitted) => void report(() => takeIn(admitted)))
  listen('document.arrived', (opened) => void report(() => openArrivedDocument(opened)))
  listen('recent.open', ({ id }) => void openRecent(id))
  listen('engine.restarted', ({ message }) => {
    notify(message)
    void rereadAll()
  })
  listen('window.closing', () => {
    void keepSessionNow()
      .catch(() => undefined)
      .then(() => call('window.close', {}))
  })

  const opening = await call('session.start', {})
  document.documentElement.dataset['platform'] = opening.platform
  networkStore.setState(opening.network)
  panelStore.setState({ panels: opening.panels })
  openDocument(opening.document, opening.path, opening.modified)
  opening.refusals.forEach(notifyRefusal)
  void readLayers(opening.sources)
  void report(() => addSources(opening.arrived))
  keepSession()
  keepMenuTrue()
  listenToKeys(opening.platform === 'darwin')
}

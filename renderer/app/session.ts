/** Tells main what the window holds, a little after every change, so that the next start finds it. */
import { call } from '../bridge/index.ts'
import { currentDocument, documentStore, isDocumentModified } from '../store/documentStore.ts'
import { panelStore } from '../store/panelStore.ts'

/** Nothing a user did is more than two seconds from the disk. */
const delayMs = 500

let timer: ReturnType<typeof setTimeout> | undefined

export function keepSession(): void {
  const later = (): void => {
    clearTimeout(timer)
    timer = setTimeout(() => void keepSessionNow().catch((error: unknown) => console.error('session', error)), delayMs)
  }
  documentStore.subscribe((state, before) => {
    if (state.history.document !== before.history.document || state.path !== before.path) later()
  })
  panelStore.subscribe((state, before) => {
    if (state.panels !== before.panels) later()
  })
}

export async function keepSessionNow(): Promise<void> {
  clearTimeout(timer)
  const state = documentStore.getState()
  await call('session.keep', {
    document: currentDocument(),
    path: state.path,
    modified: isDocumentModified(state),
    panels: panelStore.getState().panels,
  })
}

/** The furniture of the window: which panels and dialogs are open, and how wide. */
import { createStore } from 'zustand/vanilla'
import type { RecoveryOffer } from '../../electron/contract/recovery.ts'
import { defaultPanels, type DocumentDamage, type Panels } from '../../electron/contract/session.ts'

export type Dialog =
  | { kind: 'about' }
  | { kind: 'shortcuts' }
  | { kind: 'export' }
  | { kind: 'network' }
  | { kind: 'problems' | 'filter' | 'exportLayer'; layerId: string }
  | { kind: 'recover'; offers: RecoveryOffer[] }
  | { kind: 'damage'; damage: DocumentDamage }

export type PanelState = {
  panels: Panels
  dialog: Dialog | null
  paletteOpen: boolean
  /** The list of view bookmarks in the toolbar. */
  bookmarksOpen: boolean
  /** Layer whose style is being edited in the details column. */
  styling: string | null
  /** Node whose name is being typed in the layers panel. */
  renaming: string | null
}

export const panelStore = createStore<PanelState>(() => ({
  panels: defaultPanels,
  dialog: null,
  paletteOpen: false,
  bookmarksOpen: false,
  styling: null,
  renaming: null,
}))

export const setPanels = (change: Partial<Panels>): void => panelStore.setState(({ panels }) => ({ panels: { ...panels, ...change } }))
/** The last one first; one that was used before comes first again. */
export function keepRecentFilter(filter: string): void {
  const { recentFilters } = panelStore.getState().panels
  setPanels({ recentFilters: [filter, ...recentFilters.filter((one) => one !== filter)].slice(0, 20) })
}

export const openDialog = (dialog: Dialog | null): void => panelStore.setState({ dialog })
export const startRenaming = (renaming: string | null): void => panelStore.setState({ renaming })
export const startStyling = (styling: string | null): void => panelStore.setState({ styling })
export const openPalette = (paletteOpen: boolean): void => panelStore.setState({ paletteOpen })

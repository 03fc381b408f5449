/** The one dialog that is open. */
import type { ReactNode } from 'react'
import { openDialog, panelStore } from '../../store/panelStore.ts'
import { useStore } from '../parts/useStore.ts'
import { ExportProgress } from '../exporting/ExportProgress.tsx'
import { FilterDialog } from '../filter/FilterDialog.tsx'
import { AboutDialog } from './AboutDialog.tsx'
import { DamageDialog } from './DamageDialog.tsx'
import { ExportDialog } from './ExportDialog.tsx'
import { ExportLayerDialog } from './ExportLayerDialog.tsx'
import { NetworkDialog } from './NetworkDialog.tsx'
import { ProblemsDialog } from './ProblemsDialog.tsx'
import { RecoverDialog } from './RecoverDialog.tsx'
import { ShortcutsDialog } from './ShortcutsDialog.tsx'

export function Dialogs(): ReactNode {
  const dialog = useStore(panelStore, (state) => state.dialog)
  const close = (): void => openDialog(null)
  switch (dialog?.kind) {
    case 'about':
      return <AboutDialog onClose={close} />
    case 'network':
      return <NetworkDialog onClose={close} />
    case 'shortcuts':
      return <ShortcutsDialog onClose={close} />
    case 'export':
      return <ExportDialog onClose={close} />
    case 'problems':
      return <ProblemsDialog layerId={dialog.layerId} onClose={close} />
    case 'filter':
      return <FilterDialog layerId={dialog.layerId} onClose={close} />
    case 'exportLayer':
      return <ExportLayerDialog layerId={dialog.layerId} onClose={close} />
    case 'recover':
      return <RecoverDialog offers={dialog.offers} onClose={close} />
    case 'damage':
      return <DamageDialog damage={dialog.damage} onClose={close} />
    case undefined:
      return <ExportProgress />
  }
}

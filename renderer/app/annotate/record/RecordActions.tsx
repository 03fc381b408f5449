/** What can be done with what is selected, as buttons under the panel's heading. */
import { CopyPlus, Lock, LockOpen, Stamp, Trash2, ZoomIn } from 'lucide-react'
import type { ReactNode } from 'react'
import type { Annotation } from '../../../../electron/contract/annotation.ts'
import { commands } from '../../../../electron/contract/commands.ts'
import { IconButton } from '../../parts/Button.tsx'
import { keysFor } from '../../commands/keys.ts'
import { deleteSelected, duplicateSelected, toggleSelectedLock, zoomToSelected } from '../actions.ts'
import { KeepTemplateButton } from '../templates/KeepTemplateButton.tsx'
import { AlignMenu, OrderMenu, TurnMenu } from './ArrangeMenus.tsx'
import styles from './RecordPanel.module.css'

export function RecordActions({ annotations }: { annotations: readonly Annotation[] }): ReactNode {
  const isLocked = annotations.every(({ properties }) => properties.locked)
  const [only] = annotations
  return (
    <div role="group" aria-label="Actions" className={styles['actions']}>
      <IconButton name="Zoom to" icon={<ZoomIn />} onClick={zoomToSelected} />
      <IconButton name="Duplicate" keys={keysFor(commands['annotation.duplicate'].keys)} icon={<CopyPlus />} onClick={duplicateSelected} />
      <OrderMenu />
      <TurnMenu disabled={isLocked} />
      {annotations.length > 1 ? <AlignMenu disabled={isLocked} several={annotations.length > 2} /> : null}
      <IconButton name="Lock" icon={isLocked ? <Lock /> : <LockOpen />} pressed={isLocked} onClick={toggleSelectedLock} />
      {annotations.length === 1 && only !== undefined ? <KeepTemplateButton annotation={only} icon={<Stamp />} /> : null}
      <span className={styles['spacer']} />
      <IconButton name="Delete" keys="Del" icon={<Trash2 />} disabled={isLocked} side="left" onClick={deleteSelected} />
    </div>
  )
}

/** What can be done with what is selected, as buttons under the panel's heading. */
import { CopyPlus, Lock, LockOpen, Stamp, Trash2, ZoomIn } from 'lucide-react'
import { memo, type ReactNode } from 'react'
import { commands } from '../../../../electron/contract/commands.ts'
import { IconButton } from '../../parts/Button.tsx'
import { keysFor } from '../../commands/keys.ts'
import { deleteSelected, duplicateSelected, toggleSelectedLock, zoomToSelected } from '../actions.ts'
import { KeepTemplateButton } from '../templates/KeepTemplateButton.tsx'
import { AlignMenu, OrderMenu, TurnMenu } from './ArrangeMenus.tsx'
import styles from './RecordPanel.module.css'

type RecordActionsProps = { isLocked: boolean; /** Of annotations. */ count: number }

export const RecordActions = memo(function RecordActions({ isLocked, count }: RecordActionsProps): ReactNode {
  return (
    <div role="group" aria-label="Actions" className={styles['actions']}>
      <IconButton name="Zoom to" icon={<ZoomIn />} onClick={zoomToSelected} />
      <IconButton name="Duplicate" keys={keysFor(commands['annotation.duplicate'].keys)} icon={<CopyPlus />} onClick={duplicateSelected} />
      <OrderMenu />
      <TurnMenu disabled={isLocked} />
      {count > 1 ? <AlignMenu disabled={isLocked} several={count > 2} /> : null}
      <IconButton name="Lock" icon={isLocked ? <Lock /> : <LockOpen />} pressed={isLocked} onClick={toggleSelectedLock} />
      {count === 1 ? <KeepTemplateButton icon={<Stamp />} /> : null}
      <span className={styles['spacer']} />
      <IconButton name="Delete" keys="Del" icon={<Trash2 />} disabled={isLocked} side="left" onClick={deleteSelected} />
    </div>
  )
})

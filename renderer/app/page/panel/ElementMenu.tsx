/** What can be done to one element. */
import { Menu } from '@base-ui/react/menu'
import { Ellipsis } from 'lucide-react'
import type { ReactNode } from 'react'
import { commands } from '../../../../electron/contract/commands.ts'
import type { PageElement } from '../../../../electron/contract/page.ts'
import { keysFor } from '../../commands/keys.ts'
import menuStyles from '../../parts/Menu.module.css'
import { bringForward, bringToFront, copyElements, deleteElements, sendBackward, sendToBack } from '../actions.ts'
import { pageStore, selectElements } from '../pageStore.ts'
import styles from './ElementList.module.css'

export function ElementMenu({ element: { id, name, locked } }: { element: PageElement }): ReactNode {
  const item = (label: string, keys: string | undefined, work: () => void, disabled = false): ReactNode => (
    <Menu.Item className={menuStyles['item']} disabled={disabled} onClick={work}>
      {label}
      {keys === undefined ? null : <span className={menuStyles['keys']}>{keys}</span>}
    </Menu.Item>
  )
  return (
    <Menu.Root onOpenChange={(open) => open && selectElements([id])}>
      <Menu.Trigger className={styles['toggle']} aria-label={`More for ${name}`}>
        <Ellipsis />
      </Menu.Trigger>
      <Menu.Portal>
        <Menu.Positioner side="bottom" align="end" sideOffset={2} className={menuStyles['positioner']}>
          <Menu.Popup className={menuStyles['popup']} finalFocus={() => pageStore.getState().renaming === null}>
            {item('Rename', 'F2', () => pageStore.setState({ renaming: id }))}
            {item('Duplicate', keysFor(commands['element.duplicate'].keys), copyElements)}
            <Menu.Separator className={menuStyles['separator']} />
            {item('Bring to Front', keysFor(commands['element.front'].keys), bringToFront)}
            {item('Bring Forward', keysFor(commands['element.forward'].keys), bringForward)}
            {item('Send Backward', keysFor(commands['element.backward'].keys), sendBackward)}
            {item('Send to Back', keysFor(commands['element.back'].keys), sendToBack)}
            <Menu.Separator className={menuStyles['separator']} />
            {item('Remove', 'Delete', deleteElements, locked)}
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  )
}

/** What can be done to a layer or group, at its button or at the pointer. */
import { Menu } from '@base-ui/react/menu'
import type { ReactNode } from 'react'
import { findNode } from '../../document/layers.ts'
import { documentStore } from '../../store/documentStore.ts'
import { startStyling } from '../../store/panelStore.ts'
import { sourceStore, statusOf } from '../../store/sourceStore.ts'
import { useStore } from '../parts/useStore.ts'
import {
  groupNode,
  moveDown,
  moveUp,
  reloadLayer,
  removeNode,
  renameLayer,
  revealLayer,
  showProblems,
  ungroupNode,
  zoomToLayer,
} from './actions.ts'
import { stepTo } from './moves.ts'
import styles from './NodeMenu.module.css'

export type MenuAnchor = HTMLElement | { getBoundingClientRect: () => DOMRect } | null

type NodeMenuProps = {
  /** Null when the menu is closed. */
  id: string | null
  anchor: MenuAnchor
  onClose: () => void
  /** What has the focus when the menu is closed. */
  focusAfter: () => HTMLElement | null
}

export function NodeMenu({ id, anchor, onClose, focusAfter }: NodeMenuProps): ReactNode {
  return (
    <Menu.Root open={id !== null} onOpenChange={(open) => !open && onClose()}>
      <Menu.Portal>
        <Menu.Positioner anchor={anchor} align="start" side="bottom" sideOffset={2} className={styles['positioner']}>
          <Menu.Popup className={styles['popup']} finalFocus={() => focusAfter() ?? false}>
            {id === null ? null : <Items id={id} />}
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  )
}

function Items({ id }: { id: string }): ReactNode {
  const document = useStore(documentStore, (state) => state.history.document)
  const node = findNode(document, id)
  const status = useStore(sourceStore, (state) => (node?.type === 'layer' ? statusOf(state, node.path) : null))
  if (node === null) return null
  const problems = status?.state === 'ready' ? status.summary.problems.count : 0
  const isLayer = node.type === 'layer'
  return (
    <>
      <Item label={isLayer ? 'Zoom to Layer' : 'Zoom to Group'} onClick={() => zoomToLayer(id)} />
      <Item label="Rename" keys="F2" onClick={() => renameLayer(id)} />
      {isLayer ? <Item label="Style…" keys="Enter" onClick={() => startStyling(id)} /> : null}
      <Menu.Separator className={styles['separator']} />
      <Item label="Move Up" keys="Alt+↑" disabled={stepTo(document, id, 'up') === null} onClick={() => moveUp(id)} />
      <Item label="Move Down" keys="Alt+↓" disabled={stepTo(document, id, 'down') === null} onClick={() => moveDown(id)} />
      {isLayer ? <Item label="Group" onClick={() => groupNode(id)} /> : <Item label="Ungroup" onClick={() => ungroupNode(id)} />}
      <Menu.Separator className={styles['separator']} />
      <Item label="Reload" onClick={() => reloadLayer(id)} />
      {isLayer ? <Item label="Show in Folder" onClick={() => revealLayer(id)} /> : null}
      {isLayer ? <Item label="Show Problems…" disabled={problems === 0} onClick={() => showProblems(id)} /> : null}
      <Menu.Separator className={styles['separator']} />
      <Item label="Remove" keys="Del" onClick={() => removeNode(id)} />
    </>
  )
}

type ItemProps = { label: string; keys?: string; disabled?: boolean; onClick: () => void }

function Item({ label, keys, disabled = false, onClick }: ItemProps): ReactNode {
  return (
    <Menu.Item className={styles['item']} label={label} disabled={disabled} onClick={onClick}>
      <span>{label}</span>
      {keys === undefined ? null : (
        <span className={styles['keys']} aria-hidden="true">
          {keys}
        </span>
      )}
    </Menu.Item>
  )
}

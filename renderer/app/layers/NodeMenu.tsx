/** What can be done to a layer or group, at its button or at the pointer. */
import type { ReactNode } from 'react'
import { commands } from '../../../electron/contract/commands.ts'
import { findNode } from '../../document/layers.ts'
import { documentStore } from '../../store/documentStore.ts'
import { startStyling } from '../../store/panelStore.ts'
import { sourceStore, statusOf } from '../../store/sourceStore.ts'
import { openTable } from '../../store/tableStore.ts'
import { keysFor } from '../commands/keys.ts'
import { AnchoredMenu, type MenuAnchor, MenuItem, MenuSeparator, SubMenu } from '../parts/AnchoredMenu.tsx'
import { useStore } from '../parts/useStore.ts'
import { StyleItems } from '../styling/StyleItems.tsx'
import {
  editFilter,
  exportLayer,
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
    <AnchoredMenu isOpen={id !== null} anchor={anchor} onClose={onClose} focusAfter={focusAfter}>
      {id === null ? null : <Items id={id} />}
    </AnchoredMenu>
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
      <MenuItem label={isLayer ? 'Zoom to Layer' : 'Zoom to Group'} onClick={() => zoomToLayer(id)} />
      <MenuItem label="Rename" keys="F2" onClick={() => renameLayer(id)} />
      {isLayer ? <MenuItem label="Style…" keys="Enter" onClick={() => startStyling(id)} /> : null}
      {isLayer ? (
        <SubMenu label="Layer Style">
          <StyleItems id={id} />
        </SubMenu>
      ) : null}
      {isLayer ? (
        <MenuItem label="Open Attribute Table" keys={keysFor(commands['layer.table'].keys)} onClick={() => openTable(id)} />
      ) : null}
      {isLayer ? <MenuItem label="Filter…" keys={keysFor(commands['layer.filter'].keys)} onClick={() => editFilter(id)} /> : null}
      <MenuSeparator />
      <MenuItem label="Move Up" keys="Alt+↑" disabled={stepTo(document, id, 'up') === null} onClick={() => moveUp(id)} />
      <MenuItem label="Move Down" keys="Alt+↓" disabled={stepTo(document, id, 'down') === null} onClick={() => moveDown(id)} />
      {isLayer ? <MenuItem label="Group" onClick={() => groupNode(id)} /> : <MenuItem label="Ungroup" onClick={() => ungroupNode(id)} />}
      <MenuSeparator />
      <MenuItem label="Reload" onClick={() => reloadLayer(id)} />
      {isLayer ? <MenuItem label="Export Layer…" disabled={status?.state !== 'ready'} onClick={() => exportLayer(id)} /> : null}
      {isLayer ? <MenuItem label="Show in Folder" onClick={() => revealLayer(id)} /> : null}
      {isLayer ? <MenuItem label="Show Problems…" disabled={problems === 0} onClick={() => showProblems(id)} /> : null}
      <MenuSeparator />
      <MenuItem label="Remove" keys="Del" onClick={() => removeNode(id)} />
    </>
  )
}

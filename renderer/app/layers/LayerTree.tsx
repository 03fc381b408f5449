/** The tree of layers and groups. What a pointer or a key does in it is decided here, for all rows alike. */
import { type KeyboardEvent, type MouseEvent, type ReactNode, useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { BasemapStyle, LayerNode } from '../../../electron/contract/document.ts'
import { expandGroup } from '../../store/documentStore.ts'
import { panelStore, startStyling } from '../../store/panelStore.ts'
import { selectionStore, selectNode } from '../../store/selectionStore.ts'
import type { MenuAnchor } from '../parts/AnchoredMenu.tsx'
import { useStore } from '../parts/useStore.ts'
import { moveDown, moveUp, removeNode, renameLayer, toggleVisible } from './actions.ts'
import { DropMark } from './DropMark.tsx'
import { NodeMenu } from './NodeMenu.tsx'
import { type Row, visibleRows } from './rows.ts'
import { type TreeAction, treeAction } from './treeKeys.ts'
import { type ItemProps, TreeItem } from './TreeItem.tsx'
import { useRowDrag } from './useRowDrag.ts'
import styles from './LayerTree.module.css'

type LayerTreeProps = { nodes: readonly LayerNode[]; ground: BasemapStyle }

type OpenMenu = { id: string; anchor: MenuAnchor }

export function LayerTree({ nodes, ground }: LayerTreeProps): ReactNode {
  const tree = useRef<HTMLUListElement>(null)
  const nodeId = useStore(selectionStore, (state) => state.nodeId)
  const renaming = useStore(panelStore, (state) => state.renaming)
  const [menu, setMenu] = useState<OpenMenu | null>(null)
  const { drag, onPointerDown } = useRowDrag(tree)
  const rows = useMemo(() => visibleRows(nodes), [nodes])
  const tabbable = rowFor(rows, nodeId)
  const focus = useCallback((id: string) => rowOf(tree.current, id)?.focus(), [])
  useEffect(() => {
    if (nodeId !== null) headOf(tree.current, nodeId)?.scrollIntoView({ block: 'nearest' })
  }, [nodeId])

  const go = (id: string): void => {
    selectNode(id)
    focus(id)
  }
  const openMenu = (id: string, anchor: MenuAnchor): void => {
    selectNode(id)
    setMenu({ id, anchor })
  }
  const act = (action: TreeAction): void => {
    switch (action.kind) {
      case 'go':
        return go(action.id)
      case 'expand':
        return expandGroup(action.id, action.expanded)
      case 'toggle':
        return toggleVisible(action.id)
      case 'move':
        return action.direction === 'up' ? moveUp(action.id) : moveDown(action.id)
      case 'rename':
        return renameLayer(action.id)
      case 'remove':
        return removeNode(action.id)
      case 'style':
        return startStyling(action.id)
      case 'menu':
        return openMenu(action.id, headOf(tree.current, action.id))
    }
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    const target = event.target as HTMLElement
    const id = idAt(target)
    if (id === null || !mayHandle(target, event)) return
    const action = treeAction(rows, id, { key: event.key, alt: event.altKey, ctrl: event.ctrlKey || event.metaKey, shift: event.shiftKey })
    if (action === null) return
    event.preventDefault()
    event.stopPropagation()
    act(action)
  }
  const onClick = (event: MouseEvent): void => {
    const target = event.target as HTMLElement
    const id = idAt(target)
    if (id === null) return
    const more = target.closest<HTMLElement>('[data-more]')
    if (more !== null) openMenu(id, more)
    else if (target.closest('button, input') === null) selectNode(id)
  }
  const onDoubleClick = (event: MouseEvent): void => {
    const target = event.target as HTMLElement
    const id = idAt(target)
    if (id !== null && target.closest('[data-name]') !== null) renameLayer(id)
  }
  const onContextMenu = (event: MouseEvent): void => {
    const target = event.target as HTMLElement
    const id = idAt(target)
    if (id === null || target.closest('input[type=text]') !== null) return
    event.preventDefault()
    const { clientX, clientY } = event
    openMenu(id, { getBoundingClientRect: () => new DOMRect(clientX, clientY, 0, 0) })
  }
  const propsOf = (row: Row): ItemProps => ({
    row,
    ground,
    isSelected: row.node.id === nodeId,
    isTabbable: row.node.id === tabbable,
    isRenaming: row.node.id === renaming,
    isDragged: row.node.id === drag?.id,
    takesDrop: drag?.drop?.mark.kind === 'into' && drag.drop.mark.group === row.node.id,
    isMenuOpen: row.node.id === menu?.id,
    onRenamed: focus,
  })
  return (
    <div className={styles['scroller']} data-scroller="">
      <ul
        ref={tree}
        role="tree"
        aria-label="Layers"
        className={styles['tree']}
        onKeyDown={onKeyDown}
        onClick={onClick}
        onDoubleClick={onDoubleClick}
        onContextMenu={onContextMenu}
        onPointerDown={onPointerDown}
      >
        {rows
          .filter(({ level }) => level === 1)
          .map((row) => (
            <TreeItem key={row.node.id} {...propsOf(row)}>
              {rows
                .filter(({ group }) => group === row.node.id)
                .map((child) => (
                  <TreeItem key={child.node.id} {...propsOf(child)} isOff={!row.node.visible} />
                ))}
            </TreeItem>
          ))}
      </ul>
      {drag === null ? null : <DropMark drag={drag} />}
      <NodeMenu
        id={menu?.id ?? null}
        anchor={menu?.anchor ?? null}
        onClose={() => setMenu(null)}
        focusAfter={() => (panelStore.getState().renaming === null ? rowOf(tree.current, selectionStore.getState().nodeId) : null)}
      />
    </div>
  )
}

/** Keys in a row's own controls are theirs, but for the ones that mean the row. */
function mayHandle(target: HTMLElement, { key, altKey }: KeyboardEvent): boolean {
  if (target.role === 'treeitem') return true
  if (target instanceof HTMLInputElement && target.type !== 'checkbox') return false
  return altKey || ['ArrowUp', 'ArrowDown', 'Home', 'End', 'F2', 'Delete', 'Backspace'].includes(key)
}

const idAt = (target: HTMLElement): string | null => target.closest<HTMLElement>('[data-node]')?.dataset['node'] ?? null

function rowOf(tree: HTMLElement | null, id: string | null): HTMLElement | null {
  return id === null ? null : (tree?.querySelector<HTMLElement>(`[data-node="${CSS.escape(id)}"]`) ?? null)
}

const headOf = (tree: HTMLElement | null, id: string): HTMLElement | null =>
  rowOf(tree, id)?.querySelector<HTMLElement>('[data-head]') ?? null

/** The row that Tab leads to: the selected one, the closed group that hides it, or the first. */
function rowFor(rows: readonly Row[], nodeId: string | null): string | null {
  const selected = rows.find(
    ({ node }) => node.id === nodeId || (node.type === 'group' && !node.expanded && node.layers.some(({ id }) => id === nodeId)),
  )
  return (selected ?? rows[0])?.node.id ?? null
}

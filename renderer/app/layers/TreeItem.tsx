/** One layer or group: its line, what hangs below the line, and, of a group, its layers. */
import { ChevronRight, Ellipsis, Folder } from 'lucide-react'
import { memo, type ReactNode } from 'react'
import type { BasemapStyle, LayerNode } from '../../../electron/contract/document.ts'
import { renameNode } from '../../document/commands.ts'
import { currentDocument, expandGroup, runCommand } from '../../store/documentStore.ts'
import { startRenaming } from '../../store/panelStore.ts'
import { sourceStore, statusOf } from '../../store/sourceStore.ts'
import { NameField } from '../parts/NameField.tsx'
import { useStore } from '../parts/useStore.ts'
import { toggleVisible } from './actions.ts'
import { FileState } from './FileState.tsx'
import { FilterProblem } from './FilterProblem.tsx'
import { FeatureCount, FilterMark, ProblemBadge } from './LayerFacts.tsx'
import { Legend } from './Legend.tsx'
import type { Row } from './rows.ts'
import { LayerSwatch } from './Swatch.tsx'
import styles from './TreeItem.module.css'

export type ItemProps = {
  row: Row
  /** The map behind the legend's symbols. */
  ground: BasemapStyle
  isSelected: boolean
  /** One row of the tree can be reached with Tab, and so can its controls. */
  isTabbable: boolean
  isRenaming: boolean
  isDragged: boolean
  takesDrop: boolean
  isMenuOpen: boolean
  /** In a group that is not drawn. */
  isOff?: boolean
  /** The row with this id takes the focus back. */
  onRenamed: (id: string) => void
  children?: ReactNode
}

/** Of a long list, only the rows that changed are drawn anew. */
export const TreeItem = memo(Item)

function Item({ children, ...props }: ItemProps): ReactNode {
  const { row, isSelected, isTabbable, isOff = false } = props
  const { node, level, position, siblings } = row
  const isGroup = node.type === 'group'
  const marks = [
    isGroup ? styles['group'] : '',
    isSelected ? styles['selected'] : '',
    isOff || !node.visible ? styles['off'] : '',
    props.isDragged ? styles['dragged'] : '',
    props.takesDrop ? styles['takesDrop'] : '',
  ]
  return (
    <li
      role="treeitem"
      data-node={node.id}
      aria-label={node.name}
      aria-level={level}
      aria-posinset={position}
      aria-setsize={siblings}
      aria-selected={isSelected}
      {...(isGroup ? { 'aria-expanded': node.expanded } : {})}
      tabIndex={isTabbable ? 0 : -1}
      className={[styles['item'], ...marks].join(' ')}
    >
      <div data-own="" className={[styles['own'], styles[`level${level}`]].join(' ')}>
        <Head {...props} />
        {node.type === 'layer' ? <FileState layer={node} tabIndex={isTabbable ? 0 : -1} /> : null}
        {node.type === 'layer' ? <FilterProblem layer={node} tabIndex={isTabbable ? 0 : -1} /> : null}
        {node.type === 'layer' ? <Legend layer={node} ground={props.ground} tabIndex={isTabbable ? 0 : -1} /> : null}
        {node.type === 'group' && node.expanded && node.layers.length === 0 ? (
          <p className={styles['hint']}>Empty. Drag layers here.</p>
        ) : null}
      </div>
      {node.type === 'group' && node.expanded && node.layers.length > 0 ? <ul role="group">{children}</ul> : null}
    </li>
  )
}

function Head({ row, ground, isTabbable, isRenaming, isMenuOpen, onRenamed }: Omit<ItemProps, 'children'>): ReactNode {
  const { node } = row
  const tabIndex = isTabbable ? 0 : -1
  return (
    <div data-head="" className={styles['head']}>
      {node.type === 'group' ? (
        // For the pointer; the tree's arrow keys open and close a group too.
        <button
          type="button"
          tabIndex={-1}
          aria-label={`${node.expanded ? 'Collapse' : 'Expand'} ${node.name}`}
          className={styles['chevron']}
          data-expanded={node.expanded}
          onClick={() => expandGroup(node.id, !node.expanded)}
        >
          <ChevronRight />
        </button>
      ) : (
        <span />
      )}
      <input
        type="checkbox"
        className={styles['checkbox']}
        checked={node.visible}
        tabIndex={tabIndex}
        aria-label={node.type === 'group' ? `Show group ${node.name}` : `Show ${node.name}`}
        onChange={() => toggleVisible(node.id)}
      />
      <Picture node={node} ground={ground} />
      {isRenaming ? (
        <NameField
          name={node.name}
          onName={(name) => runCommand(renameNode(currentDocument(), node.id, name))}
          onClose={() => startRenaming(null)}
          onKeyDone={() => onRenamed(node.id)}
          inRow
        />
      ) : (
        <span data-name="" dir="auto" className={styles['name']} title={node.name}>
          {node.name}
        </span>
      )}
      {node.type === 'layer' ? <FilterMark layer={node} tabIndex={tabIndex} /> : null}
      {node.type === 'layer' ? <ProblemBadge layer={node} tabIndex={tabIndex} /> : null}
      <span className={styles['tail']}>
        {node.type === 'layer' ? <FeatureCount layer={node} /> : null}
        <button
          type="button"
          data-more=""
          tabIndex={tabIndex}
          className={styles['more']}
          aria-label={`More for ${node.name}`}
          aria-haspopup="menu"
          aria-expanded={isMenuOpen}
        >
          <Ellipsis />
        </button>
      </span>
    </div>
  )
}

function Picture({ node, ground }: { node: LayerNode; ground: BasemapStyle }): ReactNode {
  const status = useStore(sourceStore, (state) => (node.type === 'layer' ? statusOf(state, node.path) : null))
  if (node.type === 'group') return <Folder className={styles['folder']} />
  return <LayerSwatch style={node.style} geometries={status?.state === 'ready' ? status.summary.geometries : null} ground={ground} />
}

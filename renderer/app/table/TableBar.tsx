/** What can be done with the table as a whole: search, selection, columns, copy, export. */
import { ArrowLeftRight, CheckCheck, Copy, FileOutput, ListChecks, SquareX, X, ZoomIn } from 'lucide-react'
import { type ReactNode, useEffect, useState } from 'react'
import type { Layer, TableLayout } from '../../../electron/contract/document.ts'
import type { LayerSummary } from '../../../electron/contract/layer.ts'
import type { FeatureSet } from '../../store/featureSet.ts'
import { changeView, openTable, tableStore, viewOfTable } from '../../store/tableStore.ts'
import { exportLayer } from '../layers/actions.ts'
import { formatCount, howMany } from '../layers/words.ts'
import { IconButton } from '../parts/Button.tsx'
import { useStore } from '../parts/useStore.ts'
import { SearchField } from '../parts/SearchField.tsx'
import { theMap } from '../theMap.ts'
import { ColumnsButton } from './ColumnsButton.tsx'
import { clearSelection, invertSelection, selectAllRows, type TableRows } from './selecting.ts'
import styles from './AttributeTable.module.css'

type TableBarProps = {
  layer: Layer
  summary: LayerSummary
  rows: TableRows
  /** Rows of the table; null before they are known. */
  shown: number | null
  selected: FeatureSet
  layout: TableLayout
  onLayout: (layout: TableLayout) => void
  onCopy: () => Promise<void>
}

export function TableBar({ layer, summary, rows, shown, selected, layout, onLayout, onCopy }: TableBarProps): ReactNode {
  const onlySelected = useStore(tableStore, (state) => viewOfTable(state, layer.id).onlySelected)
  const none = selected.count === 0
  return (
    <header className={styles['header']}>
      <h2 className={styles['title']} title={layer.name}>
        <bdi>{layer.name}</bdi>
      </h2>
      <span className={styles['count']} role="status">
        {countsInWords(shown, summary.features + summary.withoutGeometry, selected.count)}
      </span>
      <span className={styles['space']} />
      <TableSearch layerId={layer.id} />
      <span className={styles['divider']} />
      <IconButton
        name="Select all rows"
        keys="Ctrl+A"
        icon={<CheckCheck />}
        side="top"
        disabled={shown === 0}
        onClick={() => void selectAllRows(rows)}
      />
      <IconButton name="Invert selection" icon={<ArrowLeftRight />} side="top" onClick={() => void invertSelection(rows)} />
      <IconButton name="Clear selection" icon={<SquareX />} side="top" disabled={none} onClick={() => clearSelection(layer.id)} />
      <IconButton
        name="Show only selected"
        icon={<ListChecks />}
        side="top"
        pressed={onlySelected}
        disabled={none && !onlySelected}
        onClick={() => changeView(layer.id, { onlySelected: !onlySelected })}
      />
      <IconButton
        name="Zoom to selected"
        icon={<ZoomIn />}
        side="top"
        disabled={none}
        onClick={() => void theMap()?.zoomToFeatures(layer.id, selected)}
      />
      <span className={styles['divider']} />
      <ColumnsButton fields={summary.fields} layout={layout} onLayout={onLayout} />
      <IconButton name="Copy selected rows" keys="Ctrl+C" icon={<Copy />} side="top" disabled={none} onClick={() => void onCopy()} />
      <IconButton name="Export layer…" icon={<FileOutput />} side="top" onClick={() => exportLayer(layer.id)} />
      <span className={styles['divider']} />
      <IconButton name="Close attribute table" keys="F6" icon={<X />} side="top" onClick={() => openTable(null)} />
    </header>
  )
}

/** @returns '12 of 1,000,000 features, 3 selected' */
export function countsInWords(shown: number | null, total: number, selected: number): string {
  const all = howMany(total, 'feature')
  const counts = shown === null || shown === total ? all : `${formatCount(shown)} of ${all}`
  return selected === 0 ? counts : `${counts}, ${formatCount(selected)} selected`
}

/** A pause in typing, before all rows are searched. */
const pauseMs = 250

function TableSearch({ layerId }: { layerId: string }): ReactNode {
  const search = useStore(tableStore, (state) => viewOfTable(state, layerId).search)
  const [text, setText] = useState(search)
  useEffect(() => setText(search), [search])
  useEffect(() => {
    if (text.trim() === search) return undefined
    const timer = setTimeout(() => changeView(layerId, { search: text.trim() }), pauseMs)
    return () => clearTimeout(timer)
  }, [text, search, layerId])
  return (
    <div className={styles['search']}>
      <SearchField
        name="Search the table"
        placeholder="Search"
        maxLength={1_000}
        value={text}
        onChange={setText}
        emptiedByEscape
        onKeyDown={({ key }) => {
          if (key === 'Enter') changeView(layerId, { search: text.trim() })
        }}
      />
    </div>
  )
}

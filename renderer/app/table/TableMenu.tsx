/** The menu of a cell or of a column. */
import type { ReactNode } from 'react'
import type { Layer, TableLayout } from '../../../electron/contract/document.ts'
import type { FeatureRecord, LayerField } from '../../../electron/contract/layer.ts'
import type { TableQuery } from '../../../electron/contract/query.ts'
import { FeatureSet } from '../../store/featureSet.ts'
import { changeView, showStatistics } from '../../store/tableStore.ts'
import { copyWhatFits } from '../attributes/copyWhatFits.ts'
import { quickFilter } from '../filter/quickFilter.ts'
import { applyFilter } from '../filter/useFilterDraft.ts'
import { howMany } from '../layers/words.ts'
import { AnchoredMenu, type MenuAnchor, MenuItem, MenuSeparator } from '../parts/AnchoredMenu.tsx'
import { theMap } from '../theMap.ts'
import { type Column, hiding, moved } from './columns.ts'
import type { ActiveCell } from './tableKeys.ts'

type TableMenuProps = {
  layer: Layer
  /** Null when it is closed. Row −1 is the header. */
  cell: ActiveCell | null
  anchor: MenuAnchor
  column: Column | null
  record: FeatureRecord | null
  columns: readonly Column[]
  sort: TableQuery['sort']
  selected: FeatureSet
  layout: TableLayout
  fields: readonly LayerField[]
  fitted: Readonly<Record<string, number>>
  onLayout: (layout: TableLayout) => void
  onCopy: () => Promise<void>
  onClose: () => void
  focusAfter: () => HTMLElement | null
}

export function TableMenu(props: TableMenuProps): ReactNode {
  const { cell, anchor, onClose, focusAfter } = props
  return (
    <AnchoredMenu isOpen={cell !== null} anchor={anchor} onClose={onClose} focusAfter={focusAfter}>
      {cell === null ? null : cell.row < 0 ? <ColumnItems {...props} cell={cell} /> : <CellItems {...props} />}
    </AnchoredMenu>
  )
}

function ColumnItems({
  layer,
  cell,
  column,
  columns,
  sort,
  layout,
  fields,
  fitted,
  onLayout,
}: TableMenuProps & { cell: ActiveCell }): ReactNode {
  if (column === null) return null
  const { name } = column.field
  const sortBy = (to: TableQuery['sort']): void => changeView(layer.id, { sort: to })
  const isSorted = sort?.field === name
  const { [name]: widthPx, ...widths } = layout.widthsPx
  return (
    <>
      <MenuItem label="Sort ascending" disabled={isSorted && !sort.descending} onClick={() => sortBy({ field: name, descending: false })} />
      <MenuItem label="Sort descending" disabled={isSorted && sort.descending} onClick={() => sortBy({ field: name, descending: true })} />
      <MenuItem label="Order of the file" disabled={sort === null} onClick={() => sortBy(null)} />
      <MenuSeparator />
      <MenuItem label="Statistics" onClick={() => showStatistics(name)} />
      <MenuSeparator />
      <MenuItem label="Move left" disabled={cell.column === 0} onClick={() => onLayout(moved(fields, layout, name, cell.column - 1))} />
      <MenuItem
        label="Move right"
        disabled={cell.column >= columns.length - 1}
        onClick={() => onLayout(moved(fields, layout, name, cell.column + 1))}
      />
      <MenuItem
        label="Fit to its values"
        disabled={widthPx === undefined || widthPx === fitted[name]}
        onClick={() => onLayout({ ...layout, widthsPx: widths })}
      />
      <MenuItem label="Hide" disabled={columns.length === 1} onClick={() => onLayout(hiding(layout, name, true))} />
    </>
  )
}

function CellItems({ layer, column, record, selected, onCopy }: TableMenuProps): ReactNode {
  if (column === null || record === null) return null
  const { field } = column
  const attribute = record.attributes.find(({ name }) => name === field.name)
  const only = quickFilter(layer.filter, field, attribute, false)
  const without = quickFilter(layer.filter, field, attribute, true)
  const filter = (text: string | null): void => {
    if (text !== null) applyFilter(layer.id, text)
  }
  const rows = Math.max(1, selected.count)
  return (
    <>
      <MenuItem label="Filter by this value" disabled={only === null} onClick={() => filter(only)} />
      <MenuItem label="Exclude this value" disabled={without === null} onClick={() => filter(without)} />
      <MenuSeparator />
      <MenuItem
        label="Copy value"
        disabled={attribute === undefined || attribute.type === 'null'}
        onClick={() => void copyWhatFits(attribute?.text ?? '', field.name)}
      />
      <MenuItem label={`Copy ${howMany(rows, 'row')}`} keys="Ctrl+C" onClick={() => void onCopy()} />
      <MenuSeparator />
      <MenuItem
        label="Zoom to feature"
        keys="Enter"
        onClick={() => void theMap()?.zoomToFeatures(layer.id, FeatureSet.of([record.feature]))}
      />
      <MenuItem
        label={`Zoom to ${howMany(rows, 'selected feature')}`}
        disabled={selected.count === 0}
        onClick={() => void theMap()?.zoomToFeatures(layer.id, selected)}
      />
    </>
  )
}

/** What the table of a layer shows: its bar, its filter, its rows, and what is said of a cell or a column. */
import { type ReactNode, useEffect, useMemo, useRef, useState } from 'react'
import type { Layer } from '../../../electron/contract/document.ts'
import type { LayerSummary } from '../../../electron/contract/layer.ts'
import type { TableQuery } from '../../../electron/contract/query.ts'
import { keepTableLayout } from '../../store/documentStore.ts'
import { featureSelectionStore, selectedFeatures, selectedOf } from '../../store/featureSelectionStore.ts'
import { FeatureSet } from '../../store/featureSet.ts'
import { notifyRefusal } from '../../store/noticeStore.ts'
import { refusalOf } from '../../store/sourceStore.ts'
import { positionOf } from '../../store/tableQueries.ts'
import { changeView, tableStore, viewOfTable } from '../../store/tableStore.ts'
import { FilterBar } from '../filter/FilterBar.tsx'
import { report } from '../files.ts'
import { Button } from '../parts/Button.tsx'
import { useStore } from '../parts/useStore.ts'
import { theMap } from '../theMap.ts'
import { columnsOf, fittedWidths, moved, plainLayout, resized } from './columns.ts'
import { copyRows } from './copyRows.ts'
import { forgetOrder, orderOf, selectAllRows, selectBetween, selectOne, selectRow, type TableRows, toggleOne } from './selecting.ts'
import { StatisticsPane } from './StatisticsPane.tsx'
import { TableBar } from './TableBar.tsx'
import { type CellAnchor, type GridEvents, TableGrid } from './TableGrid.tsx'
import type { ActiveCell } from './tableKeys.ts'
import { TableMenu } from './TableMenu.tsx'
import { TableProgress } from './TableProgress.tsx'
import { textMeasure } from './textMeasure.ts'
import { useTablePages } from './useTablePages.ts'
import { ValueStrip } from './ValueStrip.tsx'
import { useLasting } from '../parts/useLasting.ts'
import grid from './TableGrid.module.css'
import styles from './AttributeTable.module.css'

/** Work that takes longer than this is shown. */
const patienceMs = 300

export function TableBody({ layer, summary }: { layer: Layer; summary: LayerSummary }): ReactNode {
  const { id: source, contentKey, fields } = summary
  const view = useStore(tableStore, (state) => viewOfTable(state, layer.id))
  const statistics = useStore(tableStore, (state) => state.statistics)
  const wish = useStore(tableStore, (state) => state.reveal)
  const selected = useStore(featureSelectionStore, (state) => selectedOf(state, layer.id))
  const only = view.onlySelected ? selected : null
  const query: TableQuery = useMemo(
    () => ({ filter: layer.filter, search: view.search, sort: view.sort, only: only === null ? null : only.bits }),
    [layer.filter, view.search, view.sort, only],
  )
  const { pages, query: shownQuery, isPending, share } = useTablePages(source, contentKey, query)
  const isSlow = useLasting(isPending, patienceMs)
  const rows: TableRows = { layerId: layer.id, source, contentKey, query: shownQuery ?? query }
  const total = pages?.total ?? 0
  useEffect(() => forgetOrder, [])

  const layout = layer.table ?? plainLayout
  const hasRows = pages !== null && pages.total !== null
  const fitted = useMemo(
    () => (hasRows ? fittedWidths(fields, [...pages.known()].slice(0, 100), textMeasure()) : {}),
    // As the table is first seen: widths that follow the rows would never rest.
    // oxlint-disable-next-line react/exhaustive-deps -- the rows of later queries do not matter
    [fields, hasRows],
  )
  const columns = useMemo(() => columnsOf(fields, layout, fitted), [fields, layout, fitted])

  const [active, setActive] = useState<ActiveCell>({ row: 0, column: 0 })
  const [anchorRow, setAnchorRow] = useState(0)
  const [reveal, setReveal] = useState<{ row: number } | null>(null)
  const [menu, setMenu] = useState<{ cell: ActiveCell; anchor: CellAnchor } | null>(null)
  const panel = useRef<HTMLDivElement>(null)
  const gridElement = (): HTMLElement | null => panel.current?.querySelector<HTMLElement>('[role=grid]') ?? null
  const cell: ActiveCell = { row: Math.min(active.row, total - 1), column: Math.min(active.column, Math.max(0, columns.length - 1)) }
  const activeRecord = cell.row < 0 ? null : (pages?.recordAt(cell.row) ?? null)

  // Another order, another beginning.
  useEffect(() => {
    setActive(({ column }) => ({ row: 0, column }))
    setAnchorRow(0)
    setReveal({ row: 0 })
  }, [shownQuery])
  useEffect(() => {
    if (wish === null || wish.layerId !== layer.id || shownQuery === null) return undefined
    let overtaken = false
    positionOf(source, shownQuery, wish.feature).then(
      (row) => {
        if (overtaken || row === null) return
        setActive(({ column }) => ({ row, column }))
        setAnchorRow(row)
        setReveal({ row })
      },
      (error: unknown) => !overtaken && notifyRefusal(refusalOf(error)),
    )
    return () => {
      overtaken = true
    }
    // oxlint-disable-next-line react/exhaustive-deps -- a wish is for once, whatever is queried afterwards
  }, [wish])

  const keep = (next: typeof layout): void => keepTableLayout(layer.id, next)
  const copy = async (): Promise<void> => {
    const names = columns.map(({ field }) => field.name)
    if (selected.count === 0) {
      if (activeRecord !== null) await copyRows(source, [activeRecord.feature], names)
      return
    }
    await report(async () => {
      const order = await orderOf(rows)
      await copyRows(
        source,
        [...order].filter((feature) => selected.has(feature)),
        names,
      )
    })
  }
  const events: GridEvents = {
    onActive: setActive,
    onPick: (row, { toggle, range }) => {
      if (range) {
        void selectBetween(rows, anchorRow, row, toggle ? selectedFeatures(layer.id) : FeatureSet.empty)
        return
      }
      setAnchorRow(row)
      const record = pages?.recordAt(row) ?? null
      if (record === null) void selectRow(rows, row)
      else if (toggle) toggleOne(layer.id, record.feature)
      else selectOne(layer.id, record.feature)
    },
    onAction: (action) => {
      if (action === 'selectAll') void selectAllRows(rows)
      else if (action === 'copy') void copy()
      else if (activeRecord === null) return
      else if (action === 'toggle') {
        setAnchorRow(cell.row)
        toggleOne(layer.id, activeRecord.feature)
      } else void theMap()?.zoomToFeatures(layer.id, FeatureSet.of([activeRecord.feature]))
    },
    onSort: (column) => {
      const name = columns[column]?.field.name
      if (name !== undefined) changeView(layer.id, { sort: nextSort(view.sort, name) })
    },
    onResize: (column, widthPx) => {
      const name = columns[column]?.field.name
      if (name !== undefined) keep(resized(layout, name, widthPx))
    },
    onMove: (column, to) => {
      const name = columns[column]?.field.name
      if (name !== undefined && column !== to) keep(moved(fields, layout, name, to))
    },
    onMenu: (at, anchor) => {
      setActive(at)
      setMenu({ cell: at, anchor })
    },
  }
  return (
    <>
      <TableBar
        layer={layer}
        summary={summary}
        rows={rows}
        shown={pages?.total ?? null}
        selected={selected}
        layout={layout}
        onLayout={keep}
        onCopy={copy}
      />
      <div className={styles['filter']}>
        <FilterBar layer={layer} summary={summary} />
      </div>
      <div ref={panel} className={styles['work']}>
        {isSlow ? <TableProgress layerId={layer.id} query={query} shown={shownQuery} share={share} /> : null}
        <TableGrid
          {...events}
          name={`Attributes of ${layer.name}`}
          columns={columns}
          pages={pages}
          rows={total}
          selected={selected}
          sort={view.sort}
          active={cell}
          isPending={isPending}
          reveal={reveal}
          menuOf={menu !== null && menu.cell.row < 0 ? (columns[menu.cell.column]?.field.name ?? null) : null}
        >
          {messageFor()}
        </TableGrid>
        {statistics === null ? null : <StatisticsPane layer={layer} summary={summary} field={statistics} />}
      </div>
      <ValueStrip record={activeRecord} column={columns[cell.column] ?? null} />
      <TableMenu
        layer={layer}
        cell={menu?.cell ?? null}
        anchor={menu?.anchor ?? null}
        column={menu === null ? null : (columns[menu.cell.column] ?? null)}
        record={menu === null || menu.cell.row < 0 ? null : (pages?.recordAt(menu.cell.row) ?? null)}
        columns={columns}
        sort={view.sort}
        selected={selected}
        layout={layout}
        fields={fields}
        fitted={fitted}
        onLayout={keep}
        onCopy={copy}
        onClose={() => setMenu(null)}
        focusAfter={gridElement}
      />
    </>
  )

  function messageFor(): ReactNode {
    const failure = pages?.failure ?? null
    if (failure !== null) {
      const { message, advice } = refusalOf(failure)
      return (
        <div className={`${grid['message']} ${grid['failed']}`} role="alert">
          <p>
            {message} {advice}
          </p>
        </div>
      )
    }
    if (pages === null || isPending || total > 0) return null
    return (
      <div className={grid['message']} role="status">
        <p>{emptyWords(view.search, layer.filter, view.onlySelected)}</p>
        {view.onlySelected ? <Button onClick={() => changeView(layer.id, { onlySelected: false })}>Show all features</Button> : null}
        {!view.onlySelected && view.search !== '' ? (
          <Button onClick={() => changeView(layer.id, { search: '' })}>Clear the search</Button>
        ) : null}
      </div>
    )
  }
}

/** Ascending, descending, and as in the file. */
function nextSort(sort: TableQuery['sort'], field: string): TableQuery['sort'] {
  if (sort?.field !== field) return { field, descending: false }
  return sort.descending ? null : { field, descending: true }
}

function emptyWords(search: string, filter: string, onlySelected: boolean): string {
  if (search !== '') return `No feature has “${search.slice(0, 80)}” in any of its values.`
  if (onlySelected) return 'No feature is selected.'
  return filter === '' ? 'This layer has no features.' : 'No feature fits the filter.'
}

/**
 * The rows of a table, of any number. The view stands still over a ground that scrolls, and the rows in view are drawn into it. One element has the keyboard;
 * it names the cell that it is about, which may come and go.
 */
import {
  type CSSProperties,
  type KeyboardEvent,
  type MouseEvent,
  type ReactNode,
  useEffect,
  useId,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
  useSyncExternalStore,
} from 'react'
import type { TableQuery } from '../../../electron/contract/query.ts'
import type { FeatureSet } from '../../store/featureSet.ts'
import type { TablePages } from '../../store/tablePages.ts'
import { TableRow } from './cells.tsx'
import { type Column, columnsInView, edgesOf } from './columns.ts'
import { HeaderRow } from './HeaderRow.tsx'
import { ListScroller } from './listScroller.ts'
import { clampedTop, groundPx, pageRows, rowsInView, topShowing } from './rowWindow.ts'
import { type ActiveCell, type TableAction, tableAction } from './tableKeys.ts'
import { useHeaderDrag } from './useHeaderDrag.ts'
import styles from './TableGrid.module.css'

export const headPx = 30

export type CellAnchor = { getBoundingClientRect: () => DOMRect }

/** What a pointer or key in the table asks for. */
export type GridEvents = {
  onActive: (cell: ActiveCell) => void
  /** A row was clicked or walked to. */
  onPick: (row: number, how: { toggle: boolean; range: boolean }) => void
  onAction: (action: Exclude<TableAction['kind'], 'go' | 'menu' | 'sort' | 'resize'>) => void
  onSort: (column: number) => void
  onResize: (column: number, widthPx: number) => void
  onMove: (column: number, to: number) => void
  /** A menu is asked for: of a column where `row` is −1, of a cell otherwise. */
  onMenu: (cell: ActiveCell, anchor: CellAnchor) => void
}

type TableGridProps = GridEvents & {
  /** Of the grid. */
  name: string
  columns: readonly Column[]
  pages: TablePages | null
  rows: number
  selected: FeatureSet
  sort: TableQuery['sort']
  active: ActiveCell
  isPending: boolean
  /** A row that is to be in view; another object is another wish. */
  reveal: { row: number } | null
  menuOf: string | null
  /** Over the rows, where there is something to say in their place. */
  children?: ReactNode
}

export function TableGrid(props: TableGridProps): ReactNode {
  const { columns, pages, rows, selected, active, isPending, reveal } = props
  const element = useRef<HTMLDivElement>(null)
  const cellId = useId()
  const [scroller] = useState(() => new ListScroller(headPx))
  const place = useSyncExternalStore(scroller.subscribe, scroller.snapshot)
  const { left, widthPx, heightPx } = place
  const ground = { rows, viewPx: Math.max(0, heightPx - headPx) }
  const top = clampedTop(ground, place.top)
  useLayoutEffect(() => (element.current === null ? undefined : scroller.attach(element.current)), [scroller])
  useLayoutEffect(() => scroller.setRows(rows), [scroller, rows])
  const gutterPx = 44 + 7 * String(Math.max(rows, 1_000)).length

  const { drag, onPointerDown } = useHeaderDrag({
    columns,
    tableX: (clientX) => clientX - (element.current?.getBoundingClientRect().left ?? 0) - gutterPx + (element.current?.scrollLeft ?? 0),
    onResize: props.onResize,
    onMove: props.onMove,
    onClick: (column) => {
      props.onActive({ row: -1, column })
      props.onSort(column)
    },
  })
  const shownColumns = useMemo(
    () => (drag?.kind === 'resize' ? columns.map((one, i) => (i === drag.column ? { ...one, widthPx: drag.widthPx } : one)) : columns),
    [columns, drag],
  )
  const edges = useMemo(() => edgesOf(shownColumns), [shownColumns])
  const tablePx = edges.at(-1) ?? 0
  const { first: firstColumn, end: endColumn, leftPx } = columnsInView(edges, left, widthPx - gutterPx)
  const inView = useMemo(() => shownColumns.slice(firstColumn, endColumn), [shownColumns, firstColumn, endColumn])
  const { first, end, offsetPx } = rowsInView(ground, top)

  useEffect(() => pages?.want(first, end), [pages, first, end])
  // A wish is for once: what the user scrolls afterwards stays.
  useLayoutEffect(() => {
    if (reveal !== null) scroller.moveTo(topShowing(scroller.ground, scroller.snapshot().top, reveal.row))
  }, [scroller, reveal])

  const show = ({ row, column }: ActiveCell): void => {
    if (row >= 0) scroller.moveTo(topShowing(ground, top, row))
    const [from = 0, to = 0] = [edges[column], edges[column + 1]]
    const room = widthPx - gutterPx
    if (from < left) scroller.moveLeft(from)
    else if (to > left + room) scroller.moveLeft(Math.min(from, to - room))
  }
  const anchorOf = ({ row, column }: ActiveCell): CellAnchor => ({
    getBoundingClientRect: () =>
      (
        element.current?.querySelector(`${row < 0 ? '[data-head]' : `[data-row="${row}"]`} [data-column="${column}"]`) ?? element.current
      )?.getBoundingClientRect() ?? new DOMRect(),
  })
  const onKeyDown = (event: KeyboardEvent): void => {
    const action = tableAction(
      active,
      { rows, columns: columns.length, pageRows: pageRows(ground) },
      { key: event.key, shift: event.shiftKey, mod: event.ctrlKey || event.metaKey, alt: event.altKey },
    )
    if (action === null) return
    event.preventDefault()
    event.stopPropagation()
    switch (action.kind) {
      case 'go':
        props.onActive(action.to)
        show(action.to)
        if (action.to.row >= 0 && !action.keep) props.onPick(action.to.row, { toggle: false, range: action.extend })
        return
      case 'menu':
        props.onMenu(active, anchorOf(active))
        return
      case 'sort':
        props.onSort(active.column)
        return
      case 'resize':
        props.onResize(active.column, (columns[active.column]?.widthPx ?? 0) + action.byPx)
        return
      default:
        props.onAction(action.kind)
    }
  }
  const onMouseDown = (event: MouseEvent): void => {
    const cell = cellAt(event.target)
    if (cell === null || cell.row < 0 || event.button > 2) return
    const isSelected = selectedAt(pages, selected, cell.row)
    props.onActive({ row: cell.row, column: cell.column ?? active.column })
    // A menu is about the rows that are selected, where it is asked for on one of them.
    if (event.button === 0 || !isSelected) props.onPick(cell.row, { toggle: event.ctrlKey || event.metaKey, range: event.shiftKey })
  }
  const onClick = (event: MouseEvent): void => {
    const menu = event.target instanceof Element ? event.target.closest('[data-menu]') : null
    const cell = cellAt(event.target)
    if (menu !== null && cell !== null && cell.column !== null) props.onMenu({ row: -1, column: cell.column }, menu)
  }
  const onDoubleClick = (event: MouseEvent): void => {
    const cell = cellAt(event.target)
    if (cell !== null && cell.row >= 0) props.onAction('zoom')
  }
  const onContextMenu = (event: MouseEvent): void => {
    const cell = cellAt(event.target)
    if (cell === null) return
    event.preventDefault()
    const { clientX, clientY } = event
    props.onMenu(
      { row: cell.row, column: cell.column ?? active.column },
      { getBoundingClientRect: () => new DOMRect(clientX, clientY, 0, 0) },
    )
  }

  const measures = { '--gutter': `${gutterPx}px`, '--shift': `${gutterPx + leftPx - left}px` } as CSSProperties
  const isActiveShown =
    active.column >= firstColumn && active.column < endColumn && (active.row < 0 || (active.row >= first && active.row < end))
  return (
    <div
      ref={element}
      role="grid"
      aria-label={props.name}
      aria-rowcount={rows + 1}
      aria-colcount={columns.length + 1}
      aria-multiselectable
      aria-busy={isPending}
      {...(isActiveShown ? { 'aria-activedescendant': cellId } : {})}
      tabIndex={0}
      className={styles['scroller']}
      onKeyDown={onKeyDown}
      onMouseDown={onMouseDown}
      onClick={onClick}
      onDoubleClick={onDoubleClick}
      onContextMenu={onContextMenu}
      onPointerDown={onPointerDown}
    >
      <div role="presentation" className={styles['ground']} style={{ height: groundPx(ground) + headPx, width: gutterPx + tablePx }}>
        <div role="presentation" className={styles['view']} style={{ width: widthPx, height: heightPx, ...measures }}>
          <HeaderRow
            columns={inView}
            firstColumn={firstColumn}
            sort={props.sort}
            activeColumn={active.row < 0 ? active.column : null}
            cellId={cellId}
            held={drag === null ? null : { column: drag.column, kind: drag.kind }}
            menuOf={props.menuOf}
          />
          {drag?.kind === 'move' ? <div className={styles['dropMark']} style={{ left: gutterPx + drag.markPx - left }} /> : null}
          <div
            role="rowgroup"
            className={[styles['rows'], isPending ? styles['stale'] : ''].join(' ')}
            style={{ transform: `translateY(${offsetPx}px)` }}
          >
            {pages === null
              ? null
              : Array.from({ length: Math.max(0, end - first) }, (_, i) => {
                  const row = first + i
                  const record = pages.recordAt(row)
                  return (
                    <TableRow
                      key={row}
                      row={row}
                      record={record}
                      columns={inView}
                      firstColumn={firstColumn}
                      isSelected={record !== null && selected.has(record.feature)}
                      activeColumn={active.row === row ? active.column : null}
                      cellId={cellId}
                    />
                  )
                })}
          </div>
          {props.children}
        </div>
      </div>
    </div>
  )
}

function selectedAt(pages: TablePages | null, selected: FeatureSet, row: number): boolean {
  const record = pages?.recordAt(row) ?? null
  return record !== null && selected.has(record.feature)
}

/** Row −1 is the header; no column is the number of the feature. */
function cellAt(target: EventTarget | null): { row: number; column: number | null } | null {
  if (!(target instanceof Element)) return null
  const line = target.closest<HTMLElement>('[data-row], [data-head]')
  if (line === null) return null
  const column = target.closest<HTMLElement>('[data-column]')?.dataset['column']
  return { row: line.dataset['row'] === undefined ? -1 : Number(line.dataset['row']), column: column === undefined ? null : Number(column) }
}

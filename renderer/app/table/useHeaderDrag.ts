/** The pointer in the header: a drag of an edge makes a column wider, a drag of a name moves it, and a click that moved nothing sorts. Escape leaves all as it was. */
import { type PointerEvent as ReactPointerEvent, useEffect, useRef, useState } from 'react'
import { type Column, edgesOf, maxWidthPx, minWidthPx } from './columns.ts'

export type HeaderDrag =
  | { kind: 'resize'; column: number; widthPx: number }
  /** `to` is its place among the columns, counted after it was taken out; `markPx` is where it will stand, in pixels of the table. */
  | { kind: 'move'; column: number; to: number; markPx: number }

type HeaderDragProps = {
  columns: readonly Column[]
  /** Where a pointer is in the table, in pixels from the left edge of its first column. */
  tableX: (clientX: number) => number
  onResize: (column: number, widthPx: number) => void
  onMove: (column: number, to: number) => void
  onClick: (column: number) => void
}

/** A click may tremble this far. */
const thresholdPx = 4

export function useHeaderDrag({ columns, tableX, onResize, onMove, onClick }: HeaderDragProps): {
  drag: HeaderDrag | null
  onPointerDown: (event: ReactPointerEvent) => void
} {
  const [drag, setDrag] = useState<HeaderDrag | null>(null)
  const stop = useRef<(() => void) | null>(null)
  useEffect(() => () => stop.current?.(), [])

  const onPointerDown = (event: ReactPointerEvent): void => {
    const target = event.target as HTMLElement
    const head = target.closest<HTMLElement>('[role=columnheader][data-column]')
    const column = Number(head?.dataset['column'])
    const width = columns[column]?.widthPx
    if (head === null || width === undefined || event.button !== 0 || target.closest('[data-menu]') !== null) return
    stop.current?.()
    const isEdge = target.closest('[data-edge]') !== null
    const startX = event.clientX
    let now: HeaderDrag | null = null

    const move = ({ clientX }: PointerEvent): void => {
      if (isEdge) {
        now = { kind: 'resize', column, widthPx: Math.round(Math.min(maxWidthPx, Math.max(minWidthPx, width + clientX - startX))) }
      } else if (now !== null || Math.abs(clientX - startX) >= thresholdPx)
        now = { kind: 'move', column, ...placeAt(columns, column, tableX(clientX)) }
      setDrag(now)
    }
    const release = (): void => {
      const done = now
      end()
      if (done?.kind === 'resize') onResize(column, done.widthPx)
      else if (done?.kind === 'move') onMove(column, done.to)
      else if (!isEdge) onClick(column)
    }
    const key = (pressed: KeyboardEvent): void => {
      if (pressed.key !== 'Escape') return
      pressed.preventDefault()
      pressed.stopPropagation()
      end()
    }
    function end(): void {
      window.removeEventListener('pointermove', move)
      window.removeEventListener('pointerup', release)
      window.removeEventListener('pointercancel', end)
      window.removeEventListener('keydown', key, true)
      stop.current = null
      setDrag(null)
    }
    stop.current = end
    window.addEventListener('pointermove', move)
    window.addEventListener('pointerup', release)
    window.addEventListener('pointercancel', end)
    window.addEventListener('keydown', key, true)
  }
  return { drag, onPointerDown }
}

/** Between which columns a place lies: that of the nearest edge. */
export function placeAt(columns: readonly Column[], column: number, x: number): { to: number; markPx: number } {
  const edges = edgesOf(columns)
  let nearest = 0
  for (const [index, edge] of edges.entries()) if (Math.abs(edge - x) < Math.abs((edges[nearest] ?? 0) - x)) nearest = index
  return { to: nearest > column ? nearest - 1 : nearest, markPx: edges[nearest] ?? 0 }
}

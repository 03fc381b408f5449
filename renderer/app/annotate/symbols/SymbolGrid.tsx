/** Symbols in rows; only those in view are drawn. */
import { useVirtualizer } from '@tanstack/react-virtual'
import { type ReactNode, useEffect, useRef } from 'react'
import type { AnnotationSymbol } from '../../../../electron/contract/annotation.ts'
import { useSymbolPicture } from '../picture/useSymbolPicture.ts'
import type { GridRow, SymbolEntry } from './catalogue.ts'
import styles from './SymbolPicker.module.css'

export const columns = 8
const [cellPx, headingPx] = [42, 26]

type SymbolGridProps = {
  id: string
  rows: readonly GridRow[]
  active: number
  chosen: AnnotationSymbol
  color: string
  onHover: (index: number) => void
  onPick: (entry: SymbolEntry) => void
}

export function SymbolGrid({ id, rows, active, chosen, color, onHover, onPick }: SymbolGridProps): ReactNode {
  const scroller = useRef<HTMLDivElement>(null)
  /** What the pointer points at needs no scrolling. */
  const byPointer = useRef(false)
  // oxlint-disable-next-line react/incompatible-library -- Its functions stay in this component, which the compiler leaves alone.
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => (rows[index] !== undefined && 'heading' in rows[index] ? headingPx : cellPx),
    overscan: 4,
  })
  useEffect(() => virtual.measure(), [rows, virtual])
  useEffect(() => {
    if (byPointer.current) {
      byPointer.current = false
      return
    }
    const at = rows.findIndex((row) => 'entries' in row && active >= row.first && active < row.first + row.entries.length)
    if (at >= 0) virtual.scrollToIndex(at <= 1 ? 0 : at)
  }, [active, rows, virtual])
  return (
    <div ref={scroller} id={id} role="listbox" aria-label="Symbols" tabIndex={-1} className={styles['scroller']}>
      <div role="presentation" className={styles['all']} style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map(({ index, start }) => {
          const row = rows[index]
          if (row === undefined) return null
          return 'heading' in row ? (
            <p
              key={`heading ${row.heading}`}
              role="presentation"
              className={styles['heading']}
              style={{ transform: `translateY(${start}px)` }}
            >
              {row.heading}
            </p>
          ) : (
            <div key={row.first} role="presentation" className={styles['row']} style={{ transform: `translateY(${start}px)` }}>
              {row.entries.map((entry, column) => (
                <Cell
                  key={entry.symbol.name}
                  id={`${id}-${row.first + column}`}
                  entry={entry}
                  color={color}
                  isActive={row.first + column === active}
                  isChosen={entry.symbol.set === chosen.set && entry.symbol.name === chosen.name}
                  onHover={() => {
                    byPointer.current = row.first + column !== active
                    onHover(row.first + column)
                  }}
                  onPick={() => onPick(entry)}
                />
              ))}
            </div>
          )
        })}
      </div>
    </div>
  )
}

type CellProps = {
  id: string
  entry: SymbolEntry
  color: string
  isActive: boolean
  isChosen: boolean
  onHover: () => void
  onPick: () => void
}

function Cell({ id, entry, color, isActive, isChosen, onHover, onPick }: CellProps): ReactNode {
  const picture = useSymbolPicture(entry.symbol, entry.symbol.set === 'military' ? 23 : 20, color)
  return (
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- the search field has the focus and hears the keys
    <div
      id={id}
      role="option"
      tabIndex={-1}
      aria-label={entry.name}
      aria-selected={isChosen}
      title={entry.name}
      data-active={isActive || undefined}
      className={styles['cell']}
      onPointerMove={isActive ? undefined : onHover}
      onClick={onPick}
    >
      {picture === undefined || picture === null ? null : <img src={picture.src} alt="" />}
    </div>
  )
}

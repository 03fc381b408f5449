/** The list of suggestions at a field: over everything else, where there is more room. */
import { type ReactNode, type RefObject, useLayoutEffect, useRef } from 'react'
import type { Suggestion } from './suggestions.ts'
import styles from './FilterEditor.module.css'

type SuggestionListProps = {
  id: string
  anchor: RefObject<HTMLElement | null>
  /** Empty when it is closed. */
  items: readonly Suggestion[]
  /** −1 when none is. */
  chosen: number
  onTake: (index: number) => void
}

const maxHeightPx = 240
const gapPx = 4

export function SuggestionList({ id, anchor, items, chosen, onTake }: SuggestionListProps): ReactNode {
  const list = useRef<HTMLDivElement>(null)
  const isOpen = items.length > 0
  useLayoutEffect(() => {
    const element = list.current
    if (element === null || anchor.current === null) return
    if (!isOpen) {
      if (element.matches(':popover-open')) element.hidePopover()
      return
    }
    if (!element.matches(':popover-open')) element.showPopover()
    const { left, top, bottom, width } = anchor.current.getBoundingClientRect()
    const below = window.innerHeight - bottom - 2 * gapPx
    const above = top - 2 * gapPx
    const isBelow = below >= Math.min(maxHeightPx, above)
    const height = Math.min(maxHeightPx, isBelow ? below : above)
    element.style.left = `${left}px`
    element.style.minWidth = `${Math.min(width, 320)}px`
    element.style.maxHeight = `${height}px`
    element.style.top = isBelow ? `${bottom + gapPx}px` : 'auto'
    element.style.bottom = isBelow ? 'auto' : `${window.innerHeight - top + gapPx}px`
  })
  useLayoutEffect(() => {
    if (chosen >= 0) list.current?.children[chosen]?.scrollIntoView({ block: 'nearest' })
  }, [chosen])
  return (
    <div ref={list} id={id} role="listbox" aria-label="Suggestions" popover="manual" className={styles['list']}>
      {items.map(({ kind, label, detail }, index) => (
        <div
          key={`${kind} ${label}`}
          id={`${id}-${index}`}
          role="option"
          tabIndex={-1}
          aria-selected={index === chosen}
          className={styles['option']}
          // The field keeps the keyboard.
          onMouseDown={(event) => {
            event.preventDefault()
            onTake(index)
          }}
        >
          <bdi className={[styles['optionLabel'], styles[kind]].join(' ')}>{label}</bdi>
          <span className={styles['detail']}>{detail}</span>
        </div>
      ))}
    </div>
  )
}

/** The rows of the list, of which only those in view are drawn. What a pointer or key does in it is decided here. */
import { useVirtualizer } from '@tanstack/react-virtual'
import { type KeyboardEvent, type MouseEvent, type ReactNode, useEffect, useMemo, useRef, useState } from 'react'
import type { Annotation } from '../../../../electron/contract/annotation.ts'
import { annotationStore, selectAnnotations } from '../../../store/annotationStore.ts'
import { useStore } from '../../parts/useStore.ts'
import { deleteSelected, lockAnnotations, showAnnotations, zoomToAnnotations } from '../actions.ts'
import { AnnotationRow, rowPx } from './AnnotationRow.tsx'
import { listStore } from './listStore.ts'
import { type How, nextSelection, rowAfterKey } from './selection.ts'
import styles from './AnnotationsPanel.module.css'

export function AnnotationList({ annotations }: { annotations: readonly Annotation[] }): ReactNode {
  const scroller = useRef<HTMLDivElement>(null)
  const selected = useStore(annotationStore, (state) => state.selected)
  const chosen = useMemo(() => new Set(selected), [selected])
  /** The row that Tab leads to, and that ranges begin from. */
  const [anchor, setAnchor] = useState<string | null>(null)
  const [current, setCurrent] = useState<string | null>(null)
  const ids = useMemo(() => annotations.map(({ id }) => id), [annotations])
  const currentAt = Math.max(0, current === null ? -1 : ids.indexOf(current))
  const virtual = useVirtualizer({
    count: annotations.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowPx,
    overscan: 6,
  })

  // What was selected on the map is shown in the list.
  const [last] = selected.slice(-1)
  const lastAt = last === undefined ? -1 : ids.indexOf(last)
  useEffect(() => {
    if (last === undefined || lastAt < 0) return undefined
    setCurrent(last)
    const { scrollOffset, scrollRect } = virtual
    const isInView =
      scrollOffset !== null &&
      scrollRect !== null &&
      lastAt * rowPx >= scrollOffset &&
      (lastAt + 1) * rowPx <= scrollOffset + scrollRect.height
    if (isInView) return undefined
    // Scrolling lays out the window: the mark on the map is painted before.
    const waiting = requestAnimationFrame(() => setTimeout(() => virtual.scrollToIndex(lastAt)))
    return () => cancelAnimationFrame(waiting)
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- a row's place changes with the order of the list; only another selection scrolls
  }, [last])

  const view = useStore(listStore, (state) => state)
  const before = useRef(view)
  useEffect(() => {
    if (before.current !== view) virtual.scrollToOffset(0)
    before.current = view
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- the list is the same one as long as it stands
  }, [view])

  const choose = (id: string, how: How): void => {
    selectAnnotations(nextSelection(ids, selected, id, anchor, how))
    setCurrent(id)
    if (!how.range) setAnchor(id)
  }
  const go = (index: number, range: boolean): void => {
    const id = ids[index]
    if (id === undefined) return
    choose(id, { range, toggle: false })
    virtual.scrollToIndex(index)
    requestAnimationFrame(() => scroller.current?.querySelector<HTMLElement>(`[data-index="${index}"] [data-row]`)?.focus())
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    const id = idAt(event.target)
    const isRow = event.target instanceof HTMLElement && event.target.dataset['row'] !== undefined
    if (id === null || !isRow) return
    const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? rowPx) / rowPx) - 1)
    const to = rowAfterKey(event.key, ids.indexOf(id), ids.length, page)
    const ofRow = chosen.has(id) ? selected : [id]
    if (to !== null) go(to, event.shiftKey)
    else if (event.key === 'Enter') zoomToAnnotations(ofRow)
    else if (event.key === 'Delete' || event.key === 'Backspace') {
      if (!chosen.has(id)) choose(id, { range: false, toggle: false })
      deleteSelected()
    } else if (event.key === ' ') toggleVisible(id)
    else if (event.key.toLowerCase() === 'a' && (event.ctrlKey || event.metaKey)) selectAnnotations(ids)
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  const toggleVisible = (id: string): void => {
    const one = annotations.find((annotation) => annotation.id === id)
    if (one !== undefined) showAnnotations([id], !one.properties.visible)
  }
  const onClick = (event: MouseEvent): void => {
    const id = idAt(event.target)
    const button = (event.target as Element).closest('button')
    const one = annotations.find((annotation) => annotation.id === id)
    if (id === null || one === undefined) return
    if (button?.dataset['visible'] !== undefined) showAnnotations([id], !one.properties.visible)
    else if (button?.dataset['lock'] !== undefined) lockAnnotations([id], !one.properties.locked)
    else choose(id, { range: event.shiftKey, toggle: event.ctrlKey || event.metaKey })
  }
  const onDoubleClick = (event: MouseEvent): void => {
    const id = idAt(event.target)
    const button = (event.target as Element).closest<HTMLElement>('button')
    if (id !== null && (button === null || button.dataset['row'] !== undefined)) zoomToAnnotations([id])
  }
  return (
    <div ref={scroller} className={styles['scroller']}>
      {/* The rows' own buttons have the focus; what happens in them is heard here. */}
      <ul
        aria-label="Annotations"
        className={styles['list']}
        style={{ height: virtual.getTotalSize() }}
        onKeyDown={onKeyDown}
        onClick={onClick}
        onDoubleClick={onDoubleClick}
      >
        {virtual.getVirtualItems().map(({ index, start }) => {
          const annotation = annotations[index]
          return annotation === undefined ? null : (
            <AnnotationRow
              key={annotation.id}
              annotation={annotation}
              index={index}
              count={annotations.length}
              topPx={start}
              isSelected={chosen.has(annotation.id)}
              isTabbable={index === currentAt}
            />
          )
        })}
      </ul>
    </div>
  )
}

const idAt = (target: EventTarget): string | null =>
  target instanceof Element ? (target.closest<HTMLElement>('[data-annotation]')?.dataset['annotation'] ?? null) : null

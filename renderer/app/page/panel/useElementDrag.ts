/** A row of the list is dragged to another place among the elements; Escape leaves it where it was. */
import { type PointerEvent as ReactPointerEvent, type RefObject, useState } from 'react'
import type { Page } from '../../../../electron/contract/page.ts'
import { moveElement } from '../../../document/pages/commands.ts'
import { currentDocument, runCommand } from '../../../store/documentStore.ts'

/** A click may tremble this far. */
const thresholdPx = 4

export type ElementDrag = {
  id: string
  /** Of the line that shows where it would go, in the list. */ lineY: number
  /** Rows above it. */ place: number
}

export function useElementDrag(
  list: RefObject<HTMLElement | null>,
  page: Page,
): { drag: ElementDrag | null; onPointerDown: (event: ReactPointerEvent) => void } {
  const [drag, setDrag] = useState<ElementDrag | null>(null)
  const onPointerDown = (start: ReactPointerEvent): void => {
    const target = start.target as HTMLElement
    const id = target.closest<HTMLElement>('[data-row]')?.dataset['row']
    if (id === undefined || start.button !== 0 || target.closest('button:not([data-choose]), input') !== null) return
    let last: ElementDrag | null = null
    const move = (event: PointerEvent): void => {
      if (last === null && Math.abs(event.clientY - start.clientY) < thresholdPx) return
      last = { id, ...placeAt(list.current, event.clientY) }
      setDrag(last)
    }
    const release = (): void => {
      finish()
      if (last === null) return
      window.addEventListener('click', swallow, { capture: true, once: true })
      setTimeout(() => window.removeEventListener('click', swallow, true))
      const from = page.elements.length - 1 - page.elements.findIndex((element) => element.id === id)
      // Counted after the row was taken out, and from the bottom.
      const place = from < last.place ? last.place - 1 : last.place
      runCommand(moveElement(currentDocument(), page.id, id, page.elements.length - 1 - place))
    }
    const key = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape') return
      event.preventDefault()
      event.stopPropagation()
      finish()
    }
    const finish = (): void => {
      window.removeEventListener('pointermove', move)
      window.removeEventListener('pointerup', release)
      window.removeEventListener('pointercancel', finish)
      window.removeEventListener('keydown', key, true)
      setDrag(null)
    }
    window.addEventListener('pointermove', move)
    window.addEventListener('pointerup', release)
    window.addEventListener('pointercancel', finish)
    window.addEventListener('keydown', key, true)
  }
  return { drag, onPointerDown }
}

/** The click that ends a drag chooses nothing. */
const swallow = (event: MouseEvent): void => event.stopPropagation()

function placeAt(list: HTMLElement | null, y: number): { lineY: number; place: number } {
  if (list === null) return { lineY: 0, place: 0 }
  const top = list.getBoundingClientRect().top - list.scrollTop
  const rows = [...list.querySelectorAll('[data-row]')].map((row) => row.getBoundingClientRect())
  const place = rows.filter((row) => y > row.top + row.height / 2).length
  const edge = rows[place]?.top ?? rows.at(-1)?.bottom ?? top
  return { lineY: edge - top, place }
}

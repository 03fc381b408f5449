/**
 * Rows are dragged with the pointer's own events: the system's drag and drop is for files. The list scrolls when the pointer is near its end; Escape
 * leaves everything where it was.
 */
import { type PointerEvent as ReactPointerEvent, type RefObject, useEffect, useRef, useState } from 'react'
import { findNode } from '../../document/layers.ts'
import { currentDocument } from '../../store/documentStore.ts'
import { selectNode } from '../../store/selectionStore.ts'
import { moveTo } from './actions.ts'
import { type Drop, dropAt, type RowBox, scrollStep } from './dropPlace.ts'

export type Drag = { id: string; name: string; /** Of the pointer in the window. */ x: number; y: number; drop: Drop | null }

/** A click may tremble this far. */
const thresholdPx = 4

type RowDrag = { drag: Drag | null; onPointerDown: (event: ReactPointerEvent) => void }

export function useRowDrag(tree: RefObject<HTMLElement | null>): RowDrag {
  const [drag, setDrag] = useState<Drag | null>(null)
  const stop = useRef<(() => void) | null>(null)
  useEffect(() => () => stop.current?.(), [])

  const onPointerDown = (event: ReactPointerEvent): void => {
    const target = event.target as HTMLElement
    const id = target.closest<HTMLElement>('[data-node]')?.dataset['node']
    if (id === undefined || event.button !== 0 || event.pointerType === 'touch' || target.closest('button, input') !== null) return
    stop.current?.()
    stop.current = follow(id, event, tree, setDrag)
  }
  return { drag, onPointerDown }
}

/** @returns a function that ends the drag without a move */
function follow(id: string, start: ReactPointerEvent, tree: RefObject<HTMLElement | null>, show: (drag: Drag | null) => void): () => void {
  let drag: Drag | null = null
  let frame = 0
  const at = { x: start.clientX, y: start.clientY }

  const update = (): void => {
    const name = findNode(currentDocument(), id)?.name
    if (tree.current === null || name === undefined) return end()
    const isNear = isOver(tree.current, at)
    const drop = isNear ? dropAt(currentDocument(), boxesOf(tree.current), id, at.y - tree.current.getBoundingClientRect().top) : null
    drag = { id, name, ...at, drop }
    show(drag)
  }
  const scroll = (): void => {
    frame = requestAnimationFrame(scroll)
    const list = tree.current?.parentElement
    if (list === null || list === undefined || drag === null || !isOver(list, at)) return
    const { top, bottom } = list.getBoundingClientRect()
    const before = list.scrollTop
    list.scrollTop += scrollStep(at.y, top, bottom)
    if (list.scrollTop !== before) update()
  }
  const move = (event: PointerEvent): void => {
    at.x = event.clientX
    at.y = event.clientY
    if (drag === null) {
      if (Math.hypot(at.x - start.clientX, at.y - start.clientY) < thresholdPx) return
      frame = requestAnimationFrame(scroll)
    }
    update()
  }
  const release = (event: PointerEvent): void => {
    if (drag !== null) {
      move(event)
      const place = drag.drop?.place
      swallowClick()
      end()
      selectNode(id)
      if (place !== undefined) moveTo(id, place)
      return
    }
    end()
  }
  const key = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || drag === null) return
    event.preventDefault()
    event.stopPropagation()
    end()
  }
  function end(): void {
    cancelAnimationFrame(frame)
    window.removeEventListener('pointermove', move)
    window.removeEventListener('pointerup', release)
    window.removeEventListener('pointercancel', end)
    window.removeEventListener('blur', end)
    window.removeEventListener('keydown', key, true)
    drag = null
    show(null)
  }
  window.addEventListener('pointermove', move)
  window.addEventListener('pointerup', release)
  window.addEventListener('pointercancel', end)
  window.addEventListener('blur', end)
  window.addEventListener('keydown', key, true)
  return end
}

/** Beside the list, nothing is dropped; above and below it, the nearest end counts. */
function isOver(element: HTMLElement, { x }: { x: number }): boolean {
  const { left, right } = element.getBoundingClientRect()
  return x >= left - 8 && x <= right + 8
}

function boxesOf(tree: HTMLElement): RowBox[] {
  const origin = tree.getBoundingClientRect().top
  return [...tree.querySelectorAll<HTMLElement>('[data-node]')].map((item) => {
    const own = item.querySelector<HTMLElement>('[data-own]')?.getBoundingClientRect() ?? item.getBoundingClientRect()
    const head = item.querySelector<HTMLElement>('[data-head]')?.getBoundingClientRect() ?? own
    return { id: item.dataset['node'] ?? '', top: own.top - origin, headHeight: head.height, bottom: own.bottom - origin }
  })
}

/** The click that ends a drag is not one on the row below the pointer. */
function swallowClick(): void {
  const swallow = (event: MouseEvent): void => event.stopPropagation()
  window.addEventListener('click', swallow, { capture: true, once: true })
  setTimeout(() => window.removeEventListener('click', swallow, true))
}

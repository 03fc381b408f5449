/** The pointer on the page: elements are chosen, moved and pulled, maps are dragged in their frames, the paper is pushed about. */
import { type RefObject, useEffect, useState } from 'react'
import type { MapFrame, Page } from '../../../../electron/contract/page.ts'
import { setBoxes } from '../../../document/pages/commands.ts'
import type { PageView } from '../../../export/pageView.ts'
import { changedBoxes, type Drag, dragged } from '../../../page/dragging.ts'
import type { Box, Point } from '../../../page/drawing.ts'
import { placeInFrame, zoomedAt } from '../../../page/frameMoves.ts'
import { elementAt, elementsWithin, type Hit } from '../../../page/hitTest.ts'
import { framesOf } from '../../../page/mapView.ts'
import type { Handle } from '../../../page/snap.ts'
import { currentDocument, runCommand } from '../../../store/documentStore.ts'
import { viewStore } from '../../../store/viewStore.ts'
import { change } from '../actions.ts'
import { pageStore, pxPerMmAt, selectElements, shownPage } from '../pageStore.ts'
import { focusElement, focusText } from './focus.ts'

/** A click may tremble this far. */
const thresholdPx = 3
/** How near an edge or a guide counts. */
const reachPx = 6
/** Turns of the wheel that follow each other sooner than this are one entry of the history. */
const wheelRunMs = 600

type PointerState = { hovered: Hit | null; marquee: Box | null }

export function usePagePointer(
  viewport: RefObject<HTMLElement | null>,
  paper: RefObject<HTMLElement | null>,
  view: RefObject<PageView | null>,
): PointerState {
  const [hovered, setHovered] = useState<Hit | null>(null)
  const [marquee, setMarquee] = useState<Box | null>(null)
  useEffect(() => {
    const element = viewport.current
    if (element === null) return undefined
    let stop: (() => void) | null = null
    let wheel = { run: 0, frame: '', at: 0 }
    let isSpaceDown = false

    const pointOf = ({ clientX, clientY }: { clientX: number; clientY: number }): Point => {
      const box = paper.current?.getBoundingClientRect()
      const pxPerMm = pxPerMmAt(pageStore.getState())
      return box === undefined ? [0, 0] : [(clientX - box.left) / pxPerMm, (clientY - box.top) / pxPerMm]
    }
    const reachMm = (): number => reachPx / pxPerMmAt(pageStore.getState())
    const hitAt = (event: { clientX: number; clientY: number }): Hit | null => {
      const { drawing } = pageStore.getState()
      const page = shownPage()
      return page === null || drawing === null ? null : elementAt(page, drawing, pointOf(event), reachMm())
    }
    const frameOf = (hit: Hit | null): MapFrame | null => {
      const found = hit?.part === 'inside' ? shownPage()?.elements.find(({ id }) => id === hit.id) : undefined
      return found?.type === 'mapFrame' && !found.locked ? found : null
    }

    const onPointerDown = (event: PointerEvent): void => {
      const page = shownPage()
      if (page === null || stop !== null) return
      if (event.button === 1 || (event.button === 0 && isSpaceDown)) {
        event.preventDefault()
        stop = pushPaper(element, event, end)
        return
      }
      if (event.button !== 0) return
      // The keyboard goes where the pointer was; a browser would take it to nothing.
      event.preventDefault()
      const target = event.target as HTMLElement
      const handle = target.dataset['handle'] as Handle | undefined
      const hit: Hit | null = handle === undefined ? (grip(target) ?? hitAt(event)) : null
      const from = pointOf(event)
      if (handle !== undefined) {
        const id = target.dataset['element'] ?? ''
        stop = follow({ kind: 'resize', page, id, handle, from }, event)
        return
      }
      if (hit === null) {
        if (!event.shiftKey) selectElements([])
        element.focus({ preventScroll: true })
        stop = drawMarquee(page, from, event)
        return
      }
      const frame = frameOf(hit)
      choose(hit.id, event.shiftKey && !(event.altKey && frame !== null))
      focusElement(hit.id)
      if (frame !== null && event.altKey && event.shiftKey) stop = follow({ kind: 'turn', page, id: frame.id, from }, event)
      else if (frame !== null && !event.shiftKey) stop = follow({ kind: 'pan', page, id: frame.id, from }, event)
      else stop = follow({ kind: 'move', page, ids: pageStore.getState().selected, from }, event)
    }

    function end(): void {
      stop = null
    }

    /** @returns a function that leaves everything as it was */
    function follow(drag: Drag, start: PointerEvent): () => void {
      let hasBegun = false
      let last: Page | null = null
      const move = (event: PointerEvent): void => {
        if (!hasBegun && Math.hypot(event.clientX - start.clientX, event.clientY - start.clientY) < thresholdPx) return
        if (!hasBegun && drag.kind === 'pan') view.current?.setMoving(drag.id)
        hasBegun = true
        const { page, guides } = dragged(drag, pointOf(event), { toleranceMm: event.altKey ? 0 : reachMm(), isHeld: event.shiftKey })
        last = page
        pageStore.setState({ draft: page, guides })
      }
      const release = (event: PointerEvent): void => {
        if (hasBegun) move(event)
        const page = last
        finish()
        if (page !== null) commit(drag, page)
        pageStore.setState({ draft: null, guides: [] })
      }
      const cancel = (): void => {
        finish()
        pageStore.setState({ draft: null, guides: [] })
      }
      const finish = listen(move, release, cancel, () => {
        view.current?.setMoving(null)
        end()
      })
      return cancel
    }

    function drawMarquee(page: Page, from: Point, start: PointerEvent): () => void {
      const before = start.shiftKey ? pageStore.getState().selected : []
      const boxTo = ([x, y]: Point): Box => ({
        x: Math.min(from[0], x),
        y: Math.min(from[1], y),
        width: Math.abs(x - from[0]),
        height: Math.abs(y - from[1]),
      })
      const move = (event: PointerEvent): void => {
        const around = boxTo(pointOf(event))
        setMarquee(around)
        const { drawing } = pageStore.getState()
        if (drawing !== null) selectElements([...new Set([...before, ...elementsWithin(page, drawing, around)])])
      }
      const stopListening = listen(
        move,
        () => stopListening(),
        () => stopListening(),
        () => {
          setMarquee(null)
          end()
        },
      )
      return stopListening
    }

    const onPointerMove = (event: PointerEvent): void => {
      if (stop !== null) return
      const hit = (event.target as HTMLElement).dataset['handle'] === undefined ? hitAt(event) : null
      setHovered((before) => (before?.id === hit?.id && before?.part === hit?.part ? before : hit))
      element.style.cursor = isSpaceDown ? 'grab' : cursorFor(hit)
      const frame = hit?.part === 'inside' ? framesOf(shownPage() ?? noPage).find(({ id }) => id === hit.id) : undefined
      viewStore.setState({ pointer: frame === undefined ? null : placeInFrame(frame, pointOf(event)) })
    }
    const cursorFor = (hit: Hit | null): string => {
      const found = hit === null ? undefined : shownPage()?.elements.find(({ id }) => id === hit.id)
      if (hit === null || found === undefined || found.locked) return 'default'
      return hit.part === 'inside' ? 'grab' : 'move'
    }
    const onPointerLeave = (): void => {
      setHovered(null)
      viewStore.setState({ pointer: null })
    }

    const onWheel = (event: WheelEvent): void => {
      if (event.ctrlKey || event.metaKey || event.deltaY === 0) return
      const frame = frameOf(hitAt(event))
      if (frame === null) return
      event.preventDefault()
      const now = performance.now()
      const isRun = wheel.frame === frame.id && now - wheel.at < wheelRunMs
      wheel = { run: isRun ? wheel.run : wheel.run + 1, frame: frame.id, at: now }
      change([frame.id], { view: zoomedAt(frame, pointOf(event), 2 ** (-event.deltaY / 400)) }, `wheel ${wheel.run}`)
    }
    const onDoubleClick = (event: MouseEvent): void => {
      if (hitAt(event)?.part === 'edge') focusText()
    }
    const onSpace = (event: KeyboardEvent): void => {
      if (event.key !== ' ' || event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement) return
      isSpaceDown = event.type === 'keydown'
    }
    const forget = (): void => void (isSpaceDown = false)

    element.addEventListener('pointerdown', onPointerDown)
    element.addEventListener('pointermove', onPointerMove)
    element.addEventListener('pointerleave', onPointerLeave)
    element.addEventListener('wheel', onWheel, { passive: false })
    element.addEventListener('dblclick', onDoubleClick)
    window.addEventListener('keydown', onSpace, true)
    window.addEventListener('keyup', onSpace, true)
    window.addEventListener('blur', forget)
    return () => {
      stop?.()
      element.removeEventListener('pointerdown', onPointerDown)
      element.removeEventListener('pointermove', onPointerMove)
      element.removeEventListener('pointerleave', onPointerLeave)
      element.removeEventListener('wheel', onWheel)
      element.removeEventListener('dblclick', onDoubleClick)
      window.removeEventListener('keydown', onSpace, true)
      window.removeEventListener('keyup', onSpace, true)
      window.removeEventListener('blur', forget)
    }
  }, [viewport, paper, view])
  return { hovered, marquee }
}

const noPage: Page = { id: '', name: '', size: { unit: 'mm', width: 20, height: 20 }, marginMm: 0, background: '#ffffff', elements: [] }

/** By its grip a frame is moved, and not the map in it. */
function grip(target: HTMLElement): Hit | null {
  const id = target.closest<HTMLElement>('[data-grip]')?.dataset['grip']
  return id === undefined ? null : { id, part: 'edge' }
}

/** With Shift the selection grows or shrinks; otherwise what was selected before stays so that it can be moved as one. */
function choose(id: string, adds: boolean): void {
  const { selected } = pageStore.getState()
  if (adds) selectElements(selected.includes(id) ? selected.filter((one) => one !== id) : [...selected, id])
  else if (!selected.includes(id)) selectElements([id])
}

function commit(drag: Drag, page: Page): void {
  if (drag.kind === 'move' || drag.kind === 'resize') {
    const boxes = changedBoxes(drag.page, page)
    if (boxes.size > 0) runCommand(setBoxes(currentDocument(), page.id, boxes, drag.kind === 'move' ? 'move of' : 'size of'))
    return
  }
  const frame = page.elements.find(({ id }) => id === drag.id)
  if (frame?.type !== 'mapFrame') return
  change([drag.id], drag.kind === 'pan' ? { view: frame.view } : { rotationDeg: frame.rotationDeg })
}

/** Follows the pointer wherever it goes. @returns a function that ends it */
function listen(
  move: (event: PointerEvent) => void,
  release: (event: PointerEvent) => void,
  cancel: () => void,
  ended: () => void,
): () => void {
  const key = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return
    event.preventDefault()
    event.stopPropagation()
    cancel()
  }
  const finish = (): void => {
    window.removeEventListener('pointermove', move)
    window.removeEventListener('pointerup', release)
    window.removeEventListener('pointercancel', cancel)
    window.removeEventListener('blur', cancel)
    window.removeEventListener('keydown', key, true)
    ended()
  }
  window.addEventListener('pointermove', move)
  window.addEventListener('pointerup', release)
  window.addEventListener('pointercancel', cancel)
  window.addEventListener('blur', cancel)
  window.addEventListener('keydown', key, true)
  return finish
}

/** The paper is pushed about under the window. */
function pushPaper(element: HTMLElement, start: PointerEvent, ended: () => void): () => void {
  const { scrollLeft, scrollTop } = element
  const move = (event: PointerEvent): void => {
    element.scrollLeft = scrollLeft - (event.clientX - start.clientX)
    element.scrollTop = scrollTop - (event.clientY - start.clientY)
  }
  const stop = listen(
    move,
    () => stop(),
    () => stop(),
    ended,
  )
  return stop
}

/** How large the paper is in the window: fitted, or as the user wants it. What was in the middle, or under the pointer, stays there. */
import { type RefObject, useEffect, useLayoutEffect, useRef } from 'react'
import type { Page } from '../../../../electron/contract/page.ts'
import { sizeMm } from '../../../page/units.ts'
import { useStore } from '../../parts/useStore.ts'
import { pageStore, zoomPaperBy } from '../pageStore.ts'

/** Around the paper. */
export const deskPx = 28

type Anchor = { x: number; y: number; partX: number; partY: number }

export function usePaperZoom(viewport: RefObject<HTMLElement | null>, paper: RefObject<HTMLElement | null>, page: Page): void {
  const { width, height } = sizeMm(page.size)
  const zoom = useStore(pageStore, (state) => state.zoom)
  const anchor = useRef<Anchor | null>(null)

  useLayoutEffect(() => {
    const element = viewport.current
    if (element === null) return undefined
    const fit = (): void => {
      // Scroll bars come and go; what fits is counted without them.
      const [roomX, roomY] = [element.offsetWidth - 2 * deskPx, element.offsetHeight - 2 * deskPx]
      if (roomX <= 0 || roomY <= 0) return
      const pxPerMm = Math.min(roomX / width, roomY / height)
      pageStore.setState({ fitZoom: Math.max(0.01, (pxPerMm * 25.4) / 96) })
    }
    const observer = new ResizeObserver(fit)
    observer.observe(element)
    fit()
    return () => observer.disconnect()
  }, [viewport, width, height])

  useEffect(() => {
    const element = viewport.current
    if (element === null) return undefined
    const onWheel = (event: WheelEvent): void => {
      if (!event.ctrlKey && !event.metaKey) return
      event.preventDefault()
      const box = paper.current?.getBoundingClientRect()
      if (box !== undefined) {
        anchor.current = {
          x: event.clientX,
          y: event.clientY,
          partX: (event.clientX - box.left) / box.width,
          partY: (event.clientY - box.top) / box.height,
        }
      }
      zoomPaperBy(2 ** (-event.deltaY / 300))
    }
    element.addEventListener('wheel', onWheel, { passive: false })
    return () => element.removeEventListener('wheel', onWheel)
  }, [viewport, paper])

  useLayoutEffect(() => {
    const [element, sheet] = [viewport.current, paper.current]
    if (element === null || sheet === null) return
    const room = element.getBoundingClientRect()
    const at = anchor.current ?? { x: room.left + room.width / 2, y: room.top + room.height / 2, partX: 0.5, partY: 0.5 }
    anchor.current = null
    const box = sheet.getBoundingClientRect()
    element.scrollLeft += box.left + at.partX * box.width - at.x
    element.scrollTop += box.top + at.partY * box.height - at.y
  }, [viewport, paper, zoom])
}

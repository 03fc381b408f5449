/**
 * The keyboard on the map, given to the tool in hand before the map itself hears it. Digits open the entry of coordinates and distances; the space bar sets a
 * vertex at the middle of the map when it is tapped, and pans while it is held with the pointer.
 */
import type { MapTool } from './mapTool.ts'

export type KeyPorts = {
  tool(): MapTool | null
  /** A drawing tool is in hand. */
  isDrawing(): boolean
  openEntry(first: string): void
  /** Clicks at the middle of the map. */
  clickMiddle(): void
  showMiddle(): void
  hold(space: boolean): void
  /** Escape: gives up what is going on. @returns false when nothing is */
  cancel(): boolean
  /** The pointer was used since the space bar went down. */
  wasPanned(): boolean
  /** Keys of the selection that every tool leaves to it. */
  rest(event: KeyboardEvent): boolean
}

const movesMap = new Set(['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown'])

/**
 * @param map the element that has the keyboard focus
 * @returns a function that ends the listening
 */
export function listenToMapKeys(map: HTMLElement, ports: KeyPorts): () => void {
  const stop = new AbortController()
  const { signal } = stop
  const onKey = (event: KeyboardEvent): boolean => {
    const tool = ports.tool()
    if (event.key === 'Escape') return ports.cancel()
    if (tool === null) return false
    if (event.key === ' ') {
      if (!event.repeat) ports.hold(true)
      return true
    }
    if (tool.key?.(event) === true) return true
    if (!ports.isDrawing()) return false
    if (event.ctrlKey || event.metaKey || event.altKey) return false
    if (/^[0-9.]$/.test(event.key) && tool.enter !== undefined) {
      ports.openEntry(event.key)
      return true
    }
    if (event.key === 'Enter') {
      ports.clickMiddle()
      return true
    }
    if (movesMap.has(event.key)) ports.showMiddle()
    return ports.rest(event)
  }
  map.addEventListener(
    'keydown',
    (event) => {
      if (isField(event.target) || !onKey(event)) return
      event.preventDefault()
      event.stopPropagation()
    },
    { capture: true, signal },
  )
  // Keys that no element has: after a click on a tool, or with nothing focused. Heard first, since Escape has a meaning for the strip of tools too.
  window.addEventListener(
    'keydown',
    (event) => {
      if (event.defaultPrevented || (event.target instanceof Node && map.contains(event.target))) return
      const isNowhere = event.target === document.body
      const isOnStrip = event.target instanceof Element && event.target.closest('[role="toolbar"]') !== null
      const isUsed = isNowhere ? onKey(event) : isOnStrip && (event.key === 'Escape' || /^[0-9]$/.test(event.key)) && onKey(event)
      if (isUsed) event.preventDefault()
    },
    { capture: true, signal },
  )
  window.addEventListener(
    'keyup',
    (event) => {
      if (event.key !== ' ' || isField(event.target)) return
      const wasPanned = ports.wasPanned()
      ports.hold(false)
      if (!wasPanned && ports.isDrawing() && event.target === map) ports.clickMiddle()
    },
    { signal },
  )
  window.addEventListener('blur', () => ports.hold(false), { signal })
  return () => stop.abort()
}

export const isField = (target: EventTarget | null): boolean =>
  target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement || (target instanceof HTMLElement && target.isContentEditable)

/** Scrolls a list that may be longer than a browser can draw: the element, its events, and the place of the list. The arithmetic is in `rowWindow.ts`. */
import { clampedTop, type Ground, isScaled, scrollOfTop, topOfScroll } from './rowWindow.ts'

export type ListPlace = {
  /** Of the list, in its own pixels. */
  top: number
  left: number
  /** Of the view, without the scroll bars; the head included. */
  widthPx: number
  heightPx: number
}

const lineOfWheelPx = 40

export class ListScroller {
  readonly #headPx: number
  readonly #listeners = new Set<() => void>()
  #place: ListPlace = { top: 0, left: 0, widthPx: 0, heightPx: 0 }
  #rows = 0
  #element: HTMLElement | null = null
  /** Where the list has put its scroll bar. */
  #expected = 0

  /** @param headPx of what stays above the rows */
  constructor(headPx: number) {
    this.#headPx = headPx
  }

  get ground(): Ground {
    return { rows: this.#rows, viewPx: Math.max(0, this.#place.heightPx - this.#headPx) }
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** Another object when something of it has changed. */
  readonly snapshot = (): ListPlace => this.#place

  /** Takes the element that scrolls. @returns a function that lets go of it */
  readonly attach = (element: HTMLElement): (() => void) => {
    this.#element = element
    const observer = new ResizeObserver(() => this.#measure())
    observer.observe(element)
    element.addEventListener('scroll', this.#onScroll, { passive: true })
    element.addEventListener('wheel', this.#onWheel, { passive: false })
    this.#measure()
    return () => {
      observer.disconnect()
      element.removeEventListener('scroll', this.#onScroll)
      element.removeEventListener('wheel', this.#onWheel)
      this.#element = null
    }
  }

  setRows(rows: number): void {
    this.#rows = rows
    this.#set({ top: clampedTop(this.ground, this.#place.top) })
  }

  readonly moveTo = (wanted: number): void => {
    const top = clampedTop(this.ground, wanted)
    this.#set({ top })
    if (this.#element === null) return
    this.#element.scrollTop = scrollOfTop(this.ground, top)
    this.#expected = this.#element.scrollTop
  }

  readonly moveLeft = (left: number): void => {
    if (this.#element !== null) this.#element.scrollLeft = left
  }

  #measure(): void {
    if (this.#element === null) return
    this.#set({ widthPx: this.#element.clientWidth, heightPx: this.#element.clientHeight })
  }

  readonly #onScroll = (): void => {
    if (this.#element === null) return
    const { scrollTop, scrollLeft } = this.#element
    // The scroll bar where the list itself has put it says nothing new, and less exactly.
    const isOwn = isScaled(this.ground) && Math.abs(scrollTop - this.#expected) < 1
    if (!isOwn) this.#expected = scrollTop
    this.#set({ left: scrollLeft, ...(isOwn ? {} : { top: topOfScroll(this.ground, scrollTop) }) })
  }

  readonly #onWheel = (event: WheelEvent): void => {
    if (!isScaled(this.ground) || event.ctrlKey || event.shiftKey || event.deltaY === 0) return
    event.preventDefault()
    const { DOM_DELTA_LINE, DOM_DELTA_PAGE } = WheelEvent
    const unitPx = event.deltaMode === DOM_DELTA_LINE ? lineOfWheelPx : event.deltaMode === DOM_DELTA_PAGE ? this.ground.viewPx : 1
    this.moveTo(this.#place.top + event.deltaY * unitPx)
    if (this.#element !== null) this.#element.scrollLeft += event.deltaX * unitPx
  }

  #set(change: Partial<ListPlace>): void {
    const next = { ...this.#place, ...change }
    const { top, left, widthPx, heightPx } = this.#place
    if (next.top === top && next.left === left && next.widthPx === widthPx && next.heightPx === heightPx) return
    this.#place = next
    for (const listener of this.#listeners) listener()
  }
}

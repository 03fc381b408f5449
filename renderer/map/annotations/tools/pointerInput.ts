/**
 * The pointer on the map, given to the tool in hand before the map itself sees it. What the tool takes, the map does not: it is neither panned nor zoomed.
 * The middle button, and the first one while the space bar is held, always pan.
 */
import type OlMap from 'ol/Map.js'
import type { MapPointer, MapTool } from './mapTool.ts'
import { distancePx, type Pixel } from './screen.ts'

/** Below this, a press is a click. */
const dragPx = 3

export class PointerInput {
  readonly #viewport: HTMLElement
  readonly #tool: () => MapTool | null
  readonly #pointerOf: (pixel: Pixel, event: PointerEvent | MouseEvent) => MapPointer
  #down: { pixel: Pixel; taken: boolean; moved: boolean } | null = null
  /** The space bar is held. */
  panning = false
  /** Where the pointer was last. */
  pixel: Pixel | null = null
  #lastHover: { pixel: Pixel; event: PointerEvent } | null = null
  readonly #stop = new AbortController()

  /** @param pointerOf what a tool is told of a pixel */
  constructor(map: OlMap, tool: () => MapTool | null, pointerOf: (pixel: Pixel, event: PointerEvent | MouseEvent) => MapPointer) {
    this.#viewport = map.getViewport() as HTMLElement
    this.#tool = tool
    this.#pointerOf = pointerOf
    const { signal } = this.#stop
    this.#viewport.addEventListener('pointerdown', (event) => this.#onDown(event), { capture: true, signal })
    this.#viewport.addEventListener('dblclick', (event) => this.#onDoubleClick(event), { capture: true, signal })
    window.addEventListener('pointermove', (event) => this.#onMove(event), { signal })
    window.addEventListener('pointerup', (event) => this.#onUp(event), { signal })
    window.addEventListener('pointercancel', () => this.#onCancel(), { signal })
  }

  /** What is pressed now is not followed any more. */
  forget(): void {
    this.#down = null
  }

  /** There is more to catch on than when the pointer came to rest. */
  again(): void {
    const [tool, last] = [this.#tool(), this.#lastHover]
    if (tool !== null && last !== null && this.#down === null) tool.hover?.(this.#pointerOf(last.pixel, last.event))
  }

  isDown(): boolean {
    return this.#down !== null
  }

  dispose(): void {
    this.#stop.abort()
  }

  /** OpenLayers' own answer is wrong for a moment when the map has become narrower and it does not know yet. */
  #pixelOf({ clientX, clientY }: MouseEvent): Pixel {
    const { left, top } = this.#viewport.getBoundingClientRect()
    return [clientX - left, clientY - top]
  }

  #onDown(event: PointerEvent): void {
    const tool = this.#tool()
    if (tool === null || event.button !== 0 || !event.isPrimary || this.panning || event.ctrlKey || event.metaKey || isField(event.target))
      return
    const pixel = this.#pixelOf(event)
    const taken = tool.press?.(this.#pointerOf(pixel, event)) ?? false
    this.#down = { pixel, taken, moved: false }
    if (taken) event.stopPropagation()
  }

  #onMove(event: PointerEvent): void {
    const tool = this.#tool()
    if (tool === null) return
    const pixel = this.#pixelOf(event)
    const down = this.#down
    if (down !== null) {
      if (!down.moved && distancePx(pixel, down.pixel) < dragPx) return
      down.moved = true
      if (down.taken) tool.drag?.(this.#pointerOf(pixel, event))
      return
    }
    if (event.buttons !== 0 || !(event.target instanceof Node) || !this.#viewport.contains(event.target)) return
    this.pixel = pixel
    this.#lastHover = { pixel, event }
    this.#viewport.style.cursor = this.panning ? 'grab' : (tool.hover?.(this.#pointerOf(pixel, event)) ?? tool.cursor)
  }

  #onUp(event: PointerEvent): void {
    const [tool, down] = [this.#tool(), this.#down]
    if (tool === null || down === null || event.button !== 0) return
    this.#down = null
    const pointer = this.#pointerOf(this.#pixelOf(event), event)
    if (!down.moved) tool.click?.(pointer)
    else if (down.taken) tool.release?.(pointer)
  }

  #onDoubleClick(event: MouseEvent): void {
    const tool = this.#tool()
    if (tool === null || this.panning || isField(event.target)) return
    event.stopPropagation()
    tool.doubleClick?.(this.#pointerOf(this.#pixelOf(event), event))
  }

  #onCancel(): void {
    if (this.#down === null) return
    this.#down = null
    this.#tool()?.cancel()
  }
}

const isField = (target: EventTarget | null): boolean => target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement

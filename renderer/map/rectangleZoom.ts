/** Zoom to rectangle: one rectangle is drawn, the map goes there, and the tool is put down. */
import DragZoom from 'ol/interaction/DragZoom.js'
import type OlMap from 'ol/Map.js'
import { always } from 'ol/events/condition.js'
import { viewStore } from '../store/viewStore.ts'

export class RectangleZoom {
  readonly #map: OlMap
  readonly #outOfSightPx: () => number
  #interaction: DragZoom | null = null
  readonly #onKey = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') this.stop()
  }

  /** @param outOfSightPx of the map, at its left and as much at its right */
  constructor(map: OlMap, outOfSightPx: () => number) {
    this.#map = map
    this.#outOfSightPx = outOfSightPx
  }

  start(): void {
    if (this.#interaction !== null) return this.stop()
    const interaction = new DragZoom({ condition: always, duration: 250, className: 'zoom-rectangle' })
    interaction.on(['boxend', 'boxcancel'], () => this.stop())
    this.#interaction = interaction
    this.#map.addInteraction(interaction)
    const aside = this.#outOfSightPx()
    this.#map.getView().padding = [0, aside, 0, aside]
    window.addEventListener('keydown', this.#onKey)
    viewStore.setState({ drawingRectangle: true })
  }

  stop(): void {
    if (this.#interaction === null) return
    const interaction = this.#interaction
    this.#interaction = null
    // The interaction is in the midst of its own event; it is taken away when that is over.
    queueMicrotask(() => {
      this.#map.removeInteraction(interaction)
      this.#map.getView().padding = undefined
    })
    window.removeEventListener('keydown', this.#onKey)
    viewStore.setState({ drawingRectangle: false })
  }
}

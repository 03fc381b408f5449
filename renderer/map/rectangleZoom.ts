/** Zoom to rectangle: one rectangle is drawn, the map goes there, and the tool is put down. */
import { easeOut } from 'ol/easing.js'
import { always } from 'ol/events/condition.js'
import DragBox from 'ol/interaction/DragBox.js'
import type OlMap from 'ol/Map.js'
import { viewStore } from '../store/viewStore.ts'

export class RectangleZoom {
  readonly #map: OlMap
  readonly #outOfSightPx: () => number
  #interaction: DragBox | null = null
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
    const interaction = new DragBox({ condition: always, className: 'zoom-rectangle' })
    interaction.on('boxend', () => {
      const aside = this.#outOfSightPx()
      this.#map.getView().fit(interaction.getGeometry(), { padding: [0, aside, 0, aside], duration: 250, easing: easeOut })
    })
    interaction.on(['boxend', 'boxcancel'], () => this.stop())
    this.#interaction = interaction
    this.#map.addInteraction(interaction)
    window.addEventListener('keydown', this.#onKey)
    viewStore.setState({ drawingRectangle: true })
  }

  stop(): void {
    if (this.#interaction === null) return
    const interaction = this.#interaction
    this.#interaction = null
    // The interaction is in the midst of its own event; it is taken away when that is over.
    queueMicrotask(() => this.#map.removeInteraction(interaction))
    window.removeEventListener('keydown', this.#onKey)
    viewStore.setState({ drawingRectangle: false })
  }
}

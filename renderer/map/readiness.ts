/** Knows when everything in view is drawn, and says so where tests, scripts and the screenshot can read it: `<html data-map="ready">`. */
import type OlMap from 'ol/Map.js'
import { viewStore } from '../store/viewStore.ts'

export class Readiness {
  readonly #map: OlMap
  /** Work that will change the picture when it is done, besides what OpenLayers itself waits for. */
  #pending = 0

  constructor(map: OlMap) {
    this.#map = map
    map.on('precompose', () => this.#set(false))
    map.on('rendercomplete', () => {
      if (this.#pending === 0) this.#set(true)
    })
    this.#set(false)
  }

  /** Something changed: the picture is not complete until it was drawn again. */
  touch(): void {
    this.#set(false)
    this.#map.render()
  }

  /** Keeps the map busy until some work is done. */
  async during(work: Promise<unknown>): Promise<void> {
    this.#pending += 1
    this.#set(false)
    try {
      await work
    } finally {
      this.#pending -= 1
      this.touch()
    }
  }

  #set(ready: boolean): void {
    const state = ready ? 'ready' : 'busy'
    if (document.documentElement.dataset['map'] === state) return
    document.documentElement.dataset['map'] = state
    viewStore.setState({ ready })
  }
}

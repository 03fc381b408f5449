/** The ring that shows what the pointer catches on. */
import Point from 'ol/geom/Point.js'
import type { PlanePoint } from '../../../document/geodesy/mercator.ts'
import type { Overlay } from './overlay.ts'

export class CaughtMark {
  readonly #overlay: Overlay
  #shown: PlanePoint | null = null

  constructor(overlay: Overlay) {
    this.#overlay = overlay
  }

  show(at: PlanePoint | null): void {
    if (at === this.#shown || (at !== null && at[0] === this.#shown?.[0] && at[1] === this.#shown[1])) return
    this.#shown = at
    this.#overlay.marks('caught', at === null ? [] : [{ role: 'caught', geometry: new Point([...at]) }])
  }
}

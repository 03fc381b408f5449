/** Draws what two places define, by dragging from one to the other or by two clicks: rectangles, circles, range rings, callouts. */
import Point from 'ol/geom/Point.js'
import type { Annotation } from '../../../../electron/contract/annotation.ts'
import type { PlanePoint } from '../../../document/geodesy/mercator.ts'
import type { Entry } from './entry.ts'
import type { MapPointer, MapTool, Workbench } from './mapTool.ts'
import { nearWorld, pixelOf } from './screen.ts'
import { entryPoint } from './shapes.ts'

/** The second place, on the same turn of the world as the first. */
export type Second = Pick<MapPointer, 'at' | 'shift'>

export type TwoPointOptions = {
  /** @returns null when the two places make nothing */
  make(from: PlanePoint, to: Second): Annotation | null
  words(from: PlanePoint, to: Second): string
  done(annotation: Annotation): void
  /** Only the first place catches on what is near. */
  secondIsFree?: boolean
}

export class TwoPointTool implements MapTool {
  readonly cursor = 'crosshair'
  readonly #bench: Workbench
  readonly #options: TwoPointOptions
  #from: PlanePoint | null = null
  #to: Second | null = null
  /** The first place was set by a press that is not over. */
  #pressed = false

  constructor(bench: Workbench, options: TwoPointOptions) {
    this.#bench = bench
    this.#options = options
  }

  get snaps(): boolean {
    return this.#from === null || this.#options.secondIsFree !== true
  }

  press({ at }: MapPointer): boolean {
    this.#pressed = this.#from === null
    this.#from ??= at
    return true
  }

  drag(pointer: MapPointer): void {
    this.#follow(pointer)
  }

  release(pointer: MapPointer): void {
    this.#follow(pointer)
    this.#finish()
  }

  click(pointer: MapPointer): void {
    const isFirst = this.#pressed || this.#from === null
    this.#from ??= pointer.at
    this.#pressed = false
    if (isFirst) this.#follow(pointer)
    else this.release(pointer)
  }

  hover(pointer: MapPointer): undefined {
    if (this.#from !== null) this.#follow(pointer)
  }

  key({ key }: KeyboardEvent): boolean {
    if (this.#from === null) return false
    if (key === 'Enter') this.#finish()
    else if (key === 'Backspace' || key === 'Delete') this.cancel()
    else return false
    return true
  }

  enter(entry: Entry): boolean {
    const at = entryPoint(entry, this.#from, this.#to?.at ?? (this.#from === null ? [0, 0] : [this.#from[0] + 1, this.#from[1]]))
    if (at === null) return false
    if (this.#from === null) {
      this.#from = at
      this.#to = { at, shift: false }
      this.#show()
      return true
    }
    this.#to = { at, shift: false }
    this.#finish()
    return true
  }

  cancel(): boolean {
    const had = this.#from !== null
    this.#from = null
    this.#to = null
    this.#pressed = false
    this.#bench.overlay.preview([])
    this.#bench.overlay.marks('sketch', [])
    this.#bench.tag.hide()
    return had
  }

  refresh(): void {
    this.#show()
  }

  dispose(): void {
    this.cancel()
  }

  #follow({ at, free, shift }: MapPointer): void {
    const to = this.#options.secondIsFree === true ? free : at
    this.#to = { at: nearWorld(to, this.#from?.[0] ?? to[0]), shift }
    this.#show()
  }

  #show(): void {
    const [from, to] = [this.#from, this.#to]
    if (from === null || to === null) return
    const made = this.#options.make(from, to)
    this.#bench.overlay.preview(made === null ? [] : [made])
    this.#bench.overlay.marks('sketch', [{ role: 'start', geometry: new Point([...from]) }])
    this.#bench.tag.show(this.#options.words(from, to), pixelOf(this.#bench.screen(), to.at))
  }

  #finish(): void {
    const [from, to] = [this.#from, this.#to]
    if (from === null || to === null) return
    const made = this.#options.make(from, to)
    if (made === null) return
    this.cancel()
    this.#options.done(made)
  }
}

/** Draws vertex after vertex: lines, arrows, polygons and measures. Dragging pans the map meanwhile. */
import Point from 'ol/geom/Point.js'
import LineString from 'ol/geom/LineString.js'
import type { Annotation, AnnotationKind } from '../../../../electron/contract/annotation.ts'
import type { PlanePoint } from '../../../document/geodesy/mercator.ts'
import { normalGeometry } from '../../../document/annotations/positions.ts'
import type { Entry } from './entry.ts'
import { areaWords, lineWords } from './liveText.ts'
import type { MapPointer, MapTool, Workbench } from './mapTool.ts'
import type { Mark } from './overlay.ts'
import { drafted, place } from './place.ts'
import { distancePx, lonLatAt, nearWorld, pixelOf } from './screen.ts'
import { entryPoint, lineShape, polygonShape } from './shapes.ts'

/** A click so near to the first vertex closes the shape. */
const closePx = 9
/** The second click of a double click is no vertex of its own. */
const samePx = 3

export type VertexToolOptions = {
  kind: Extract<AnnotationKind, 'line' | 'arrow' | 'polygon' | 'measure'>
  /** Whether what is drawn is an area. 'byUser': when Shift is held at the first vertex, or when the first vertex is clicked again. */
  area: 'never' | 'always' | 'byUser'
}

export class VertexTool implements MapTool {
  readonly cursor = 'crosshair'
  readonly snaps = true
  readonly #bench: Workbench
  readonly #options: VertexToolOptions
  #vertices: PlanePoint[] = []
  #isArea = false
  #pointer: PlanePoint | null = null
  #draft: Annotation | null = null

  constructor(bench: Workbench, options: VertexToolOptions) {
    this.#bench = bench
    this.#options = options
  }

  click(pointer: MapPointer): void {
    const screen = this.#bench.screen()
    const [first, last] = [this.#vertices[0], this.#vertices.at(-1)]
    if (first === undefined || last === undefined) {
      this.#isArea = this.#options.area === 'always' || (this.#options.area === 'byUser' && pointer.shift)
      this.#add(pointer.at)
      return
    }
    if (distancePx(pixelOf(screen, nearWorld(last, pointer.at[0])), pointer.pixel) < samePx) return
    const closes = this.#options.area !== 'never' && this.#vertices.length > 2
    if (closes && distancePx(pixelOf(screen, nearWorld(first, pointer.at[0])), pointer.pixel) < closePx) {
      this.#isArea = true
      this.#finish()
      return
    }
    this.#add(pointer.at)
  }

  doubleClick(): void {
    this.#finish()
  }

  hover({ at }: MapPointer): undefined {
    this.#pointer = this.#onFrom(at)
    this.#show()
  }

  key({ key }: KeyboardEvent): boolean {
    if (this.#vertices.length === 0) return false
    if (key === 'Enter') this.#finish()
    else if (key === 'Backspace' || key === 'Delete') {
      this.#vertices.pop()
      if (this.#vertices.length === 0) this.cancel()
      else this.#show()
    } else return false
    return true
  }

  enter(entry: Entry): boolean {
    const last = this.#vertices.at(-1) ?? null
    const at = entryPoint(entry, last, this.#pointer ?? last ?? [0, 0])
    if (at === null) return false
    if (last === null) this.#isArea = this.#options.area === 'always'
    this.#add(at)
    return true
  }

  cancel(): boolean {
    const had = this.#vertices.length > 0
    this.#vertices = []
    this.#draft = null
    this.#isArea = false
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

  /** The world may be shown more than once: a line goes on where it is. */
  #onFrom(at: PlanePoint): PlanePoint {
    return nearWorld(at, this.#vertices.at(-1)?.[0] ?? at[0])
  }

  #add(at: PlanePoint): void {
    this.#vertices.push(this.#onFrom(at))
    this.#show()
  }

  #show(): void {
    const [first] = this.#vertices
    if (first === undefined) return
    const line = this.#pointer === null ? this.#vertices : [...this.#vertices, this.#pointer]
    const places = line.map(lonLatAt)
    const isDrawn = line.length >= (this.#isArea ? 3 : 2)
    this.#draft ??= drafted(this.#options.kind, lineShape([first, first]))
    const shape = this.#isArea ? polygonShape(line) : lineShape(line)
    this.#bench.overlay.preview(isDrawn ? [{ ...this.#draft, geometry: normalGeometry(shape) }] : [])
    const marks: Mark[] = this.#vertices.map((at) => ({ role: 'start', geometry: new Point([...at]) }))
    if (this.#isArea && line.length === 2) marks.push({ role: 'sketch', geometry: new LineString(line.map((at) => [...at])) })
    this.#bench.overlay.marks('sketch', marks)
    const at = pixelOf(this.#bench.screen(), this.#pointer ?? line.at(-1) ?? first)
    this.#bench.tag.show(this.#isArea ? areaWords(places) : lineWords(places), at)
  }

  #finish(): void {
    const [vertices, isArea] = [this.#vertices, this.#isArea]
    if (vertices.length < (isArea ? 3 : 2)) return
    this.cancel()
    place(drafted(this.#options.kind, isArea ? polygonShape(vertices) : lineShape(vertices)))
  }
}

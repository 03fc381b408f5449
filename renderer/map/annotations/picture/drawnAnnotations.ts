/** Each annotation made ready to be painted on one grid: its instructions, and the box that it is drawn in. Made when they are first asked for, and kept. */
import type Style from 'ol/style/Style.js'
import RBush, { type BBox } from 'rbush'
import { halfWorldM } from '../../../document/geodesy/mercator.ts'
import { type Placement, samePlacement } from '../../labels/placement.ts'
import { type AnnotationFeatures, labelKey, type Shown } from '../annotationFeatures.ts'
import { annotationStyles, isName } from '../annotationStyle.ts'
import { reachOf, turned } from '../reach.ts'
import { SymbolImages } from '../symbolImages.ts'
import { Instructions } from './instructions.ts'
import { boxOfExtent, type Grid, type GridBox, meet, onGrid } from './pictureWindow.ts'

type Drawn = { id: string; box: GridBox; placement: Placement | null; body: Instructions | null; name: Instructions | null }

/** One annotation in one turn of the world. */
export type Copy = { shown: Shown; offsetM: number }

const worldM = 2 * halfWorldM

class BoxTree extends RBush<Drawn> {
  override toBBox({ box: { left, top, right, bottom } }: Drawn): BBox {
    return { minX: left, minY: top, maxX: right, maxY: bottom }
  }

  override compareMinX(a: Drawn, b: Drawn): number {
    return a.box.left - b.box.left
  }

  override compareMinY(a: Drawn, b: Drawn): number {
    return a.box.top - b.box.top
  }

  /** Around all that is in it. */
  whole(): GridBox {
    const { minX, minY, maxX, maxY } = this.toJSON() as BBox
    return { left: minX, top: minY, right: maxX, bottom: maxY }
  }
}

export class DrawnAnnotations {
  readonly #features: AnnotationFeatures
  readonly #placementOf: (key: string, resolution: number) => Placement | null
  readonly #symbols: SymbolImages
  readonly #arrived: (ids: string[]) => void
  readonly #drawn = new Map<string, Drawn>()
  /** The boxes of all of them; null until something is looked for. */
  #tree: BoxTree | null = null
  /** Drawn without their symbol, which is on its way. */
  readonly #incomplete = new Set<string>()
  #grid: Grid

  /** @param arrived is told which annotations can be drawn whole that could not before */
  constructor(
    features: AnnotationFeatures,
    placementOf: (key: string, resolution: number) => Placement | null,
    arrived: (ids: string[]) => void,
  ) {
    this.#features = features
    this.#placementOf = placementOf
    this.#arrived = arrived
    this.#grid = { resolution: 1, rotation: 0, pixelRatio: 1 }
    this.#symbols = new SymbolImages(() => {
      const ids = [...this.#incomplete]
      this.#incomplete.clear()
      arrived(ids)
    })
  }

  /** Everything is made anew for another grid. */
  use(grid: Grid): void {
    this.#grid = { resolution: grid.resolution, rotation: grid.rotation, pixelRatio: grid.pixelRatio }
    this.#drawn.clear()
    this.#tree = null
    this.#incomplete.clear()
  }

  /** What was made of an annotation holds no more. @returns where it was drawn, in the first turn of the world; null when it was not */
  forget(id: string): GridBox | null {
    const drawn = this.#drawn.get(id)
    if (drawn !== undefined) this.#tree?.remove(drawn)
    this.#drawn.delete(id)
    this.#incomplete.delete(id)
    return drawn?.box ?? null
  }

  /** Where it is drawn, in the first turn of the world. Null when it is not there. */
  boxOf(id: string): GridBox | null {
    const shown = this.#features.get(id)
    return shown === null ? null : this.#of(shown).box
  }

  /** The turns of the world in which an annotation touches one of some boxes. */
  copiesIn(shown: Shown, boxes: readonly GridBox[]): number[] {
    const { box } = this.#of(shown)
    return offsetsIn(box, boxes, this.#grid)
  }

  /** Annotations of which something is drawn in some boxes, in any turn of the world; bottom first. */
  touching(boxes: readonly GridBox[]): Shown[] {
    const tree = this.#boxes()
    const found = new Set<Drawn>()
    for (const offsetM of this.#drawn.size === 0 ? [] : offsetsIn(tree.whole(), boxes, this.#grid)) {
      const [dx, dy] = onGrid([offsetM, 0], this.#grid)
      for (const { left, top, right, bottom } of boxes) {
        const box = { minX: left - dx, minY: top - dy, maxX: right - dx, maxY: bottom - dy }
        for (const drawn of tree.search(box)) found.add(drawn)
      }
    }
    return [...found].flatMap(({ id }) => this.#features.get(id) ?? []).toSorted((a, b) => a.order - b.order)
  }

  body(shown: Shown): Instructions {
    const drawn = this.#of(shown)
    if (drawn.body === null) this.#instruct(shown, drawn)
    return drawn.body as Instructions
  }

  name(shown: Shown): Instructions | null {
    const drawn = this.#of(shown)
    if (drawn.body === null) this.#instruct(shown, drawn)
    return drawn.name
  }

  /** Where the name of a point stands. */
  placementOf(id: string): Placement | null {
    return this.#placementOf(labelKey(id), this.#grid.resolution)
  }

  /** Annotations whose names stand elsewhere than they were drawn. */
  misplaced(): string[] {
    return [...this.#drawn].filter(([id, { placement }]) => !samePlacement(placement, this.placementOf(id))).map(([id]) => id)
  }

  /** A box in every turn of the world in which it touches another. */
  turnsOf(box: GridBox, within: GridBox): GridBox[] {
    return offsetsIn(box, [within], this.#grid).map((offsetM) => {
      const [dx, dy] = onGrid([offsetM, 0], this.#grid)
      return { left: box.left + dx, top: box.top + dy, right: box.right + dx, bottom: box.bottom + dy }
    })
  }

  /** From then on, what changes is changed in it. */
  #boxes(): BoxTree {
    const isWhole = this.#tree !== null && this.#drawn.size === this.#features.count
    if (!isWhole) for (const shown of this.#features.all()) this.#of(shown)
    this.#tree ??= new BoxTree().load([...this.#drawn.values()]) as BoxTree
    return this.#tree
  }

  #of(shown: Shown): Drawn {
    const { id } = shown.annotation
    const known = this.#drawn.get(id)
    if (known !== undefined) return known
    const placement = this.placementOf(id)
    const drawn: Drawn = { id, box: this.#box(shown, placement), placement, body: null, name: null }
    this.#drawn.set(id, drawn)
    this.#tree?.insert(drawn)
    return drawn
  }

  #box({ annotation, feature }: Shown, placement: Placement | null): GridBox {
    const reach = reachOf(annotation, placement)
    const { left, top, right, bottom } = this.#grid.rotation === 0 ? reach : turned(reach)
    const [west = 0, south = 0, east = 0, north = 0] = feature.getGeometry()?.getExtent() ?? []
    const box = boxOfExtent([west, south, east, north], this.#grid)
    const ratio = this.#grid.pixelRatio
    return {
      left: box.left - left * ratio,
      top: box.top - top * ratio,
      right: box.right + right * ratio,
      bottom: box.bottom + bottom * ratio,
    }
  }

  #instruct(shown: Shown, drawn: Drawn): void {
    const { annotation, feature } = shown
    const { resolution, pixelRatio } = this.#grid
    const styles = annotationStyles(annotation, { symbols: this.#symbols, resolution, pixelRatio, placement: drawn.placement })
    const { kind } = annotation.properties
    if ((kind === 'point' || kind === 'symbol') && styles.every((style) => style.getImage() === null)) this.#incomplete.add(annotation.id)
    const make = (some: Style[]): Instructions => new Instructions(feature, some, this.#grid, () => this.#arrived([annotation.id]))
    const names = styles.filter(isName)
    drawn.body = make(styles.filter((style) => !isName(style)))
    drawn.name = names.length === 0 ? null : make(names)
  }
}

/** @returns metres to be added to x, for each turn of the world in which a box touches others */
export function offsetsIn(box: GridBox, boxes: readonly GridBox[], grid: Grid): number[] {
  const [stepX, stepY] = onGrid([worldM, 0], grid)
  const length = Math.hypot(stepX, stepY)
  const offsets: number[] = []
  for (const other of boxes) {
    // Most boxes of a map that is not turned lie above or below, and that is quickly seen.
    if (stepY === 0 && (box.bottom <= other.top || box.top >= other.bottom)) continue
    // How far the middles are from one another, in turns of the world, and how far the boxes reach.
    const [dx, dy] = [(other.left + other.right - box.left - box.right) / 2, (other.top + other.bottom - box.top - box.bottom) / 2]
    const reach = (diagonal(box) + diagonal(other)) / 2 / length
    const middle = (dx * stepX + dy * stepY) / (length * length)
    for (let turn = Math.ceil(middle - reach); turn <= Math.floor(middle + reach); turn += 1) {
      const moved = {
        left: box.left + turn * stepX,
        top: box.top + turn * stepY,
        right: box.right + turn * stepX,
        bottom: box.bottom + turn * stepY,
      }
      if (!offsets.includes(turn * worldM) && meet(moved, other)) offsets.push(turn * worldM)
    }
  }
  return offsets
}

const diagonal = ({ left, top, right, bottom }: GridBox): number => Math.hypot(right - left, bottom - top)

/** Answers for a picture: the features of a layer that mark it, generalised to its pixels, piece by piece. */
import { Buffer } from 'node:buffer'
import type { CutMark, CutRequest } from '../../contract/cut.ts'
import { geometryTypes } from '../../contract/layer.ts'
import { isMatching } from '../../contract/query.ts'
import { partKind, wholeShare } from '../../contract/pieces.ts'
import { CancelledError } from '../../contract/refusal.ts'
import { maskOf } from '../query/filter.ts'
import type { Mask } from '../query/mask.ts'
import type { OpenLayer } from '../sources.ts'
import { holePart, type LayerStore, linePart, pointPart } from '../store/layerStore.ts'
import { unitsPerMetre } from '../store/mercator.ts'
import { type Looks, looksOf } from './looks.ts'
import { Coverage } from './coverage.ts'
import { copyNear, netRing, Run, snapped, thinLine } from './generalise.ts'
import { Hiding } from './hiding.ts'
import { PieceWriter } from './pieceWriter.ts'
import { featuresIn, indexOf, type UnitBox } from './spatialIndex.ts'

/** Work without a pause is no longer than this, so that a cancel comes through. */
const stretchMs = 10

/**
 * @param send takes the pieces; their layout is in `contract/pieces.ts`
 * @throws RefusalError, CancelledError
 */
export async function cut(
  open: OpenLayer,
  request: CutRequest,
  { signal, send }: { signal: AbortSignal; send: (piece: Uint8Array<ArrayBuffer>) => void },
): Promise<void> {
  const mask = await maskOf(open, request.filter, { signal, onProgress: () => undefined })
  const only = request.only === undefined ? null : Buffer.from(request.only, 'base64')
  const cutter = new Cutter(open.layer.store, request, await looksOf(open, request, signal), mask, only)
  let paused = performance.now()
  for (const piece of cutter.pieces()) {
    if (piece !== null) send(piece)
    if (performance.now() - paused < stretchMs) continue
    await new Promise(setImmediate)
    if (signal.aborted) throw new CancelledError()
    paused = performance.now()
  }
  // The next view will be a smaller one, or the user clicks somewhere: the index is made while the picture is painted.
  setImmediate(() => indexOf(open.layer.store))
}

/** Chosen features as one piece, whatever lies over them. Null when nothing of them is in the picture. */
export function cutFeatures(store: LayerStore, request: CutRequest, looks: Looks, features: Uint32Array): Uint8Array<ArrayBuffer> | null {
  return new Cutter(store, request, looks).only(features)
}

const [isPoint, isArea] = [kindsOf('Point'), kindsOf('Polygon')]

/** For each kind of the store, whether it is made of one shape. */
function kindsOf(shape: string): readonly boolean[] {
  return geometryTypes.map((type) => type === shape || type === `Multi${shape}`)
}

const collectionKind = geometryTypes.indexOf('GeometryCollection')

class Cutter {
  private readonly store: LayerStore
  private readonly looks: Looks
  /** Features that are there; null for all. */
  private readonly mask: Mask | null
  /** Bits of the features that are asked for; null for all. */
  private readonly chosen: Uint8Array | null
  /** Units a pixel. */
  private readonly resolution: number
  /** Half a pixel, in units. */
  private readonly tolerance: number
  private readonly west: number
  private readonly north: number
  /** The picture and what reaches into it. */
  private readonly near: UnitBox
  private readonly writer: PieceWriter
  private readonly run = new Run()
  private readonly size: [width: number, height: number]
  /** Every mark counts, whatever else is in its place. */
  private takesAll = false
  private points: Coverage | null = null
  private lines: Coverage | null = null
  private areas: Coverage | null = null
  private readonly marks: readonly CutMark[]

  constructor(
    store: LayerStore,
    { box, resolution, reachPx, marks = [] }: CutRequest,
    looks: Looks,
    mask: Mask | null = null,
    chosen: Uint8Array | null = null,
  ) {
    this.store = store
    this.looks = looks
    this.mask = mask
    this.chosen = chosen
    this.marks = marks
    this.writer = new PieceWriter(looks.shares !== null)
    this.resolution = resolution * unitsPerMetre
    this.tolerance = this.resolution / 2
    const [west, south, east, north] = box.map((metres) => metres * unitsPerMetre) as [number, number, number, number]
    // What is put on the net moves by a quarter of a pixel.
    const reach = (Math.ceil(reachPx) + 1) * this.resolution
    this.west = west
    this.north = north
    this.near = [west - reach, south - reach, east + reach, north + reach]
    this.size = [(east - west + 2 * reach) / this.resolution, (north - south + 2 * reach) / this.resolution]
  }

  /** Pieces as they come; null now and then in between, where a pause can be made. */
  *pieces(): Generator<Uint8Array<ArrayBuffer> | null> {
    const { mask, chosen } = this
    const near = featuresIn(this.store, this.near)
    const passing = mask === null ? near : near.filter((feature) => mask.has(feature))
    const candidates = this.largestFirst(chosen === null ? passing : passing.filter((feature) => isMatching(chosen, feature)))
    const dropped = new Uint8Array(candidates.length)
    yield* this.drop(candidates, dropped)
    for (let i = 0; i < candidates.length; i++) {
      if ((i & 0x1ff) === 0) yield null
      if (dropped[i] === 1) continue
      this.feature(candidates[i] as number)
      if (this.writer.isFull) yield this.writer.take()
    }
    const last = this.writer.take()
    if (last !== null) yield last
  }

  /** In the order of drawing: where sizes differ, the small ones come over the large ones. Of one size, the order of the file stays. */
  private largestFirst(features: Uint32Array): Uint32Array {
    const { shares } = this.looks
    if (shares === null) return features
    // One number a feature: what is less comes first. Sorted as numbers, which takes a tenth of the time that a comparison would.
    const keys = Float64Array.from(features, (feature, at) => (wholeShare - (shares[feature] as number)) * 2 ** 32 + at)
    return Uint32Array.from(keys.toSorted(), (key) => features[key % 2 ** 32] as number)
  }

  only(features: Uint32Array): Uint8Array<ArrayBuffer> | null {
    this.takesAll = true
    for (const feature of features) this.feature(feature)
    return this.writer.take()
  }

  /**
   * Of points, and of features that are smaller than half a pixel, the topmost in each half pixel stays; and nothing stays that is wholly under the points of the picture.
   *
   * @param dropped is set to 1 for those that go
   */
  private *drop(candidates: Uint32Array, dropped: Uint8Array): Generator<null> {
    const hiding = this.marks.some(({ solidPx }) => solidPx > 0) ? Hiding.of(...this.size) : null
    yield* this.dropOf(true, candidates, dropped, hiding)
    yield* this.dropOf(false, candidates, dropped, hiding)
  }

  /** @param points those, which lie over all the others, or the others */
  private *dropOf(points: boolean, candidates: Uint32Array, dropped: Uint8Array, hiding: Hiding | null): Generator<null> {
    const { kinds } = this.store
    for (let i = candidates.length - 1; i >= 0; i--) {
      if ((i & 0xfff) === 0) yield null
      const feature = candidates[i] as number
      const kind = kinds[feature] as number
      if (isPoint[kind] !== points || kind === collectionKind) continue
      const isTiny = this.isTiny(feature)
      if (isTiny) {
        const vertex = this.firstVertex(feature)
        if (!this.take(points ? pointPart : isArea[kind] ? holePart : linePart, vertex, this.markOf(feature))) dropped[i] = 1
      }
      if (hiding === null || dropped[i] === 1) continue
      if (this.isHidden(feature, kind, hiding)) dropped[i] = 1
      else if (points && isTiny) this.layOn(hiding, feature)
    }
  }

  private isHidden(feature: number, kind: number, hiding: Hiding): boolean {
    const mark = this.cutMarkOf(feature)
    if (mark === undefined) return false
    const { boxes } = this.store
    const { near, resolution } = this
    const at = feature * 4
    const reach = isPoint[kind] ? mark.pointPx : isArea[kind] ? mark.areaPx : mark.linePx
    return hiding.hides(
      ((boxes[at] as number) - near[0]) / resolution,
      (near[3] - (boxes[at + 3] as number)) / resolution,
      ((boxes[at + 2] as number) - near[0]) / resolution,
      (near[3] - (boxes[at + 1] as number)) / resolution,
      // What is put on the net moves by a quarter of a pixel, and edges are smoothed over one.
      reach + 1.25,
    )
  }

  /** Lays the mark of a point, or of points that are marked as one. */
  private layOn(hiding: Hiding, feature: number): void {
    const solid = this.cutMarkOf(feature)?.solidPx ?? 0
    if (solid === 0) return
    const { xy } = this.store
    const vertex = this.firstVertex(feature)
    const x = ((xy[vertex * 2] as number) - this.near[0]) / this.resolution
    const y = (this.near[3] - (xy[vertex * 2 + 1] as number)) / this.resolution
    hiding.lay(x, y, solid)
  }

  private cutMarkOf(feature: number): CutMark | undefined {
    return this.marks[this.looks.classes?.[feature] ?? 0]
  }

  private feature(feature: number): void {
    const { featureEnds, partEnds, partKinds, kinds } = this.store
    const { writer } = this
    const kind = kinds[feature] as number
    const firstPart = feature === 0 ? 0 : (featureEnds[feature - 1] as number)
    if (kind !== collectionKind && this.isTiny(feature)) {
      this.dot(this.firstVertex(feature), partKinds[firstPart] as number)
    } else {
      const end = featureEnds[feature] as number
      for (let part = firstPart; part < end; part++) {
        const from = part === 0 ? 0 : (partEnds[part - 1] as number)
        this.part(partKinds[part] as number, from, partEnds[part] as number, this.markOf(feature))
      }
    }
    const { classes, shares } = this.looks
    writer.endFeature(feature, classes?.[feature] ?? 0, shares?.[feature] ?? 0)
  }

  /** @param kind of the part @param mark of its feature */
  private part(kind: number, from: number, to: number, mark: number): void {
    const { run, tolerance, store } = this
    if (kind === pointPart) {
      this.pointsOf(from, to, mark)
      return
    }
    copyNear(store.xy, from, to, this.near, run)
    if (kind === linePart) {
      if (this.isSmall(run)) {
        if (this.take(linePart, from, mark)) this.dot(from, kind)
        return
      }
      thinLine(run, tolerance)
    } else {
      netRing(run, tolerance)
      if (run.count === 1) {
        if (kind !== holePart && this.take(holePart, from, mark)) this.dot(from, kind)
        return
      }
    }
    this.write(kind)
  }

  private pointsOf(from: number, to: number, mark: number): void {
    const { xy } = this.store
    const [west, south, east, north] = this.near
    this.writer.reserve(to - from)
    for (let vertex = from; vertex < to; vertex++) {
      const x = xy[vertex * 2] as number
      const y = xy[vertex * 2 + 1] as number
      if (x < west || x > east || y < south || y > north) continue
      if (this.take(pointPart, vertex, mark)) this.vertex(x, y)
    }
    this.writer.endPart(partKind.points)
  }

  private write(kind: number): void {
    const { run, writer } = this
    writer.reserve(run.count)
    for (let i = 0; i < run.count; i++) this.vertex(run.xy[i * 2] as number, run.xy[i * 2 + 1] as number)
    writer.endPart(kind)
  }

  /** One vertex for a whole part. */
  private dot(vertex: number, kind: number): void {
    const { xy } = this.store
    this.writer.reserve(1)
    const x = xy[vertex * 2] as number
    const y = xy[vertex * 2 + 1] as number
    if (kind === pointPart || kind === linePart) this.vertex(x, y)
    else this.vertex(snapped(x, this.tolerance), snapped(y, this.tolerance))
    this.writer.endPart(kind)
  }

  /** Room must have been made. */
  private vertex(x: number, y: number): void {
    const { writer } = this
    const at = writer.vertexCount * 2
    writer.xy[at] = (x - this.west) / this.resolution
    writer.xy[at + 1] = (this.north - y) / this.resolution
    writer.vertexCount++
  }

  /** Marks the half pixel of a vertex. @returns false when it was marked alike before */
  private take(kind: number, vertex: number, mark: number): boolean {
    if (this.takesAll) return true
    const coverage =
      kind === pointPart
        ? (this.points ??= new Coverage(...this.size))
        : kind === linePart
          ? (this.lines ??= new Coverage(...this.size))
          : (this.areas ??= new Coverage(...this.size))
    const { xy } = this.store
    const x = ((xy[vertex * 2] as number) - this.near[0]) / this.resolution
    const y = (this.near[3] - (xy[vertex * 2 + 1] as number)) / this.resolution
    return coverage.take(x, y, mark)
  }

  /** What looks alike has one mark. Sizes are told apart as finely as a byte can, beside the class. */
  private markOf(feature: number): number {
    const { classes, shares } = this.looks
    const mark = classes?.[feature] ?? 0
    return (shares === null ? mark : (mark * 31 + ((shares[feature] as number) >> 8)) % 255) + 1
  }

  private firstVertex(feature: number): number {
    const { featureEnds, partEnds } = this.store
    const part = feature === 0 ? 0 : (featureEnds[feature - 1] as number)
    return part === 0 ? 0 : (partEnds[part - 1] as number)
  }

  private isTiny(feature: number): boolean {
    const { boxes } = this.store
    const at = feature * 4
    return (
      (boxes[at + 2] as number) - (boxes[at] as number) < this.tolerance &&
      (boxes[at + 3] as number) - (boxes[at + 1] as number) < this.tolerance
    )
  }

  private isSmall({ xy, count }: Run): boolean {
    for (let i = 1; i < count; i++) {
      if (Math.abs((xy[i * 2] as number) - (xy[0] as number)) >= this.tolerance) return false
      if (Math.abs((xy[i * 2 + 1] as number) - (xy[1] as number)) >= this.tolerance) return false
    }
    return true
  }
}

/** Collects a `LayerStore` while the file is read. Arrays grow by what the part of the file read so far foretells. */
import type { LayerStore } from './layerStore.ts'

type Growing = Int32Array | Uint32Array | Uint8Array | Float64Array

type FeatureRow = {
  kind: number
  flags: number
  start: number
  end: number
  propertiesAt: number
  propertiesLength: number
}

/** An array is not made larger than this by what the beginning of a file foretells, or than eight times what it was. */
const boldestBytes = 2 ** 28

export class LayerBuilder {
  xy = new Int32Array(8_192)
  partEnds = new Uint32Array(1_024)
  partKinds = new Uint8Array(1_024)
  vertexCount = 0
  partCount = 0
  featureCount = 0
  /** Share of the file that was read, to foretell how large the arrays will be. */
  shareRead = 0

  private featureEnds = new Uint32Array(1_024)
  private kinds = new Uint8Array(1_024)
  private flags = new Uint8Array(1_024)
  private boxes = new Int32Array(4_096)
  private starts = new Float64Array(1_024)
  private ends = new Float64Array(1_024)
  private propertiesAt = new Uint32Array(1_024)
  private propertiesLength = new Uint32Array(1_024)

  /** Makes room for some more vertices. */
  reserveVertices(more: number): void {
    this.xy = this.roomFor(this.xy, (this.vertexCount + more) * 2)
  }

  /** Ends a part at the last vertex. */
  endPart(kind: number): void {
    const part = this.partCount
    if (part === this.partEnds.length) {
      this.partEnds = this.roomFor(this.partEnds, part + 1)
      this.partKinds = this.roomFor(this.partKinds, this.partEnds.length)
    }
    this.partEnds[part] = this.vertexCount
    this.partKinds[part] = kind
    this.partCount++
  }

  /** Vertex at which a part begins. */
  partStart(part: number): number {
    return part === 0 ? 0 : (this.partEnds[part - 1] as number)
  }

  /** Forgets parts and vertices from a place on. */
  truncate(vertices: number, parts: number): void {
    this.vertexCount = vertices
    this.partCount = parts
  }

  /** Forgets the last features, with all that belongs to them. */
  truncateFeatures(features: number, vertices: number, parts: number): void {
    this.featureCount = features
    this.truncate(vertices, parts)
  }

  /** Forgets what belongs to no feature yet. */
  truncateToFeatures(): void {
    const parts = this.featureCount === 0 ? 0 : (this.featureEnds[this.featureCount - 1] as number)
    this.truncate(this.partStart(parts), parts)
  }

  /** Moves vertices and their parts down over a gap, so that they begin where the gap did. */
  closeGap(gap: { vertex: number; part: number }, kept: { vertex: number; part: number; vertexEnd: number; partEnd: number }): void {
    const shift = kept.vertex - gap.vertex
    this.xy.copyWithin(gap.vertex * 2, kept.vertex * 2, kept.vertexEnd * 2)
    for (let part = kept.part; part < kept.partEnd; part++) {
      const target = part - kept.part + gap.part
      this.partEnds[target] = (this.partEnds[part] as number) - shift
      this.partKinds[target] = this.partKinds[part] as number
    }
    this.truncate(kept.vertexEnd - shift, kept.partEnd - kept.part + gap.part)
  }

  /** Adds a feature that ends with the last part, and began with the first part after the feature before. */
  addFeature(row: FeatureRow): void {
    const feature = this.featureCount
    if (feature === this.kinds.length) this.growFeatures(feature + 1)
    const firstVertex = feature === 0 ? 0 : this.partStart(this.featureEnds[feature - 1] as number)
    this.featureEnds[feature] = this.partCount
    this.kinds[feature] = row.kind
    this.flags[feature] = row.flags
    this.starts[feature] = row.start
    this.ends[feature] = row.end
    this.propertiesAt[feature] = row.propertiesAt
    this.propertiesLength[feature] = row.propertiesLength
    this.measure(feature, firstVertex)
    this.featureCount++
  }

  /** Box of a feature, in units, at `boxes[feature * 4]`. */
  private measure(feature: number, firstVertex: number): void {
    const { xy, boxes } = this
    const end = this.vertexCount * 2
    let west = 0
    let south = 0
    let east = 0
    let north = 0
    for (let i = firstVertex * 2; i < end; i += 2) {
      const x = xy[i] as number
      const y = xy[i + 1] as number
      if (i === firstVertex * 2) {
        west = east = x
        south = north = y
      } else {
        if (x < west) west = x
        else if (x > east) east = x
        if (y < south) south = y
        else if (y > north) north = y
      }
    }
    boxes[feature * 4] = west
    boxes[feature * 4 + 1] = south
    boxes[feature * 4 + 2] = east
    boxes[feature * 4 + 3] = north
  }

  finish(): LayerStore {
    const { featureCount, vertexCount, partCount } = this
    return {
      featureCount,
      vertexCount,
      partCount,
      xy: exact(this.xy, vertexCount * 2),
      partEnds: exact(this.partEnds, partCount),
      partKinds: exact(this.partKinds, partCount),
      featureEnds: exact(this.featureEnds, featureCount),
      kinds: exact(this.kinds, featureCount),
      flags: exact(this.flags, featureCount),
      boxes: exact(this.boxes, featureCount * 4),
      starts: exact(this.starts, featureCount),
      ends: exact(this.ends, featureCount),
      propertiesAt: exact(this.propertiesAt, featureCount),
      propertiesLength: exact(this.propertiesLength, featureCount),
    }
  }

  private growFeatures(count: number): void {
    this.kinds = this.roomFor(this.kinds, count)
    const room = this.kinds.length
    this.featureEnds = this.roomFor(this.featureEnds, room)
    this.flags = this.roomFor(this.flags, room)
    this.boxes = this.roomFor(this.boxes, room * 4)
    this.starts = this.roomFor(this.starts, room)
    this.ends = this.roomFor(this.ends, room)
    this.propertiesAt = this.roomFor(this.propertiesAt, room)
    this.propertiesLength = this.roomFor(this.propertiesLength, room)
  }

  private roomFor<T extends Growing>(array: T, count: number): T {
    if (count <= array.length) return array
    // Half as much again; or, once a little of the file is known, what the whole of it will need. Every copy is paid by the page, and room that is not used is not: the sooner it is made the better.
    const foretold = this.shareRead > 0.01 ? (array.length / this.shareRead) * 1.05 : array.length * 2
    const boldest = Math.max(array.length * 8, boldestBytes / array.BYTES_PER_ELEMENT)
    const capacity = Math.ceil(Math.max(count, array.length * 1.25, Math.min(foretold, boldest)))
    const larger = new (array.constructor as new (length: number) => T)(capacity)
    larger.set(array)
    return larger
  }
}

/** Cuts the slack off, where there is enough of it to be worth a copy: what was never written to is not in memory. */
function exact<T extends Growing>(array: T, length: number): T {
  return (array.length - length < array.length / 4 ? array.subarray(0, length) : array.slice(0, length)) as T
}

/** Writes the pieces of a cut; their layout is in `contract/pieces.ts`. */
import { pieceHeaderBytes, sharesStart } from '../../contract/pieces.ts'

/** A piece is given away when it has that many vertices or features: some hundred kilobytes, so that painting begins while cutting goes on. */
const vertexGoal = 32_768
const featureGoal = 16_384

export class PieceWriter {
  /** Pixels, x and y. Room is made by `reserve`. */
  xy = new Float32Array(vertexGoal * 2 + 4_096)
  vertexCount = 0
  private partCount = 0
  private featureCount = 0
  private vertexEnds = new Uint32Array(featureGoal * 2)
  private partKinds = new Uint8Array(featureGoal * 2)
  private readonly ids = new Uint32Array(featureGoal)
  private readonly partEnds = new Uint32Array(featureGoal)
  private readonly classes = new Uint8Array(featureGoal)
  /** Null where features do not differ in size. */
  private readonly shares: Uint16Array | null

  /** @param hasShares whether it is written how large each feature is */
  constructor(hasShares = false) {
    this.shares = hasShares ? new Uint16Array(featureGoal) : null
  }

  get isFull(): boolean {
    return this.vertexCount >= vertexGoal || this.featureCount >= featureGoal
  }

  /** Makes room for more vertices. */
  reserve(vertices: number): void {
    const wanted = (this.vertexCount + vertices) * 2
    if (wanted <= this.xy.length) return
    const larger = new Float32Array(Math.max(wanted, this.xy.length * 2))
    larger.set(this.xy)
    this.xy = larger
  }

  /** Ends a part at the last vertex. A part without vertices is none. */
  endPart(kind: number): void {
    const part = this.partCount
    if (this.vertexCount === (part === 0 ? 0 : this.vertexEnds[part - 1])) return
    if (part === this.vertexEnds.length) {
      this.vertexEnds = doubled(this.vertexEnds)
      this.partKinds = doubled(this.partKinds)
    }
    this.vertexEnds[part] = this.vertexCount
    this.partKinds[part] = kind
    this.partCount++
  }

  /** Ends a feature at the last part. A feature without parts is none. */
  endFeature(id: number, classIndex: number, share = 0): void {
    const feature = this.featureCount
    if (this.partCount === (feature === 0 ? 0 : this.partEnds[feature - 1])) return
    this.ids[feature] = id
    this.partEnds[feature] = this.partCount
    this.classes[feature] = classIndex
    if (this.shares !== null) this.shares[feature] = share
    this.featureCount++
  }

  /** The piece as far as it was written, in a buffer of its own; the next one begins. Null when there is nothing in it. */
  take(): Uint8Array<ArrayBuffer> | null {
    const { featureCount: features, partCount: parts, vertexCount: vertices } = this
    if (features === 0) return null
    const sharesAt = sharesStart(features, parts, vertices)
    const length = this.shares === null ? sharesAt : sharesAt + features * 2
    const bytes = new Uint8Array(Math.ceil(length / 4) * 4)
    new Uint32Array(bytes.buffer, 0, 4).set([bytes.length, features, parts, vertices])
    let at = pieceHeaderBytes
    const put = (array: Float32Array | Uint32Array | Uint16Array | Uint8Array): void => {
      bytes.set(new Uint8Array(array.buffer, array.byteOffset, array.byteLength), at)
      at += array.byteLength
    }
    put(this.xy.subarray(0, vertices * 2))
    put(this.ids.subarray(0, features))
    put(this.partEnds.subarray(0, features))
    put(this.vertexEnds.subarray(0, parts))
    put(this.partKinds.subarray(0, parts))
    put(this.classes.subarray(0, features))
    at = sharesAt
    if (this.shares !== null) put(this.shares.subarray(0, features))
    this.vertexCount = this.partCount = this.featureCount = 0
    return bytes
  }
}

function doubled<T extends Uint32Array | Uint8Array>(array: T): T {
  const larger = new (array.constructor as new (length: number) => T)(array.length * 2)
  larger.set(array)
  return larger
}

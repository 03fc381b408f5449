/**
 * A layer as flat arrays. Every feature of the file has a row, those that are not drawn too, so that a row number is the feature's index in the file.
 *
 * Vertices are fixed-point Web Mercator (`mercator.ts`). A part is a run of vertices: points, one line, or one ring; holes follow their outer ring.
 */
import { type GeometryType, geometryTypes } from '../../contract/layer.ts'

export const pointPart = 0
export const linePart = 1
export const outerRingPart = 2
export const holePart = 3

/** Values of `LayerStore.kinds`: an index into the contract's `geometryTypes`, or one of these. */
export const noGeometry = 254
export const skipped = 255

/** Bits of `LayerStore.flags`. */
export const flag = {
  /** The geometry that is drawn is not the one in the file to the letter: repaired, cut at the antimeridian or taken around the world. */
  rebuilt: 1,
  /** A geometry without a feature around it. */
  bare: 2,
} as const

/** Of a feature's properties: too far from its start to be counted in 32 bits. They are then looked for in the feature's bytes. */
export const farAway = 0xffff_ffff

export interface LayerStore {
  readonly featureCount: number
  readonly vertexCount: number
  readonly partCount: number
  /** x, y, x, y, … */
  readonly xy: Int32Array
  /** Index of the vertex after a part's last. */
  readonly partEnds: Uint32Array
  readonly partKinds: Uint8Array
  /** Index of the part after a feature's last. */
  readonly featureEnds: Uint32Array
  readonly kinds: Uint8Array
  readonly flags: Uint8Array
  /** West, south, east, north of each feature, in units; all 0 where nothing is drawn. */
  readonly boxes: Int32Array
  /** Offset in the file of a feature's first byte and of the byte after its last. */
  readonly starts: Float64Array
  readonly ends: Float64Array
  /** Where a feature's `properties` object begins, in bytes from the feature's start; 0 when it has none. */
  readonly propertiesAt: Uint32Array
  readonly propertiesLength: Uint32Array
}

export function isDrawn(kind: number): boolean {
  return kind < geometryTypes.length
}

export function geometryTypeOf(kind: number): GeometryType | null {
  return geometryTypes[kind] ?? null
}

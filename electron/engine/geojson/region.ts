/** What was read of one geometry: a stretch of the builder's vertices and parts, and what is known of it. */
import type { LayerBuilder } from '../store/layerBuilder.ts'

/** Why a feature cannot be taken, and where. */
export type Fault = { message: string; line: number; column: number }

/** The extremes of the positions, in degrees as they were written (after reprojection and wrapping). */
export type Extent = { west: number; south: number; east: number; north: number }

export class Region {
  vertex: number
  part: number
  vertexEnd = 0
  partEnd = 0
  /** Index of the geometry type; −1 while it is not known. */
  kind = -1
  /** Arrays around each position, from 0 (a Point's) to 3; −1 when there is no position. */
  positionDepth = -1
  fault: Fault | null = null
  extent: Extent = { west: Infinity, south: Infinity, east: -Infinity, north: -Infinity }
  /** Longitudes beyond ±180° were taken around the world. */
  wrapped = false
  /** Latitudes beyond the edge of the map. */
  polar = false
  rebuilt = false
  /** Sentences about what was repaired. */
  repairs: string[] | null = null
  /** Evidence that two numbers are in the wrong order, or are no degrees at all. */
  looksSwapped = false
  looksProjected = false

  constructor(builder: LayerBuilder) {
    this.vertex = builder.vertexCount
    this.part = builder.partCount
  }

  get isEmpty(): boolean {
    return this.partEnd === this.part
  }

  end(builder: LayerBuilder): void {
    this.vertexEnd = builder.vertexCount
    this.partEnd = builder.partCount
  }

  /** Moves the region down to where something else began that is not wanted, and drops whatever follows it. */
  moveTo(builder: LayerBuilder, vertex: number, part: number): void {
    if (this.vertex !== vertex || this.part !== part) builder.closeGap({ vertex, part }, this)
    else builder.truncate(this.vertexEnd, this.partEnd)
    this.vertexEnd -= this.vertex - vertex
    this.partEnd -= this.part - part
    this.vertex = vertex
    this.part = part
  }

  /** Takes over what is known of a geometry inside of this one. */
  include(inner: Region): void {
    this.fault ??= inner.fault
    this.wrapped ||= inner.wrapped
    this.polar ||= inner.polar
    this.rebuilt ||= inner.rebuilt
    this.looksSwapped ||= inner.looksSwapped
    this.looksProjected ||= inner.looksProjected
    for (const sentence of inner.repairs ?? []) this.note(sentence)
    const { extent } = this
    extent.west = Math.min(extent.west, inner.extent.west)
    extent.south = Math.min(extent.south, inner.extent.south)
    extent.east = Math.max(extent.east, inner.extent.east)
    extent.north = Math.max(extent.north, inner.extent.north)
  }

  note(sentence: string): void {
    this.repairs ??= []
    if (!this.repairs.includes(sentence)) this.repairs.push(sentence)
  }
}

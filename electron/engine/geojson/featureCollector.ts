/** Takes features that were read into the layer: drawn, without geometry, or skipped; counts them, and keeps what is wrong with them. */
import type { GeometryType, LayerProblem } from '../../contract/layer.ts'
import { geometryTypes } from '../../contract/layer.ts'
import { LayerBuilder } from '../store/layerBuilder.ts'
import { farAway, flag, noGeometry, skipped } from '../store/layerStore.ts'
import { LonCover } from '../store/lonCover.ts'
import { ProblemList } from '../store/problemList.ts'
import { Evidence } from './evidence.ts'
import type { Frame } from './frame.ts'
import { degreesOf } from './geometry.ts'
import { featureCollectionKind, featureKind, unknownKind } from './kinds.ts'
import type { Region } from './region.ts'

export class FeatureCollector {
  readonly builder = new LayerBuilder()
  readonly problems = new ProblemList()
  readonly evidence = new Evidence()
  readonly geometries: Partial<Record<GeometryType, number>> = {}
  drawn = 0
  withoutGeometry = 0
  /** What was in the place of a feature and has nothing of one. */
  strangers = 0
  /** Lines of the first feature with longitudes beyond ±180°, and of the first beyond the edge of the map; 0 when there is none. */
  wrappedAt = 0
  polarAt = 0

  private readonly cover = new LonCover()
  private south = Infinity
  private north = -Infinity

  /** `[west, south, east, north]` of what is drawn, in degrees. */
  get boundingBox(): [number, number, number, number] | null {
    const lons = this.cover.extent()
    return lons === null ? null : [lons[0], this.south, lons[1], this.north]
  }

  /** Counts something in a list of features that is none. */
  skip(what: string, line: number, column: number): void {
    const { builder } = this
    this.strangers++
    const problem = { outcome: 'skipped', feature: builder.featureCount, line, column } as const
    this.problems.add(problem, () => `It is ${what}, not a feature.`)
    builder.addFeature({ kind: skipped, flags: 0, start: 0, end: 0, propertiesAt: 0, propertiesLength: 0 })
  }

  /** Ends a feature: it is drawn, has no geometry, or is skipped. @returns false when it is skipped */
  add(frame: Frame, end: number): boolean {
    const { builder } = this
    const feature = builder.featureCount
    const isBare = frame.isGeometry
    const region = this.geometryOf(frame)
    const hasProperties = !isBare && frame.propertiesAt > 0
    const row = {
      start: frame.at,
      end,
      flags: 0,
      kind: noGeometry,
      propertiesAt: hasProperties ? Math.min(frame.propertiesAt, farAway) : 0,
      propertiesLength: hasProperties ? Math.min(frame.propertiesEnd - frame.propertiesAt, farAway) : 0,
    }
    if (region !== null && (region.fault !== null || !region.isEmpty)) this.evidence.add(region)
    if (region !== null && region.fault !== null) {
      const { message, line, column } = region.fault
      builder.truncate(frame.vertex, frame.part)
      row.kind = skipped
      builder.addFeature(row)
      this.problems.add({ outcome: 'skipped', feature, line, column }, () => message)
      return false
    }
    if (region === null || region.isEmpty) {
      builder.truncate(frame.vertex, frame.part)
      builder.addFeature(row)
      this.withoutGeometry++
    } else {
      region.moveTo(builder, frame.vertex, frame.part)
      row.kind = region.kind
      row.flags = (region.rebuilt || region.wrapped ? flag.rebuilt : 0) | (isBare ? flag.bare : 0)
      builder.addFeature(row)
      this.count(region, frame.line)
    }
    this.remarkOn(frame, region, feature)
    return true
  }

  private remarkOn(frame: Frame, region: Region | null, feature: number): void {
    const { line, column } = frame
    const add = (outcome: LayerProblem['outcome'], message: string): void =>
      this.problems.add({ outcome, feature, line, column }, () => message)
    if (frame.remark !== null) add('kept', frame.remark)
    if (frame.kind === unknownKind) add('repaired', 'It has no type; it was read as a Feature.')
    if (frame.isGeometry && frame.root < 0) {
      add('repaired', 'It is a geometry without a feature around it; it was read as a feature without attributes.')
    }
    for (const sentence of region?.repairs ?? []) add('repaired', sentence)
  }

  private geometryOf(frame: Frame): Region | null {
    const { builder } = this
    if (frame.typeConflicts && !frame.kindIsFixed) return frame.refuse(builder)
    if (frame.isGeometry) return frame.resolve(builder)
    if (frame.kind === featureKind || (frame.kind === unknownKind && frame.hasGeometry)) return frame.geometry
    if (frame.kind === unknownKind) {
      if (frame.coordinates !== null) return frame.refuse(builder, 'It has coordinates but no type.')
      this.strangers++
      return frame.refuse(builder, 'It has no type and no geometry.')
    }
    if (frame.kind === featureCollectionKind) return frame.refuse(builder, 'It is a FeatureCollection inside of a list of features.')
    return frame.refuse(builder, `Its type is ${frame.typeText}, not “Feature”.`)
  }

  private count(region: Region, line: number): void {
    const { cover } = this
    const { extent } = region
    this.drawn++
    const type = geometryTypes[region.kind] as GeometryType
    this.geometries[type] = (this.geometries[type] ?? 0) + 1
    if (region.wrapped && this.wrappedAt === 0) this.wrappedAt = line
    if (region.polar && this.polarAt === 0) this.polarAt = line
    if (extent.south < this.south) this.south = extent.south
    if (extent.north > this.north) this.north = extent.north
    // What spans half the world may be on both sides of the antimeridian, and nowhere else.
    if (extent.east - extent.west <= 180) cover.add(extent.west, extent.east)
    else for (let part = region.part; part < region.partEnd; part++) this.coverPart(part)
  }

  private coverPart(part: number): void {
    const { xy, partEnds } = this.builder
    let west = Infinity
    let east = -Infinity
    for (let v = this.builder.partStart(part); v < (partEnds[part] as number); v++) {
      west = Math.min(west, xy[v * 2] as number)
      east = Math.max(east, xy[v * 2] as number)
    }
    this.cover.add(degreesOf(west), degreesOf(east))
  }
}

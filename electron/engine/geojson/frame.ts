/** An object that is open and may be a feature, a geometry or, at the top, a collection: what was met of it so far, in whatever order it comes. */
import { geometryTypes } from '../../contract/layer.ts'
import type { LayerBuilder } from '../store/layerBuilder.ts'
import { collection, finishParts } from './geometry.ts'
import * as member from './members.ts'
import { featureCollectionKind, featureKind, unknownKind, wrongKind } from './kinds.ts'
import { Region } from './region.ts'

export class Frame {
  readonly at: number
  readonly line: number
  readonly column: number
  readonly vertex: number
  readonly part: number
  /** Number of the value at the top level; −1 below it. */
  readonly root: number
  /** An index into `geometryTypes`, or one of the constants of `kinds.ts`. */
  kind = unknownKind
  /** A type that GeoJSON does not have, as it is called in sentences. */
  typeText = ''
  /** The type was learnt by reading the file before. */
  kindIsFixed = false
  typeConflicts = false
  /** The member whose value comes next. */
  member = member.other
  coordinates: Region | null = null
  geometries: Region | null = null
  geometry: Region | null = null
  hasGeometry = false
  /** A remark on the properties. */
  remark: string | null = null
  propertiesAt = 0
  propertiesEnd = 0
  /** How many `features` members were met. */
  featureLists = 0
  /** What the builder held when the last list began. */
  readonly featuresBefore: number
  /** Members that were read although the type, which may forbid them, was not known. */
  private speculated = 0

  constructor(builder: LayerBuilder, place: { at: number; line: number; column: number }, root: number) {
    this.at = place.at
    this.line = place.line
    this.column = place.column
    this.vertex = builder.vertexCount
    this.part = builder.partCount
    this.featuresBefore = builder.featureCount
    this.root = root
  }

  get isKnown(): boolean {
    return this.kind !== unknownKind
  }

  get isGeometry(): boolean {
    return this.kind >= 0 && this.kind < geometryTypes.length
  }

  /** @param text is only asked for when the type is none of GeoJSON's */
  setType(known: number, text: () => string): void {
    if (this.kindIsFixed) return
    if (this.isKnown && known !== this.kind) this.typeConflicts = true
    this.kind = known
    if (known !== wrongKind) return
    this.typeText = text()
  }

  /** Whether one of these members was read before the type was known. */
  hasGuessed(...members: number[]): boolean {
    return members.some((one) => (this.speculated & (1 << one)) !== 0)
  }

  /** Whether a member can mean something here; remembers it when that is not sure yet. */
  mayHave(wanted: number): boolean {
    if (!this.isKnown) {
      this.speculated |= 1 << wanted
      return true
    }
    switch (wanted) {
      case member.features:
        return this.kind === featureCollectionKind
      case member.geometry:
      case member.properties:
        return this.kind === featureKind
      case member.geometries:
        return this.kind === collection
      default:
        return this.isGeometry && this.kind !== collection
    }
  }

  /** Gives the geometry that this object is. What is wrong with it is in the region's `fault`. */
  resolve(builder: LayerBuilder): Region {
    const chosen = this.kind === collection ? this.geometries : this.isGeometry ? this.coordinates : null
    if (chosen === null) return this.refuse(builder)
    chosen.moveTo(builder, this.vertex, this.part)
    chosen.kind = this.kind
    if (this.kind !== collection) finishParts(builder, chosen, this.kind, this)
    return chosen
  }

  /** A region with nothing in it but a fault. */
  refuse(builder: LayerBuilder, message: string = this.whatIsMissing()): Region {
    builder.truncate(this.vertex, this.part)
    const region = new Region(builder)
    region.end(builder)
    region.fault = { message, line: this.line, column: this.column }
    return region
  }

  private whatIsMissing(): string {
    if (this.typeConflicts) return 'Its type is given twice, and not the same.'
    if (this.kind === unknownKind) return 'Its geometry has no type.'
    if (this.kind === collection) return 'Its GeometryCollection has no geometries.'
    if (this.isGeometry) return `Its ${geometryTypes[this.kind] ?? 'geometry'} has no coordinates.`
    if (this.kind !== wrongKind) return `Its geometry is a ${this.kind === featureKind ? 'Feature' : 'FeatureCollection'}, not a geometry.`
    return `Its geometry’s type is ${this.typeText}, which GeoJSON does not have.`
  }
}

/**
 * Makes a layer of GeoJSON as the scanner goes over it. The order of members does not matter: what may turn out to be wanted is read, and dropped when the
 * type says otherwise. Where dropping is not enough (see `Hints`), the file is read a second time with what was learnt.
 *
 * As long as it is since it is one machine: what a member means depends on all that is open around it, and parts of it would share every state.
 */
import { geometryTypes } from '../../contract/layer.ts'
import type { Crs } from '../crs/find.ts'
import { asciiText } from '../json/number.ts'
import { depthLimit, type JsonScanner, type JsonSink, type Literal } from '../json/scanner.ts'
import { stringText } from '../json/text.ts'
import { CoordinateReader } from './coordinates.ts'
import { CreditMembers } from './creditMembers.ts'
import { CrsMember } from './crsMember.ts'
import { FeatureCollector } from './featureCollector.ts'
import { FieldStatistics } from './fieldStatistics.ts'
import { Frame } from './frame.ts'
import { featureCollectionKind, featureKind, kindOf, unknownKind, wrongKind } from './kinds.ts'
import * as member from './members.ts'
import { isEsriJson, NotGeoJson } from './notGeoJson.ts'
import { Placer } from './placer.ts'
import { quote } from './quote.ts'
import { Region } from './region.ts'

/** What the container that is open is. */
const atRoot = 0
const item = 1
const featureList = 2
const geometryObject = 3
const geometryList = 4
const coordinateList = 5
const propertiesObject = 6
const crsObject = 7
const crsProperties = 8
const foreign = 9

/** What reading the file once has taught, by number of the value at the top level. */
export type Hints = Map<number, { kind: number; featureList: number }>

const point = geometryTypes.indexOf('Point')

export class GeoJsonReader implements JsonSink {
  wantsPositions = false
  readonly layer = new FeatureCollector()
  readonly builder = this.layer.builder
  readonly fields = new FieldStatistics()
  readonly credits = new CreditMembers()
  /** What a second reading has to know. Empty when none is needed. */
  readonly learnt: Hints = new Map()
  /** A collection whose type is missing. */
  untypedCollection = false

  private scanner!: JsonScanner
  private readonly hints: Hints
  private readonly crsMember: CrsMember
  private readonly coordinates: CoordinateReader
  private readonly roles = new Uint8Array(depthLimit + 2)
  private depth = 0
  private readonly frames: Frame[] = []
  /** The innermost frame; only used where there is one. */
  private frame!: Frame
  private roots = 0
  private readonly rootNames: string[] = []

  /**
   * @param crs how to read the coordinates
   * @param declared name under which the file declares it; null when it has not been met
   */
  constructor(crs: Crs, declared: string | null, hints: Hints) {
    this.hints = hints
    this.crsMember = new CrsMember(declared)
    this.coordinates = new CoordinateReader(this.builder, new Placer(this.builder, crs), () => this.scanner)
  }

  /** Must be called before the scanner is pushed. */
  attach(scanner: JsonScanner): void {
    this.scanner = scanner
  }

  /** Whether a feature has begun and not ended, for the sentence about a file that ends too early. */
  get isInsideFeature(): boolean {
    const outer = this.frames[0]
    if (outer === undefined) return false
    return this.frames.length > 1 || this.roles[1] === featureList || outer.kind === featureKind || outer.isGeometry
  }

  /** Whether the file says which reference system it uses. */
  get declaresCrs(): boolean {
    return this.crsMember.isDeclared
  }

  openObject(at: number): void {
    const { frame } = this
    let role = foreign
    switch (this.roles[this.depth]) {
      case atRoot:
        role = item
        this.pushFrame(at, this.roots++)
        break
      case featureList:
        role = item
        this.pushFrame(at, -1)
        break
      case geometryList:
        role = geometryObject
        this.pushFrame(at, -1)
        break
      case item:
        role = this.openMember(frame, at)
        break
      case geometryObject:
        this.scalar('an object', at)
        break
      case coordinateList:
        this.coordinates.wrong('an object', at)
        break
      case propertiesObject:
        this.fields.json(this.builder.featureCount)
        break
      case crsObject:
        if (this.crsMember.member === member.properties) role = crsProperties
        break
      default:
    }
    this.wantsPositions = false
    this.roles[++this.depth] = role
  }

  closeObject(end: number): void {
    switch (this.roles[this.depth--]) {
      case item:
        this.closeItem(end)
        break
      case geometryObject:
        this.closeGeometry()
        break
      case propertiesObject:
        this.frame.propertiesEnd = end - this.frame.at
        break
      case crsObject:
        this.crsMember.close(this.scanner.line)
        break
      default:
    }
    this.wantsPositions = this.roles[this.depth] === coordinateList
  }

  openArray(at: number): void {
    const { frame } = this
    let role = foreign
    switch (this.roles[this.depth]) {
      case atRoot:
        role = featureList
        this.roots++
        break
      case featureList:
        this.skipFeature('a list', at)
        break
      case item:
      case geometryObject:
        role = this.openListMember(frame, at)
        break
      case geometryList:
        this.failGeometries('a list')
        break
      case coordinateList:
        role = coordinateList
        this.coordinates.openArray(at)
        break
      case propertiesObject:
        this.fields.json(this.builder.featureCount)
        break
      default:
    }
    this.wantsPositions = role === coordinateList
    this.roles[++this.depth] = role
  }

  closeArray(end: number): void {
    const role = this.roles[this.depth--]
    if (role === coordinateList) this.coordinates.closeArray(end)
    else if (role === geometryList) this.frame.geometries?.end(this.builder)
    this.wantsPositions = this.roles[this.depth] === coordinateList
  }

  takePositions(bytes: Uint8Array, i: number, length: number, base: number): number {
    if (this.roles[this.depth] === coordinateList) return this.coordinates.takePositions(bytes, i, length, base)
    const region = this.coordinates.start()
    const next = this.coordinates.takePositions(bytes, i, length, base)
    if (next === i) return i
    this.frame.mayHave(member.coordinates)
    this.frame.coordinates = region
    this.wantsPositions = false
    return next
  }

  key(bytes: Uint8Array, from: number, to: number, escaped: boolean): void {
    switch (this.roles[this.depth]) {
      case propertiesObject:
        this.fields.key(bytes, from, to, escaped)
        break
      case item:
      case geometryObject: {
        const { frame } = this
        frame.member = memberOf(bytes, from, to, escaped)
        this.wantsPositions = frame.member === member.coordinates && (frame.kind === point || frame.kind === unknownKind)
        if (frame.root === 0 && this.rootNames.length < 50) {
          const name = stringText(bytes, from, Math.min(to, from + 100), false)
          this.rootNames.push(name)
          this.credits.begin(name)
        }
        break
      }
      case crsObject:
      case crsProperties:
        this.crsMember.member = memberOf(bytes, from, to, escaped)
        break
      default:
    }
  }

  string(bytes: Uint8Array, from: number, to: number, escaped: boolean, at: number): void {
    switch (this.roles[this.depth]) {
      case propertiesObject:
        this.fields.text(bytes, from, to, this.builder.featureCount)
        break
      case coordinateList:
        this.coordinates.wrong(`text (${quote(stringText(bytes, from, to, escaped))})`, at)
        break
      case crsObject:
      case crsProperties:
        this.crsMember.value(stringText(bytes, from, to, escaped), this.roles[this.depth] === crsProperties)
        break
      case item:
      case geometryObject:
        if (this.frame.member === member.type)
          this.frame.setType(kindOf(bytes, from, to, escaped), () => quote(stringText(bytes, from, to, escaped)))
        else if (this.frame.member === member.crs && this.frame.root >= 0)
          this.crsMember.named(stringText(bytes, from, to, escaped), this.scanner.line)
        else if (this.frame.root === 0 && this.credits.takes(to - from)) this.credits.add(stringText(bytes, from, to, escaped))
        else this.scalar('text', at)
        break
      default:
        this.scalar('text', at)
    }
  }

  number(bytes: Uint8Array, from: number, to: number, at: number): void {
    const role = this.roles[this.depth]
    if (role === propertiesObject) this.fields.number(bytes, from, to, this.builder.featureCount)
    else if (role === coordinateList) this.coordinates.number(bytes, from, to, at)
    else if (role === crsProperties) this.crsMember.value(asciiText(bytes, from, to), true)
    else this.scalar('a number', at)
  }

  literal(value: Literal, at: number): void {
    const role = this.roles[this.depth]
    if (role === propertiesObject) {
      if (value !== 'null') this.fields.boolean(this.builder.featureCount)
    } else if (role === coordinateList) this.coordinates.wrong(value, at)
    else this.scalar(value, at)
  }

  /**
   * Ends the reading here: the features that were complete stay, what was begun is forgotten.
   *
   * @returns how many features there are
   */
  giveUpRest(): number {
    const { builder, layer } = this
    builder.truncateToFeatures()
    this.fields.forget(builder.featureCount)
    const outer = this.frames[0]
    // What stood before the list of features may be one itself, and lies among theirs.
    const isMixed = outer?.hasGuessed(member.geometry, member.geometries, member.coordinates, member.properties) === true
    return isMixed && outer.featureLists > 0 ? 0 : layer.drawn + layer.withoutGeometry
  }

  /** @throws NotGeoJson when the whole file turns out to be something else */
  finish(): void {
    const { featureCount } = this.builder
    if (featureCount === 0 && this.roots === 1 && this.rootNames.length === 0) throw new NotGeoJson('emptyList', [], '')
    if (featureCount > 0 && this.layer.strangers === featureCount) throw new NotGeoJson('strangers', this.rootNames, '')
  }

  private pushFrame(at: number, root: number): void {
    const { scanner } = this
    this.frame = new Frame(this.builder, { at, line: scanner.line, column: scanner.columnOf(at) }, root)
    this.frames.push(this.frame)
    const hint = root >= 0 ? this.hints.get(root) : undefined
    if (hint !== undefined) {
      this.frame.kind = hint.kind
      this.frame.kindIsFixed = true
    }
  }

  private popFrame(): void {
    this.frames.pop()
    const outer = this.frames.at(-1)
    if (outer !== undefined) this.frame = outer
  }

  /** An object as a member of a feature, a geometry or a collection. */
  private openMember(frame: Frame, at: number): number {
    switch (frame.member) {
      case member.geometry:
        if (!frame.mayHave(member.geometry)) return foreign
        this.pushFrame(at, -1)
        return geometryObject
      case member.properties:
        if (!frame.mayHave(member.properties)) return foreign
        frame.propertiesAt = at - frame.at
        frame.remark = null
        this.fields.startFeature()
        return propertiesObject
      case member.crs:
        if (frame.root < 0) return foreign
        this.crsMember.open()
        return crsObject
      default:
        this.scalar('an object', at)
        return foreign
    }
  }

  /** A list as a member of a feature, a geometry or a collection. */
  private openListMember(frame: Frame, at: number): number {
    switch (frame.member) {
      case member.coordinates:
        if (!frame.mayHave(member.coordinates)) return foreign
        frame.coordinates = this.coordinates.start()
        this.coordinates.openArray(at)
        return coordinateList
      case member.geometries:
        if (!frame.mayHave(member.geometries)) return foreign
        frame.geometries = new Region(this.builder)
        return geometryList
      case member.features: {
        if (frame.root < 0 || !frame.mayHave(member.features)) return foreign
        frame.featureLists++
        const wanted = this.hints.get(frame.root)?.featureList
        return wanted === undefined || wanted === frame.featureLists ? featureList : foreign
      }
      default:
        this.scalar('a list', at)
        return foreign
    }
  }

  /** A value of a kind that does not belong where it stands. */
  private scalar(what: string, at: number): void {
    const { frame } = this
    switch (this.roles[this.depth]) {
      case atRoot:
        if (this.roots++ === 0) throw new NotGeoJson(what, [], '')
        this.skipFeature(what, at)
        break
      case featureList:
        this.skipFeature(what, at)
        break
      case geometryList:
        if (what !== 'null') this.failGeometries(what)
        break
      case item:
      case geometryObject:
        if (frame.member === member.type) frame.setType(wrongKind, () => what)
        else if (frame.member === member.coordinates) this.failCoordinates(frame, what)
        else if (frame.member === member.geometries && frame.mayHave(member.geometries)) {
          frame.geometries = frame.refuse(this.builder, `Its geometries are ${what}, not a list.`)
        } else if (frame.member === member.geometry && frame.mayHave(member.geometry)) {
          frame.hasGeometry = true
          frame.geometry = what === 'null' ? null : frame.refuse(this.builder, `Its geometry is ${what}, not an object.`)
        } else if (frame.member === member.properties && frame.mayHave(member.properties)) {
          frame.propertiesAt = 0
          frame.remark = what === 'null' ? null : `Its properties are ${what}, not an object; they are left out.`
        } else if (frame.member === member.features && frame.root >= 0 && frame.mayHave(member.features)) frame.remark = what
        break
      default:
    }
  }

  private failCoordinates(frame: Frame, what: string): void {
    if (frame.mayHave(member.coordinates)) frame.coordinates = frame.refuse(this.builder, `Its coordinates are ${what}, not a list.`)
  }

  private failGeometries(what: string): void {
    const { line, column } = this.frame
    const region = this.frame.geometries
    if (region !== null) region.fault ??= { message: `One of its geometries is ${what}, not an object.`, line, column }
  }

  private skipFeature(what: string, at: number): void {
    this.layer.skip(what, this.scanner.line, this.scanner.columnOf(at))
  }

  private closeGeometry(): void {
    const region = this.frame.resolve(this.builder)
    this.popFrame()
    if (this.roles[this.depth] === item) {
      this.frame.hasGeometry = true
      this.frame.geometry = region
    } else this.frame.geometries?.include(region)
  }

  private closeItem(end: number): void {
    const { frame } = this
    this.popFrame()
    if (frame.root < 0) this.take(frame, end)
    else this.closeRoot(frame, end)
  }

  private take(frame: Frame, end: number): void {
    const feature = this.builder.featureCount
    if (!this.layer.add(frame, end)) this.fields.forget(feature)
  }

  private closeRoot(frame: Frame, end: number): void {
    const isCollection = frame.kind === featureCollectionKind || (frame.kind === unknownKind && frame.featureLists > 0)
    if (!frame.kindIsFixed && this.mustReadAgain(frame, isCollection)) {
      this.learnt.set(frame.root, { kind: isCollection ? featureCollectionKind : frame.kind, featureList: frame.featureLists })
    }
    if (isCollection) {
      if (frame.featureLists === 0)
        throw new NotGeoJson(frame.remark === null ? 'noFeatures' : `features:${frame.remark}`, this.rootNames, '')
      if (frame.kind === unknownKind && isEsriJson(this.rootNames)) throw new NotGeoJson('', this.rootNames, '')
      this.untypedCollection ||= frame.kind === unknownKind
      return
    }
    const isFeature = frame.kind === featureKind || frame.isGeometry || (frame.kind === unknownKind && frame.hasGeometry)
    if (!isFeature && frame.root === 0) throw new NotGeoJson('', this.rootNames, frame.typeText)
    this.take(frame, end)
  }

  /** Whether something that is not wanted was read among things that are, or a list of features twice. */
  private mustReadAgain(frame: Frame, isCollection: boolean): boolean {
    if (frame.featureLists > 1 || frame.typeConflicts) return true
    if (isCollection) return frame.hasGuessed(member.geometry, member.geometries, member.coordinates, member.properties)
    return frame.featureLists > 0 || (frame.isGeometry && frame.hasGuessed(member.properties))
  }
}

const { memberOf } = member

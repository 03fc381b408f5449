/**
 * Reads one `coordinates` member, of a geometry whose type may not be known yet. Positions become vertices at once; every array that holds positions
 * becomes a part, marked as first of its group or not, since the first ring of a polygon is its outer one.
 */
import { numberValue } from '../json/number.ts'
import type { JsonScanner } from '../json/scanner.ts'
import type { LayerBuilder } from '../store/layerBuilder.ts'
import type { Placer } from './placer.ts'
import { PositionRun, runLimit } from './positionRun.ts'
import { Region } from './region.ts'

/** Kinds of parts while the geometry type is not known. */
export const firstOfGroup = 0
const laterInGroup = 1

const nothing = 0
const numbers = 1
const arrays = 2

/** Deeper than any geometry's coordinates are nested. */
const depthKept = 8

export class CoordinateReader {
  private readonly builder: LayerBuilder
  private readonly placer: Placer
  private readonly scanner: () => JsonScanner
  private readonly run = new PositionRun()
  private region: Region
  /** Arrays that are open, the outermost included. */
  private depth = 0
  private readonly elements = new Uint8Array(depthKept + 1)
  /** Arrays of an array that are done, empty ones too. */
  private readonly children = new Uint32Array(depthKept + 1)
  private numberCount = 0
  private readonly x = new Float64Array(1)
  private readonly y = new Float64Array(1)
  private positionAt = 0

  constructor(builder: LayerBuilder, placer: Placer, scanner: () => JsonScanner) {
    this.builder = builder
    this.placer = placer
    this.scanner = scanner
    this.region = new Region(builder)
  }

  /** Begins another member. @returns the region that it will fill */
  start(): Region {
    this.depth = 0
    this.region = new Region(this.builder)
    return this.region
  }

  /** Reads as many positions as follow each other at `i`. @returns index after the last one, or `i` when the scanner has to read on */
  takePositions(bytes: Uint8Array, i: number, length: number, base: number): number {
    const { run, depth } = this
    if (depth > 3 || (depth > 0 && this.elements[depth] === numbers)) return i
    const next = run.read(bytes, i, length, depth === 0 ? 1 : runLimit)
    if (run.count === 0) return i
    const { count, lineEnds, lastLineEnd } = run
    this.expectDepth(depth, base + i)
    if (this.region.fault === null) {
      const failed = this.placer.place(this.region, run.first, run.second, count)
      if (failed >= 0) this.blame(bytes, i, length, base, failed)
    }
    if (depth > 0) {
      this.elements[depth] = arrays
      this.children[depth] = (this.children[depth] as number) + count
    } else this.endPoint()
    if (lineEnds > 0) {
      this.scanner().line += lineEnds
      this.scanner().lineStart = base + lastLineEnd + 1
    }
    return next
  }

  openArray(at: number): void {
    const { depth } = this
    if (depth > 0 && depth <= depthKept) {
      if (this.elements[depth] === numbers) this.fail('Its coordinates mix numbers and lists.', at)
      this.elements[depth] = arrays
    }
    this.depth++
    this.positionAt = at
    this.numberCount = 0
    if (this.depth <= depthKept) {
      this.elements[this.depth] = nothing
      this.children[this.depth] = 0
    }
  }

  /** @returns true when the whole member is read */
  closeArray(end: number): boolean {
    const { depth } = this
    if (depth <= depthKept) {
      const parent = depth - 1
      if (this.elements[depth] === numbers) this.closePosition(parent)
      else if (this.elements[depth] === arrays && this.region.positionDepth === depth) {
        const isFirst = parent === 0 || this.children[parent] === 0
        this.builder.endPart(isFirst ? firstOfGroup : laterInGroup)
      }
      if (parent > 0) this.children[parent] = (this.children[parent] as number) + 1
    } else this.fail('Its coordinates are nested deeper than those of any geometry.', end - 1)
    this.depth--
    if (this.depth > 0) return false
    this.finish()
    return true
  }

  number(bytes: Uint8Array, from: number, to: number, at: number): void {
    if (this.depth <= depthKept) {
      if (this.elements[this.depth] === arrays) this.fail('Its coordinates mix numbers and lists.', at)
      this.elements[this.depth] = numbers
    }
    this.numberCount++
    if (this.numberCount === 1) this.x[0] = numberValue(bytes, from, to)
    else if (this.numberCount === 2) this.y[0] = numberValue(bytes, from, to)
  }

  /** Something in the coordinates that is neither a number nor a list. */
  wrong(what: string, at: number): void {
    this.fail(`A coordinate is ${what}, not a number.`, at)
  }

  private closePosition(depth: number): void {
    if (this.numberCount < 2) this.fail('A position has only one number; it needs a longitude and a latitude.', this.positionAt)
    this.expectDepth(depth, this.positionAt)
    if (this.region.fault === null && this.placer.place(this.region, this.x, this.y, 1) >= 0) {
      this.fail(this.placer.reason(this.x[0] as number, this.y[0] as number), this.positionAt)
    }
    if (depth === 0) this.endPoint()
  }

  /** A Point's coordinates are one position, without an array around it. */
  private endPoint(): void {
    this.builder.endPart(firstOfGroup)
    if (this.depth === 0) this.finish()
  }

  private finish(): void {
    this.region.end(this.builder)
  }

  private expectDepth(depth: number, at: number): void {
    if (this.region.positionDepth === -1) this.region.positionDepth = depth
    else if (this.region.positionDepth !== depth) this.fail('Its coordinates are nested unevenly.', at)
  }

  /** Reads the run again up to the position that cannot be placed, to find its place in the file. */
  private blame(bytes: Uint8Array, i: number, length: number, base: number, failed: number): void {
    const { run } = this
    const reason = this.placer.reason(run.first[failed] as number, run.second[failed] as number)
    let at = i
    if (failed > 0) {
      at = run.read(bytes, i, length, failed)
      while (bytes[at] !== 0x5b) at++
    }
    const scanner = this.scanner()
    let line = scanner.line
    let lineStart = scanner.lineStart
    for (let k = i; k < at; k++) {
      if (bytes[k] === 0x0a) {
        line++
        lineStart = base + k + 1
      }
    }
    this.region.fault ??= { message: reason, line, column: base + at - lineStart + 1 }
  }

  private fail(message: string, at: number): void {
    const scanner = this.scanner()
    this.region.fault ??= { message, line: scanner.line, column: scanner.columnOf(at) }
  }
}

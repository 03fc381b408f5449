/**
 * Features as a table: comma-separated values after RFC 4180, in UTF-8 with a byte order mark, so that spreadsheets show every script as it is.
 *
 * Attributes come first, in the order of the file's fields, then the place: `longitude` and `latitude` where all features of the layer are points, `wkt`
 * otherwise; on WGS 84. A feature without a value leaves its cell empty; an empty text is written "".
 *
 * A text that begins with `=`, `+`, `-`, `@`, a tab or a carriage return and is no number gets an apostrophe before it: spreadsheets would take it for a
 * formula and run it (OWASP, "CSV Injection").
 */
import type { Attribute } from '../../contract/layer.ts'
import { attributesIn, memberBytes } from '../answer/properties.ts'
import { exactGeometry, type Geometry } from '../answer/exactGeometry.ts'
import type { ReadLayer } from '../format.ts'
import * as member from '../geojson/members.ts'
import { rounded } from './degrees.ts'
import { wktOf } from './wkt.ts'

export class CsvWriter {
  readonly #layer: ReadLayer
  readonly #names: readonly string[]
  readonly #arePoints: boolean

  constructor(layer: ReadLayer) {
    this.#layer = layer
    this.#names = layer.fields.map(({ name }) => name)
    const { Point = 0 } = layer.geometries
    this.#arePoints = Point > 0 && Point === layer.drawn
  }

  head(): string {
    const places = (this.#arePoints ? ['longitude', 'latitude'] : ['wkt']).map((name) => this.#free(name))
    return `\uFEFF${line([...this.#names, ...places].map(textCell))}`
  }

  /** @param bytes of the feature, or of a bare geometry */
  row(bytes: Uint8Array, isBare: boolean): string {
    const properties = isBare ? null : memberBytes(bytes, member.properties)
    const values = new Map((properties === null || properties[0] !== 0x7b ? [] : attributesIn(properties)).map((one) => [one.name, one]))
    return line([...this.#names.map((name) => cellOf(values.get(name))), ...this.#place(bytes, isBare)])
  }

  #place(bytes: Uint8Array, isBare: boolean): string[] {
    const geometry = this.#geometryOf(isBare ? bytes : memberBytes(bytes, member.geometry))
    if (!this.#arePoints) return [geometry === null ? '' : textCell(wktOf(geometry, (value) => this.#number(value)))]
    const [lon, lat] = geometry !== null && 'coordinates' in geometry ? (geometry.coordinates as [number, number]) : []
    return lon === undefined || lat === undefined ? ['', ''] : [this.#number(lon), this.#number(lat)]
  }

  #geometryOf(bytes: Uint8Array | null): Geometry | null {
    if (bytes === null) return null
    const parsed: unknown = JSON.parse(new TextDecoder().decode(bytes))
    return parsed === null ? null : exactGeometry(parsed, this.#layer.crs)
  }

  #number(value: number): string {
    return String(this.#layer.crs.isLonLat ? value : rounded(value))
  }

  /** A name that no field has. */
  #free(name: string): string {
    let free = name
    for (let next = 2; this.#names.includes(free); next++) free = `${name}_${next}`
    return free
  }
}

const line = (cells: readonly string[]): string => `${cells.join(',')}\r\n`

function cellOf(attribute: Attribute | undefined): string {
  if (attribute === undefined || attribute.type === 'null') return ''
  if (attribute.type === 'number' || attribute.type === 'boolean') return attribute.text
  return textCell(attribute.text)
}

const isNumber = /^[+-]?[\d., ]*\d$/

function textCell(text: string): string {
  if (text === '') return '""'
  const safe = /^[=+\-@\t\r]/.test(text) && !isNumber.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

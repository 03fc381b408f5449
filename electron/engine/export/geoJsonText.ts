/** A feature as GeoJSON (RFC 7946): the text of the file wherever it can stay as it is, so that every digit and every member does. */
import { Buffer, isUtf8 } from 'node:buffer'
import { exactGeometry } from '../answer/exactGeometry.ts'
import type { Crs } from '../crs/find.ts'
import * as member from '../geojson/members.ts'
import { membersOf } from '../json/members.ts'
import { numberedTo } from './degrees.ts'

/**
 * @param bytes of the feature, or of a bare geometry, as they stand in the file
 * @returns its text without line breaks. On WGS 84: coordinates of another system are placed and written to 9 decimals (0.1 mm), and what speaks of that
 * system (`crs`, `bbox`) is left out.
 */
export function featureText(bytes: Uint8Array, crs: Crs, isBare: boolean): string {
  const text = onOneLine(bytes)
  if (isBare) return `{"type":"Feature","geometry":${crs.isLonLat ? text : placed(text, crs)},"properties":null}`
  if (crs.isLonLat) return text
  const members: string[] = []
  const own = Buffer.from(text, 'utf8')
  for (const { nameFrom, nameTo, nameEscaped, valueFrom, valueTo } of membersOf(own, 0)) {
    const kind = member.memberOf(own, nameFrom, nameTo, nameEscaped)
    if (kind === member.crs || own.toString('utf8', nameFrom, nameTo) === 'bbox') continue
    const value = own.toString('utf8', valueFrom, valueTo)
    members.push(`"${own.toString('utf8', nameFrom, nameTo)}":${kind === member.geometry ? placed(value, crs) : value}`)
  }
  return `{${members.join(',')}}`
}

function placed(geometry: string, crs: Crs): string {
  const parsed: unknown = JSON.parse(geometry)
  return JSON.stringify(parsed === null ? null : exactGeometry(parsed, crs), numberedTo)
}

/** Blanks between words go where there is a line break among them. Bytes that are not UTF-8 become what they were read as. */
function onOneLine(bytes: Uint8Array): string {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('utf8')
  const clean = isUtf8(bytes) ? text : text.toWellFormed()
  return /[\r\n]/.test(clean) ? withoutBlanks(clean) : clean
}

/** Takes strings whole, so that blanks in them stay. */
const withoutBlanks = (text: string): string => text.replaceAll(/("(?:[^"\\]|\\.)*")|\s+/g, '$1')

/** What is typed while drawing: '12.5 km', '231° 12.5 km', '33.3128, 44.3615', '33°18′46″N 44°21′41″E'. Pure. */
import type { LonLat } from '../../../../electron/contract/values.ts'

export type Entry =
  | { kind: 'distance'; distanceM: number }
  | { kind: 'polar'; azimuthDeg: number; distanceM: number }
  | { kind: 'place'; lonLat: LonLat }

/** Metres; the international foot, yard and mile (1959), and the international nautical mile (1929). */
const unitsM: Record<string, number> = { m: 1, km: 1000, nmi: 1852, nm: 1852, mi: 1609.344, ft: 0.3048, yd: 0.9144 }
/** Longest way on the Earth, with nothing to spare. */
const maxDistanceM = 20_004_000

const number = String.raw`\d+(?:\.\d+)?|\.\d+`
const unit = 'km|nmi|nm|mi|ft|yd|m'
const distancePattern = new RegExp(`^(${number})\\s*(${unit})?$`, 'i')
const polarPattern = new RegExp(
  `^(${number})\\s*°?\\s*[,@/<]?\\s+(${number})\\s*(${unit})$|^(${number})\\s*°\\s*[,@/<]?\\s*(${number})\\s*(${unit})$`,
  'i',
)
/** Degrees, minutes and seconds with any of their signs, or with spaces. */
const anglePattern = new RegExp(
  String.raw`^([+-]?(?:${number}))\s*(?:°|d|º)?\s*(?:(${number})\s*(?:['′’m])?\s*(?:(${number})\s*(?:["″”s]|'')?)?)?$`,
  'i',
)

/** @returns null when it cannot be read */
export function parseEntry(text: string): Entry | null {
  const typed = text
    .trim()
    .replaceAll(/\s+/g, ' ')
    .replace(/^(\d+),(\d+)(?=\s*[a-z]*$)/i, '$1.$2')
  return parsePolar(typed) ?? parseDistance(typed) ?? parsePlace(typed)
}

function parseDistance(text: string): Entry | null {
  const match = distancePattern.exec(text)
  const distanceM = match === null ? null : metres(match[1], match[2] ?? 'km')
  return distanceM === null ? null : { kind: 'distance', distanceM }
}

function parsePolar(text: string): Entry | null {
  const match = polarPattern.exec(text)
  if (match === null) return null
  const azimuthDeg = Number(match[1] ?? match[4])
  const distanceM = metres(match[2] ?? match[5], match[3] ?? match[6] ?? 'km')
  return distanceM === null || azimuthDeg > 360 ? null : { kind: 'polar', azimuthDeg: azimuthDeg % 360, distanceM }
}

function metres(value: string | undefined, unitName: string): number | null {
  const distanceM = Number(value) * (unitsM[unitName.toLowerCase()] ?? Number.NaN)
  return distanceM > 0 && distanceM <= maxDistanceM ? distanceM : null
}

/** Latitude first, as people say it; letters of the hemispheres may turn that round. */
function parsePlace(text: string): Entry | null {
  const parts = halves(text.replaceAll(/[−–]/g, '-'))
  if (parts === null) return null
  const [first, second] = parts.map(parseAngle)
  if (first === undefined || second === undefined || first === null || second === null) return null
  const turned = first.axis === 'lon' || second.axis === 'lat'
  if (turned && (first.axis === 'lat' || second.axis === 'lon')) return null
  const [lat, lon] = turned ? [second.degrees, first.degrees] : [first.degrees, second.degrees]
  return Math.abs(lat) <= 90 && Math.abs(lon) <= 180 ? { kind: 'place', lonLat: [lon, lat] } : null
}

/** Latitude and longitude apart: at a comma or semicolon, beside a hemisphere's letter, or in the middle of the numbers. */
function halves(text: string): [string, string] | null {
  const apart = text.split(/\s*[,;]\s*/)
  if (apart.length === 2) return [apart[0] ?? '', apart[1] ?? '']
  if (apart.length > 2) return null
  const after = /^(.*?[NSEW])\s*(.*[NSEW])$/i.exec(text)
  if (after !== null && !/^[NSEW]/i.test(text)) return [after[1] ?? '', after[2] ?? '']
  const before = /^([NSEW].*?)\s*([NSEW].*)$/i.exec(text)
  if (before !== null) return [before[1] ?? '', before[2] ?? '']
  const words = text.split(' ')
  return words.length === 2 || words.length === 4 || words.length === 6
    ? [words.slice(0, words.length / 2).join(' '), words.slice(words.length / 2).join(' ')]
    : null
}

type Angle = { degrees: number; axis: 'lat' | 'lon' | null }

function parseAngle(text: string): Angle | null {
  const letters = text.match(/[NSEW]/gi) ?? []
  const match = anglePattern.exec(text.replaceAll(/[NSEW]/gi, '').trim())
  if (match === null || letters.length > 1) return null
  const [, degrees = '', minutes = '0', seconds = '0'] = match
  if (Number(minutes) >= 60 || Number(seconds) >= 60) return null
  const hemisphere = letters[0]?.toUpperCase()
  const isNegative = degrees.startsWith('-')
  if (hemisphere !== undefined && isNegative) return null
  const size = Math.abs(Number(degrees)) + Number(minutes) / 60 + Number(seconds) / 3600
  const sign = isNegative || hemisphere === 'S' || hemisphere === 'W' ? -1 : 1
  const axis = hemisphere === undefined ? null : hemisphere === 'N' || hemisphere === 'S' ? 'lat' : 'lon'
  return { degrees: sign * size, axis }
}

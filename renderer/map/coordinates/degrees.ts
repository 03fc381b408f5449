/** Longitude and latitude as degrees: decimal, and in minutes and seconds. Latitude comes first, as people say it. */
import type { LonLat } from '../../../electron/contract/document.ts'

/** About one metre. */
const decimals = 5

/** Tenths of a second in a degree: what DMS is rounded to, about three metres. */
const tenthsPerDegree = 36_000

/** The same place with its longitude in -180…180; a map that shows the world twice counts on beyond 180. Latitudes end at the poles. */
export function wrap([lon, lat]: LonLat): LonLat {
  const wrapped = Math.abs(lon) <= 180 ? lon : ((((lon + 180) % 360) + 360) % 360) - 180
  return [wrapped, Math.min(90, Math.max(-90, lat))]
}

/** `33.31280° N, 44.36150° E` */
export function formatDecimal(lonLat: LonLat): string {
  const [lon, lat] = wrap(lonLat)
  return `${decimal(lat, 'N', 'S')}, ${decimal(lon, 'E', 'W')}`
}

/** `33.31280, 44.36150`: signed, latitude first, as map services and spreadsheets read it. */
export function formatSigned(lonLat: LonLat): string {
  const [lon, lat] = wrap(lonLat)
  return `${unsigned(lat.toFixed(decimals))}, ${unsigned(lon.toFixed(decimals))}`
}

/** `33° 18′ 46.1″ N, 44° 21′ 41.4″ E` */
export function formatDms(lonLat: LonLat): string {
  const [lon, lat] = wrap(lonLat)
  const angle = (value: number, positive: string, negative: string): string => {
    const { degrees, minutes, seconds, hemisphere } = dms(value, positive, negative)
    return `${degrees}° ${minutes}′ ${seconds}″ ${hemisphere}`
  }
  return `${angle(lat, 'N', 'S')}, ${angle(lon, 'E', 'W')}`
}

/** `33°18'46.1"N 44°21'41.4"E`: with the signs of a keyboard, as other programs read it. */
export function formatPlainDms(lonLat: LonLat): string {
  const [lon, lat] = wrap(lonLat)
  const angle = (value: number, positive: string, negative: string): string => {
    const { degrees, minutes, seconds, hemisphere } = dms(value, positive, negative)
    return `${degrees}°${minutes}'${seconds}"${hemisphere}`
  }
  return `${angle(lat, 'N', 'S')} ${angle(lon, 'E', 'W')}`
}

function decimal(value: number, positive: string, negative: string): string {
  const text = Math.abs(value).toFixed(decimals)
  return `${text}° ${value < 0 && Number(text) > 0 ? negative : positive}`
}

/** Rounds once, to whole tenths of a second, so that 59.96″ becomes the next minute and 59′ 59.96″ the next degree. */
function dms(value: number, positive: string, negative: string): { degrees: string; minutes: string; seconds: string; hemisphere: string } {
  const tenths = Math.round(Math.abs(value) * tenthsPerDegree)
  const two = (part: number): string => String(part).padStart(2, '0')
  return {
    degrees: String(Math.floor(tenths / tenthsPerDegree)),
    minutes: two(Math.floor((tenths % tenthsPerDegree) / 600)),
    seconds: `${two(Math.floor((tenths % 600) / 10))}.${tenths % 10}`,
    hemisphere: value < 0 && tenths > 0 ? negative : positive,
  }
}

const unsigned = (text: string): string => (Number(text) === 0 ? text.replace('-', '') : text)

/** A place in the words of the coordinate format that the user chose: for reading, and for pasting elsewhere. */
import type { LonLat } from '../../../electron/contract/document.ts'
import type { CoordinateFormat } from '../../../electron/contract/session.ts'
import { formatDecimal, formatDms, formatPlainDms, formatSigned } from './degrees.ts'
import { formatCompactMgrs, formatMgrs } from './mgrs.ts'
import { formatUtm } from './utm.ts'

/** Shown where there is no place, as beside the globe. */
export const noCoordinate = '—'

const readable: Record<CoordinateFormat, (lonLat: LonLat) => string> = {
  dd: formatDecimal,
  dms: formatDms,
  utm: formatUtm,
  mgrs: formatMgrs,
}

// UTM is copied as it is shown: zone, letters and both numbers are needed to read it anywhere.
const pastable: Record<CoordinateFormat, (lonLat: LonLat) => string> = {
  dd: formatSigned,
  dms: formatPlainDms,
  utm: formatUtm,
  mgrs: formatCompactMgrs,
}

/** For people: `33.31280° N, 44.36150° E`, `33° 18′ 46.1″ N, 44° 21′ 41.4″ E`, `38S 0440565 E 3686147 N`, `38S MB 40564 86146`. */
export function formatCoordinate(lonLat: LonLat, format: CoordinateFormat): string {
  return lonLat.every(Number.isFinite) ? readable[format](lonLat) : noCoordinate
}

/** For other programs: `33.31280, 44.36150`, `33°18'46.1"N 44°21'41.4"E`, `38S 0440565 E 3686147 N`, `38SMB4056486146`; empty where there is no place. */
export function coordinateForClipboard(lonLat: LonLat, format: CoordinateFormat): string {
  return lonLat.every(Number.isFinite) ? pastable[format](lonLat) : ''
}

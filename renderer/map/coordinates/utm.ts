/** UTM coordinates in words, and UPS beyond its ends. */
import type { LonLat } from '../../../electron/contract/document.ts'
import { gridPosition } from './grid.ts'

/**
 * `38S 0440565 E 3686147 N`, rounded to the metre. The letter is the latitude band, not a hemisphere: 38S lies in the north.
 *
 * UTM ends at 84° N and 80° S. Beyond, the same grid goes on as UPS, which is named: `UPS Z 1617772 E 1403805 N`.
 */
export function formatUtm(lonLat: LonLat): string {
  const { zone, band, eastingM, northingM } = gridPosition(lonLat)
  // A place less than half a metre south of the equator stays in the southern hemisphere.
  const northing = zone === null ? Math.round(northingM) : Math.min(9_999_999, Math.round(northingM))
  return `${zone === null ? 'UPS ' : zone}${band} ${seven(Math.round(eastingM))} E ${seven(northing)} N`
}

// Adding zero turns -0 into 0.
const seven = (metres: number): string => String(metres + 0).padStart(7, '0')

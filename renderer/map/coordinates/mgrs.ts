/**
 * The Military Grid Reference System, to one metre, for the whole earth. After NGA.STND.0037, chapter 3: a reference names the square that a place is in, so
 * its digits are cut off and not rounded.
 *
 * Written here and not taken from a package, so that it has one projection with UTM and reaches the poles; the tests compare it with the `mgrs` package.
 */
import type { LonLat } from '../../../electron/contract/document.ts'
import { type GridPosition, gridPosition, poleM, toleranceM } from './grid.ts'

const squareM = 100_000

/** Column letters by zone modulo 3, for eastings from 100 km to 900 km. */
const columns = ['STUVWXYZ', 'ABCDEFGH', 'JKLMNPQR']
/** Row letters repeat every 2,000 km; even zones start five letters further on. */
const rows = 'ABCDEFGHJKLMNPQRSTUV'

const polarColumns = { west: 'JKLPQRSTUXYZ', east: 'ABCFGHJKLPQR' }
const polarRows = 'ABCDEFGHJKLMNPQRSTUVWXYZ'
/** Where the lettered squares of UPS begin. */
const polarOriginM = { west: 800_000, east: poleM, south: 800_000, north: 1_300_000 }

/** `38S MB 40564 86146`; in the polar caps, which have no zones, `Z AH 00000 00000`. */
export function formatMgrs(lonLat: LonLat): string {
  const { zone, band, square, easting, northing } = reference(lonLat)
  return `${zone ?? ''}${band} ${square} ${easting} ${northing}`
}

/** `38SMB4056486146`: without spaces, as every program reads it. */
export function formatCompactMgrs(lonLat: LonLat): string {
  return formatMgrs(lonLat).replaceAll(' ', '')
}

function reference(lonLat: LonLat): { zone: number | null; band: string; square: string; easting: string; northing: string } {
  const position = gridPosition(lonLat)
  const easting = Math.max(0, Math.floor(position.eastingM + toleranceM))
  let northing = Math.max(0, Math.floor(position.northingM + toleranceM))
  // Hair's breadths south of the equator are still in the southern hemisphere, and not on the first row of the north.
  if (position.zone !== null) northing = Math.min(9_999_999, northing)
  return {
    zone: position.zone,
    band: position.band,
    square: squareOf(position, easting, northing),
    easting: five(easting),
    northing: five(northing),
  }
}

function squareOf({ zone, band }: GridPosition, easting: number, northing: number): string {
  if (zone === null) {
    const half = band === 'Y' || band === 'A' ? 'west' : 'east'
    const cap = band === 'Y' || band === 'Z' ? 'north' : 'south'
    const column = Math.floor((easting - polarOriginM[half]) / squareM)
    const row = Math.floor((northing - polarOriginM[cap]) / squareM)
    return polarColumns[half].charAt(column) + polarRows.charAt(row)
  }
  const column = Math.floor(easting / squareM) - 1
  const row = (Math.floor(northing / squareM) + (zone % 2 === 0 ? 5 : 0)) % rows.length
  return (columns[zone % 3] ?? '').charAt(column) + rows.charAt(row)
}

const five = (metres: number): string => String(metres % squareM).padStart(5, '0')

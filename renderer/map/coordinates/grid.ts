/**
 * The universal grid: UTM from 80° S to 84° N, and UPS, which continues it to the poles. Zones, bands and exceptions after NGA.STND.0037, "Universal Grids
 * and Grid Reference Systems".
 */
import proj4 from 'proj4'
import type { LonLat } from '../../../electron/contract/document.ts'
import { wrap } from './degrees.ts'

export type GridPosition = {
  /** UTM zone 1 to 60; null in the polar caps, which have none. */
  zone: number | null
  /** Latitude band C to X in UTM; A and B (south), Y and Z (north) in UPS. */
  band: string
  eastingM: number
  /** Counted from the equator in the north, and from 10,000 km below it in the south. */
  northingM: number
}

const bands = 'CDEFGHJKLMNPQRSTUVWX'
const southOfEquatorM = 10_000_000
/** Where UPS is split into a western and an eastern half: both poles are at 2,000 km east, 2,000 km north. */
export const poleM = 2_000_000

/** Projecting leaves errors of some nanometres; a value this close to a line of the grid is on it. */
export const toleranceM = 1e-4

type Converter = { forward(lonLat: [number, number]): [number, number] }
const converters = new Map<string, Converter>()

/** Where a place is in the universal grid. */
export function gridPosition(lonLat: LonLat): GridPosition {
  const [lon, lat] = wrap(lonLat)
  return lat > 84 || lat < -80 ? polar(lon, lat) : utm(lon, lat)
}

function utm(lon: number, lat: number): GridPosition {
  const zone = zoneOf(lon, lat)
  const [eastingM, fromEquatorM] = converter(`+proj=utm +zone=${zone} +datum=WGS84 +units=m`).forward([lon, lat])
  const band = bands.charAt(Math.min(bands.length - 1, Math.floor((lat + 80) / 8)))
  return { zone, band, eastingM, northingM: band < 'N' ? fromEquatorM + southOfEquatorM : fromEquatorM }
}

function polar(lon: number, lat: number): GridPosition {
  const north = lat > 0
  const definition = `+proj=stere +lat_0=${north ? 90 : -90} +lon_0=0 +k=0.994 +x_0=${poleM} +y_0=${poleM} +datum=WGS84 +units=m`
  const [eastingM, northingM] = converter(definition).forward([lon, lat])
  const east = eastingM >= poleM - toleranceM
  return { zone: null, band: north ? (east ? 'Z' : 'Y') : east ? 'B' : 'A', eastingM, northingM }
}

/** 180° is the western edge of zone 1, whichever way it is written. */
function zoneOf(lon: number, lat: number): number {
  // South-western Norway belongs to zone 32 as a whole; Svalbard has four broad zones.
  if (lat >= 56 && lat < 64 && lon >= 3 && lon < 12) return 32
  if (lat >= 72 && lon >= 0 && lon < 42) return lon < 9 ? 31 : lon < 21 ? 33 : lon < 33 ? 35 : 37
  return (Math.floor((lon + 180) / 6) % 60) + 1
}

/** A converter takes longer to make than to use, and the pointer asks at every move. */
function converter(definition: string): Converter {
  const known = converters.get(definition)
  if (known !== undefined) return known
  const made = proj4(definition) as Converter
  converters.set(definition, made)
  return made
}

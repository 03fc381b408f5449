/** Coordinate reference systems by code. Definitions are generated (`scripts/data/epsg.mjs`) and only loaded when a file needs one. */
import proj4 from 'proj4'
import { halfWorldM, toLat } from '../store/mercator.ts'

export interface Crs {
  /** 'EPSG:32638'. */
  readonly code: string
  readonly name: string
  /** True when coordinates are already degrees on WGS 84 (or on a datum that differs by less than a metre and is taken as such). */
  readonly isLonLat: boolean
  /** True when the datum is shifted to WGS 84 without known parameters: positions may be off by some hundred metres. */
  readonly isApproximate: boolean
  /** To degrees on WGS 84. Not finite where the system does not reach. */
  toLonLat(x: number, y: number): [number, number]
}

const same = (x: number, y: number): [number, number] => [x, y]

/** What RFC 7946 prescribes. */
export const wgs84: Crs = { code: 'EPSG:4326', name: 'WGS 84', isLonLat: true, isApproximate: false, toLonLat: same }

const webMercator: Crs = {
  code: 'EPSG:3857',
  name: 'WGS 84 / Pseudo-Mercator',
  isLonLat: false,
  isApproximate: false,
  // Beyond the square world the formula still gives longitudes, and latitudes up to the pole.
  toLonLat: (x, y) => [(x / halfWorldM) * 180, toLat(y * 100)],
}

const ready: Record<string, Crs> = {
  CRS84: { ...wgs84, code: 'OGC:CRS84', name: 'WGS 84 (longitude, latitude)' },
  '4326': wgs84,
  '4979': { ...wgs84, code: 'EPSG:4979' },
  '3857': webMercator,
}

/** Numbers under which other programs know a system of the table. */
const aliases: Record<string, string> = { '900913': '3857', '102100': '3857', '102113': '3857', '3785': '3857', '3587': '3857' }

/** @param code as `codeOf` gives it @returns null when the system is not known, or cannot be computed */
export async function findCrs(code: string): Promise<Crs | null> {
  const known = ready[aliases[code] ?? code]
  if (known !== undefined) return known
  const { default: definitions } = await import('./definitions.json', { with: { type: 'json' } })
  const entry = (definitions.systems as unknown as Record<string, [name: string, start: string, tail: number]>)[code]
  if (entry === undefined) return null
  const [name, start, tail] = entry
  const definition = `+proj=${start}${definitions.tails[tail] ?? ''}`
  const converter = proj4(definition)
  // Some systems count westwards or southwards; proj4js leaves that to the caller unless it is asked to.
  const ownAxes = definition.includes('+axis=')
  return {
    code: `EPSG:${code}`,
    name,
    isLonLat: false,
    isApproximate: !/\+(towgs84|datum|nadgrids)=/.test(definition) && !/\+ellps=(WGS84|GRS80)\b/.test(definition),
    toLonLat: (x, y) => {
      // proj4js throws for numbers that are not finite and for some positions outside of a projection.
      try {
        return converter.inverse([x, y], ownAxes)
      } catch {
        return [Number.NaN, Number.NaN]
      }
    },
  }
}

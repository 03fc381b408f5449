/** Puts positions on the map: from the numbers of the file to fixed-point vertices, with everything that can be said of a position by itself. */
import type { Crs } from '../crs/find.ts'
import type { LayerBuilder } from '../store/layerBuilder.ts'
import { maximumLatitude, toX, toY } from '../store/mercator.ts'
import type { Region } from './region.ts'

/** Degrees by which programs miss ±180 and ±90 through rounding. */
const slack = 1e-6

/**
 * A longitude within ±360° as one within ±180°. Those that miss ±180 by rounding are put there, so that a ring which was cut at the antimeridian stays
 * on its side of it.
 */
export function wrapLon(lon: number): number {
  if (lon > 180) return lon <= 180 + slack ? 180 : lon - 360
  if (lon < -180) return lon >= -180 - slack ? -180 : lon + 360
  return lon
}

/** Whether a position is on the globe: latitude within ±90°, longitude within ±360°. False for anything that is not a number. */
export function isOnGlobe(lon: number, lat: number): boolean {
  return Math.abs(lat) <= 90 + slack && Math.abs(lon) <= 360 + slack
}

export class Placer {
  private readonly builder: LayerBuilder
  private readonly crs: Crs

  constructor(builder: LayerBuilder, crs: Crs) {
    this.builder = builder
    this.crs = crs
  }

  /**
   * Adds positions as vertices.
   *
   * @returns index of the first position that cannot be placed, or −1; those before it were added
   */
  place(region: Region, first: Float64Array, second: Float64Array, count: number): number {
    const { builder, crs } = this
    builder.reserveVertices(count)
    const { xy } = builder
    const { extent } = region
    const isLonLat = crs.isLonLat
    let { west, south, east, north } = extent
    let n = builder.vertexCount * 2
    let failed = -1
    for (let i = 0; i < count; i++) {
      let lon = first[i] as number
      let lat = second[i] as number
      if (!isLonLat) [lon, lat] = crs.toLonLat(lon, lat)
      if (!(lon >= -180 && lon <= 180 && lat >= -maximumLatitude && lat <= maximumLatitude)) {
        if (!isOnGlobe(lon, lat)) {
          failed = i
          break
        }
        const wrapped = wrapLon(lon)
        if (Math.abs(wrapped - lon) > 1) region.wrapped = true
        lon = wrapped
        lat = Math.min(90, Math.max(-90, lat))
        if (Math.abs(lat) > maximumLatitude) region.polar = true
      }
      if (lon < west) west = lon
      if (lon > east) east = lon
      if (lat < south) south = lat
      if (lat > north) north = lat
      xy[n] = toX(lon)
      xy[n + 1] = toY(lat)
      n += 2
    }
    builder.vertexCount = n / 2
    extent.west = west
    extent.south = south
    extent.east = east
    extent.north = north
    if (failed >= 0 && isLonLat) {
      const a = Math.abs(first[failed] as number)
      const b = Math.abs(second[failed] as number)
      if (a <= 90 && b > 90 && b <= 180) region.looksSwapped = true
      if (Math.max(a, b) > 720 && Math.max(a, b) < Infinity) region.looksProjected = true
    }
    return failed
  }

  /** Why a position cannot be placed. */
  reason(x: number, y: number): string {
    if (!Number.isFinite(x) || !Number.isFinite(y)) return 'A coordinate is too large to be a number.'
    if (!this.crs.isLonLat) return `The position ${x}, ${y} is outside of what ${this.crs.code} can describe.`
    if (Math.abs(y) > 90 + slack) {
      if (Math.abs(x) <= 90 && Math.abs(y) <= 180) return `Latitude ${y} is beyond ±90°; longitude and latitude may be in the wrong order.`
      return `Latitude ${y} is beyond ±90°.`
    }
    return `Longitude ${x} is beyond ±360°.`
  }
}

/**
 * Distances and directions on the WGS84 ellipsoid, along geodesics, by Karney's algorithms: good to some nanometres, for all points, antipodes included.
 * Source: C. F. F. Karney, "Algorithms for geodesics", J. Geodesy 87 (2013) 43–55, doi:10.1007/s00190-012-0578-z; library: geographiclib-geodesic.
 */
import geographiclib from 'geographiclib-geodesic'
import type { LonLat } from '../../../electron/contract/values.ts'

const { Geodesic } = geographiclib
export const wgs84 = Geodesic.WGS84

/** Longitudes may go on past 180, in and out. */
export type Position = readonly [lon: number, lat: number]

export type Leg = {
  lengthM: number
  /** Direction at the start, degrees clockwise from true north, 0 ≤ azimuth < 360. */
  azimuthDeg: number
  /** Direction of travel at the end. */
  finalAzimuthDeg: number
}

/** The shortest way between two places. */
export function legBetween([lon1, lat1]: Position, [lon2, lat2]: Position): Leg {
  const { s12 = 0, azi1 = 0, azi2 = 0 } = wgs84.Inverse(lat1, lon1, lat2, lon2)
  return { lengthM: s12, azimuthDeg: compass(azi1), finalAzimuthDeg: compass(azi2) }
}

/** Where one comes to in a direction. @returns a longitude at most half a turn from that of the start */
export function destination(from: Position, azimuthDeg: number, distanceM: number): LonLat {
  const { lat2 = 0, lon2 = 0 } = wgs84.Direct(from[1], from[0], azimuthDeg, distanceM)
  return [from[0] + difference(lon2, from[0]), lat2]
}

/** Halfway along the shortest way. */
export function midpoint(from: Position, to: Position): LonLat {
  const { lengthM, azimuthDeg } = legBetween(from, to)
  return destination(from, azimuthDeg, lengthM / 2)
}

/** 0 ≤ direction < 360. */
export function compass(azimuthDeg: number): number {
  const turned = azimuthDeg % 360
  return turned < 0 ? (turned + 360) % 360 : turned + 0
}

/** From one longitude to another, −180 … 180. */
function difference(to: number, from: number): number {
  return to - from - 360 * Math.round((to - from) / 360)
}

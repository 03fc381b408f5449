/** What is being drawn, in words and figures. Pure. */
import { formatArea, formatAzimuth, formatLength } from '../../../document/geodesy/format.ts'
import { legBetween, type Position } from '../../../document/geodesy/ellipsoid.ts'
import { areaOf, lengthOf } from '../../../document/geodesy/measure.ts'

/** @param line with the place of the pointer as its last */
export function lineWords(line: readonly Position[]): string {
  const [from, to] = [line.at(-2), line.at(-1)]
  if (from === undefined || to === undefined) return ''
  const { lengthM, azimuthDeg } = legBetween(from, to)
  const leg = `${formatLength(lengthM)} · ${formatAzimuth(azimuthDeg)}`
  return line.length === 2 ? leg : `${leg} · total ${formatLength(lengthOf(line))}`
}

/** @param ring with the place of the pointer as its last; open */
export function areaWords(ring: readonly Position[]): string {
  if (ring.length < 3) return lineWords(ring)
  const { areaM2, perimeterM } = areaOf([ring])
  const [from, to] = [ring.at(-2), ring.at(-1)]
  const leg = from === undefined || to === undefined ? '' : `${formatLength(legBetween(from, to).lengthM)} · `
  return `${leg}area ${formatArea(areaM2)} · perimeter ${formatLength(perimeterM)}`
}

/** Sides along the axes of the screen. @param ring open, four corners */
export function rectangleWords(ring: readonly Position[]): string {
  const [a, b, c] = ring
  if (a === undefined || b === undefined || c === undefined) return ''
  return `${formatLength(legBetween(a, b).lengthM)} × ${formatLength(legBetween(b, c).lengthM)} · area ${formatArea(areaOf([ring]).areaM2)}`
}

export const radiusWords = (radiusM: number): string => `Radius ${formatLength(radiusM)}`

export function moveWords(from: Position, to: Position): string {
  const { lengthM, azimuthDeg } = legBetween(from, to)
  return `${formatLength(lengthM)} · ${formatAzimuth(azimuthDeg)}`
}

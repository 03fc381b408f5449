/** Lengths, areas and directions in words, to three or four significant digits: '12.4 km', '853 m', '231°'. */
import { compass } from './ellipsoid.ts'

export const lengthUnits = ['metric', 'nautical', 'imperial'] as const
export type LengthUnits = (typeof lengthUnits)[number]

/** Metres in a unit. The international nautical mile (1929) and the international mile (1959) are exact. */
const metresIn = { km: 1000, nmi: 1852, mi: 1609.344 } as const

/** @param lengthM on the ground */
export function formatLength(lengthM: number, units: LengthUnits = 'metric'): string {
  if (units === 'nautical') return `${digits(lengthM / metresIn.nmi)} nmi`
  if (units === 'imperial') return `${digits(lengthM / metresIn.mi)} mi`
  return round(lengthM) < 1000 ? `${digits(lengthM)} m` : `${digits(lengthM / metresIn.km)} km`
}

/** Hectares from one to a hundred, so that fields and camps read well. */
export function formatArea(areaM2: number): string {
  if (round(areaM2) < 10_000) return `${digits(areaM2)} m²`
  return round(areaM2 / 10_000) < 100 ? `${digits(areaM2 / 10_000)} ha` : `${digits(areaM2 / 1e6)} km²`
}

/** Whole degrees clockwise from north, 0 to 359. */
export const formatAzimuth = (azimuthDeg: number): string => `${compass(Math.round(azimuthDeg))}°`

/** Three significant digits; all digits of larger whole numbers. */
const round = (value: number): number => (Math.abs(value) >= 1000 ? Math.round(value) : Number(value.toPrecision(3)))

function digits(value: number): string {
  const rounded = round(value)
  const size = Math.abs(rounded)
  const decimals = size === 0 || size >= 100 ? 0 : size >= 10 ? 1 : size >= 1 ? 2 : Math.min(12, 2 - Math.floor(Math.log10(size)))
  return rounded.toLocaleString('en-US', { minimumFractionDigits: size < 0.01 ? 0 : decimals, maximumFractionDigits: decimals })
}

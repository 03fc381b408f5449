/** Magnetic declination: how far a compass needle points from true north. By the World Magnetic Model 2025 (NOAA/NCEI and BGS), from the package magvar. */
import { MODEL_EPOCH, MODEL_VALID_UNTIL, magneticField } from 'magvar'
import type { LonLat } from '../../../electron/contract/values.ts'

/** Degrees clockwise from true north, or why there are none, in a sentence. */
export type Declination = { ok: true; degrees: number } | { ok: false; sentence: string }

/**
 * At sea level.
 * @param date `2026`, `2026-03` or `2026-03-23`; of a year or a month its middle is taken
 */
export function declinationAt([lon, lat]: LonLat, date: string | null): Declination {
  if (date === null) {
    return {
      ok: false,
      sentence: 'The magnetic declination changes from year to year: give the map an as-of date, or the north arrow one of its own.',
    }
  }
  const year = decimalYear(date)
  if (year < MODEL_EPOCH || year >= MODEL_VALID_UNTIL) {
    const [from, to] = [MODEL_EPOCH, MODEL_VALID_UNTIL - 1]
    return {
      ok: false,
      sentence: `The magnetic declination is known for ${from} to ${to}, and not for ${date}: give the north arrow a date of its own, or true north.`,
    }
  }
  const { declination } = magneticField(lat, lon, 0, year)
  return { ok: true, degrees: declination }
}

/** `4.8° E`; to a tenth of a degree, which is what the model is good for. */
export function declinationInWords(degrees: number): string {
  const tenths = Math.abs(degrees).toFixed(1)
  return tenths === '0.0' ? '0°' : `${tenths}° ${degrees < 0 ? 'W' : 'E'}`
}

/** 2026.5 for the middle of 2026. */
function decimalYear(date: string): number {
  const [year = 0, month, day] = date.split('-').map(Number)
  const start = Date.UTC(year, 0, 1)
  const length = Date.UTC(year + 1, 0, 1) - start
  if (month === undefined) return year + 0.5
  const at = day === undefined ? (Date.UTC(year, month - 1, 1) + Date.UTC(year, month, 1)) / 2 : Date.UTC(year, month - 1, day)
  return year + (at - start) / length
}

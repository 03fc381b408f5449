/** The part of the package magvar that is used here; it comes without types. */
declare module 'magvar' {
  /** First year of the model. */
  export const MODEL_EPOCH: number
  /** The first year for which it does not hold any more. */
  export const MODEL_VALID_UNTIL: number
  /** @param altitudeKm above mean sea level @param decimalYear 2026.5 for the middle of 2026 */
  export function magneticField(
    latitude: number,
    longitude: number,
    altitudeKm: number,
    decimalYear: number,
  ): { /** Degrees, east positive. */ declination: number }
}

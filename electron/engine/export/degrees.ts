/** Coordinates that were computed, as they are written. */

/** A tenth of a millimetre on the ground. */
const decimals = 9

/** Of a computed coordinate, the digits that mean something. A replacer for `JSON.stringify`. */
export const numberedTo = (_key: string, value: unknown): unknown => (typeof value === 'number' ? rounded(value) : value)

export const rounded = (value: number): number => Number(value.toFixed(decimals))

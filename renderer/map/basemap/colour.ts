/** Colours of palettes, `#rrggbb`, mixed and let through. */

const channels = (color: string): number[] => [1, 3, 5].map((at) => Number.parseInt(color.slice(at, at + 2), 16))

/** A colour let through, as CSS. */
export const withAlpha = (color: string, alpha: number): string => `rgba(${channels(color).join(', ')}, ${alpha})`

/** The way from one colour to another: `share` 0 is the first, 1 the second. */
export function mix(from: string, to: string, share: number): string {
  const other = channels(to)
  const mixed = channels(from).map((value, index) => Math.round(value + ((other[index] ?? value) - value) * share))
  return `#${mixed.map((value) => value.toString(16).padStart(2, '0')).join('')}`
}

/**
 * The scale of the map as 1:N.
 *
 * On screen a pixel is a CSS pixel, 1/96 inch (CSS Values and Units, §6.2). The map is in EPSG:3857, whose metres are
 * stretched by 1/cos φ (EPSG Guidance Note 7-2, method 1024), so
 *
 *     N = resolution · cos φ / (0.0254 m / 96)
 *
 * This is the sphere's value, the one that OpenLayers' `getPointResolution` and its scale bar use, so that the two always
 * agree. On the ellipsoid EPSG:3857 is not quite conformal: the true scale differs from this by 0 to 0.34 % along a parallel
 * and by -0.67 to 0.34 % along a meridian (in Iraq by 0.10 % and -0.37 %). No screen knows the size of its pixels that well.
 */
import { shrinkAt } from '../document/geodesy/scale.ts'

export { formatScale } from '../document/geodesy/scale.ts'

/** Size of a CSS pixel. */
export const pixelM = 0.0254 / 96

/**
 * @param resolution map units (metres of EPSG:3857) per CSS pixel
 * @param latitudeDeg where the scale is to hold: the centre of the map
 * @returns N of 1:N
 */
export function scaleAt(resolution: number, latitudeDeg: number): number {
  return (resolution * shrinkAt(latitudeDeg)) / pixelM
}

/** The resolution (metres of EPSG:3857 per CSS pixel) at which the map has a scale. */
export function resolutionFor(scale: number, latitudeDeg: number): number {
  return (scale * pixelM) / shrinkAt(latitudeDeg)
}

/**
 * Reads a scale as people write it: `1:1,000,000`, `1 000 000`, `1.000.000`, `250k`, `1.5M`, `١:٥٠٠٠٠٠`.
 *
 * @returns N of 1:N, or null when it is not a scale
 */
export function parseScale(text: string): number | null {
  const plain = text
    .replaceAll(/[\u0660-\u0669\u06f0-\u06f9]/g, (digit) => String(digit.charCodeAt(0) & 0xf))
    .replaceAll('\u066c', ',')
    .replaceAll('\u066b', '.')
    .replaceAll(/\s/g, ' ')
    .trim()
  const match = /^(?:1 ?[:/\u2236] ?)?([\d.,' \u2019]*\d) ?(k|m)?$/i.exec(plain)
  if (match === null) return null
  const [, digits = '', suffix = ''] = match
  const number = parseNumber(digits, suffix !== '')
  if (number === null) return null
  const scale = number * (suffix === '' ? 1 : suffix.toLowerCase() === 'k' ? 1e3 : 1e6)
  return scale > 0 && Number.isFinite(scale) ? scale : null
}

/**
 * A comma or full stop is read as a decimal mark only where it cannot stand between thousands: `1,000` is one thousand. Before `k` and `M` it is the other
 * way about: `1.125M` is not 1125 million.
 */
function parseNumber(digits: string, hasSuffix: boolean): number | null {
  if (hasSuffix && /^\d+[.,]\d+$/.test(digits)) return Number(digits.replace(',', '.'))
  if (/^\d+$/.test(digits)) return Number(digits)
  const grouped = /^\d{1,3}(?:([.,' \u2019])\d{3})(?:\1\d{3})*$/.test(digits)
  if (grouped) return Number(digits.replaceAll(/\D/g, ''))
  const decimal = /^(\d{1,3}(?:([,' \u2019])\d{3})(?:\2\d{3})*|\d+)\.\d+$|^(\d{1,3}(?:([.' \u2019])\d{3})(?:\4\d{3})*|\d+),\d+$/.exec(
    digits,
  )
  if (decimal === null) return null
  const at = Math.max(digits.lastIndexOf('.'), digits.lastIndexOf(','))
  return Number(`${digits.slice(0, at).replaceAll(/\D/g, '')}.${digits.slice(at + 1)}`)
}

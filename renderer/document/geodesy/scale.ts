/**
 * The scale of a map in EPSG:3857, whose metres are stretched by 1/cos φ (EPSG Guidance Note 7-2, method 1024). This is the sphere's value, the one that
 * OpenLayers uses; on the ellipsoid the true scale differs from it by less than 0.7 %.
 */

/** Metres on the ground for a metre of the plane. The Mercator map ends long before the poles, where it would be 0. */
export function shrinkAt(latitudeDeg: number): number {
  return Math.cos((Math.min(89.9, Math.max(-89.9, latitudeDeg)) * Math.PI) / 180)
}

/** `1:1,250,000`, to three digits. */
export function formatScale(scale: number): string {
  if (!Number.isFinite(scale) || scale <= 0) return '1:—'
  return `1:${numbers.format(Number(scale.toPrecision(3)))}`
}

const numbers = new Intl.NumberFormat('en-US', { maximumFractionDigits: 3 })

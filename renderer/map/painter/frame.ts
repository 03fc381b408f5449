/** Where pictures are and which one a view wants. Pure. Metres are those of EPSG:3857. North is up in every picture: the map is turned as a whole. */

export type Frame = {
  /** Middle of the picture or view, in metres. */
  center: readonly [x: number, y: number]
  /** Metres a pixel. */
  resolution: number
  /** Pixels. */
  width: number
  height: number
  pixelRatio: number
  /** Radians clockwise by which it is turned on the screen. */
  rotation: number
}

export type Box = readonly [west: number, south: number, east: number, north: number]

/** Around the view, so that a pan finds something to show: a fifth of each side. */
const marginShare = 0.2
/** A view of more pixels than a large screen has stands still. */
const maxPannedPixels = 16e6
/** The wide picture is that many times as wide and as high as the view, with as many pixels. */
const wideness = 3
/** A picture that is off by less than this share of a pixel lies as if it had been painted for the view. */
const exactness = 1 / 32

export function boxOf({ center: [x, y], resolution, width, height }: Frame): Box {
  const [halfWidth, halfHeight] = [(width / 2) * resolution, (height / 2) * resolution]
  return [x - halfWidth, y - halfHeight, x + halfWidth, y + halfHeight]
}

/** The sharp picture for a view: on its pixels, and a margin. */
export function fineFrame(view: Frame): Frame {
  // A page of an export is large, and is not panned.
  if (view.width * view.height > maxPannedPixels) return view
  // Whole pixels on each side, so that the pixels of both are the same ones.
  return {
    ...view,
    width: view.width + 2 * Math.round(view.width * marginShare),
    height: view.height + 2 * Math.round(view.height * marginShare),
  }
}

/** The coarse picture that is seen where the sharp one ends. */
export function wideFrame(view: Frame): Frame {
  return { ...view, resolution: view.resolution * wideness, pixelRatio: view.pixelRatio / wideness }
}

/** Pixels of the view from its north-west corner to that of a picture, and pixels of the view in a pixel of the picture. */
export function placeOf(picture: Frame, view: Frame): { x: number; y: number; scale: number } {
  const scale = picture.resolution / view.resolution
  const x = (picture.center[0] - view.center[0]) / view.resolution + view.width / 2 - (picture.width / 2) * scale
  const y = (view.center[1] - picture.center[1]) / view.resolution + view.height / 2 - (picture.height / 2) * scale
  return { x, y, scale }
}

/**
 * Where a picture lies on the screen, as a CSS transform of its pixels about its north-west corner: `[a, b, c, d, e, f]`. On whole pixels, where it is of the scale of an upright view:
 * there it stays as sharp as it was painted.
 *
 * @param sizePx of the map, CSS pixels
 */
export function matrixOn(view: Frame, sizePx: readonly number[], picture: Frame): [number, number, number, number, number, number] {
  const { pixelRatio, rotation } = view
  const { x, y, scale } = placeOf(picture, view)
  const toCss = 1 / pixelRatio
  const [cos, sin] = [Math.cos(rotation) * toCss, Math.sin(rotation) * toCss]
  const isSharp = isLike(picture, view)
  // From the middle of the view, about which it is turned.
  const [dx, dy] = isSharp ? [Math.round(x) - view.width / 2, Math.round(y) - view.height / 2] : [x - view.width / 2, y - view.height / 2]
  const left = (sizePx[0] ?? 0) / 2 + dx * cos - dy * sin
  const top = (sizePx[1] ?? 0) / 2 + dx * sin + dy * cos
  const onPixel = (value: number): number => (isSharp && rotation === 0 ? Math.round(value * pixelRatio) / pixelRatio : value)
  return [cos * scale, sin * scale, -sin * scale, cos * scale, onPixel(left), onPixel(top)]
}

/** The pixels of a picture, whole ones, that lie under another: `[x, y, width, height]`. */
export function holeIn(picture: Frame, over: Frame): [number, number, number, number] {
  const { x, y, scale } = placeOf(over, picture)
  const [left, top] = [Math.ceil(x), Math.ceil(y)]
  return [left, top, Math.max(0, Math.floor(x + over.width * scale) - left), Math.max(0, Math.floor(y + over.height * scale) - top)]
}

/** Whether a picture has the scale of a view, and upright symbols when it is turned like it. */
export function isLike(picture: Frame, view: Frame): boolean {
  return (
    picture.pixelRatio === view.pixelRatio &&
    picture.rotation === view.rotation &&
    Math.abs(picture.resolution / view.resolution - 1) < 1e-9
  )
}

/** Whether a picture shows exactly what would be painted for a view. */
export function isExact(picture: Frame, view: Frame): boolean {
  if (!isLike(picture, view) || !covers(picture, view)) return false
  const { x, y } = placeOf(picture, view)
  return Math.abs(x - Math.round(x)) < exactness && Math.abs(y - Math.round(y)) < exactness
}

/** Whether so little of the margin is left on a side that a new picture should be on its way. */
export function isNearEdge(picture: Frame, view: Frame): boolean {
  const [dx, dy] = [
    Math.abs(picture.center[0] - view.center[0]) / view.resolution,
    Math.abs(picture.center[1] - view.center[1]) / view.resolution,
  ]
  return dx > (picture.width - view.width) / 4 || dy > (picture.height - view.height) / 4
}

/** Whether a picture is all that is seen of a view. */
export function fills(picture: Frame, view: Frame): boolean {
  const { x, y, scale } = placeOf(picture, view)
  return x <= 0 && y <= 0 && x + picture.width * scale >= view.width && y + picture.height * scale >= view.height
}

export function covers(picture: Frame, view: Frame): boolean {
  return contains(boxOf(picture), boxOf(view), view.resolution / 2)
}

/** @param slack in metres */
export function contains(outer: Box, inner: Box, slack: number): boolean {
  return outer[0] <= inner[0] + slack && outer[1] <= inner[1] + slack && outer[2] >= inner[2] - slack && outer[3] >= inner[3] - slack
}

/** How much of a view a picture reaches, 0 to 1. */
export function shareOf(picture: Frame, view: Frame): number {
  const [a, b] = [boxOf(picture), boxOf(view)]
  const width = Math.min(a[2], b[2]) - Math.max(a[0], b[0])
  const height = Math.min(a[3], b[3]) - Math.max(a[1], b[1])
  return width <= 0 || height <= 0 ? 0 : (width * height) / ((b[2] - b[0]) * (b[3] - b[1]))
}

/** Whether a picture that is not done yet will be of any use: of the same scale by the factor of two, and somewhere in the view. */
export function isOfUse(picture: Frame, view: Frame): boolean {
  const scale = picture.resolution / view.resolution
  const [a, b] = [boxOf(picture), boxOf(view)]
  return scale < 2.1 && scale > 1 / 2.1 && a[0] < b[2] && a[2] > b[0] && a[1] < b[3] && a[3] > b[1]
}

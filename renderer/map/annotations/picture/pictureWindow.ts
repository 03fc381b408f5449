/**
 * Where a picture of the map lies. For each scale, turn and density of pixels there is one grid of pixels over the whole world; a picture is a window of whole
 * pixels in it. So what was painted once stays right, to the pixel, when the map is moved: it only lies elsewhere in another window. Pure.
 */

/** Scale, turn and density: what makes two pictures lie on one grid. */
export type Grid = {
  /** Metres of EPSG:3857 a CSS pixel. */
  resolution: number
  /** Radians, clockwise. */
  rotation: number
  pixelRatio: number
}

/** In pixels of the picture; whole numbers. x and y are the upper left corner on the grid, whose origin is longitude 0 on the equator. */
export type PictureWindow = Grid & { x: number; y: number; width: number; height: number }

/** In pixels of the grid. */
export type GridBox = { left: number; top: number; right: number; bottom: number }

/** `[a, b, c, d, e, f]`, as a canvas takes it: `x' = a x + c y + e`. */
export type Matrix = [number, number, number, number, number, number]

type Point = readonly [x: number, y: number]
type Extent = readonly [west: number, south: number, east: number, north: number]

/** @param center in EPSG:3857 @param sizePx CSS pixels */
export function windowAround(center: Point, sizePx: Point, grid: Grid): PictureWindow {
  const [x, y] = onGrid(center, grid)
  const [width, height] = [Math.round(sizePx[0] * grid.pixelRatio), Math.round(sizePx[1] * grid.pixelRatio)]
  const { resolution, rotation, pixelRatio } = grid
  return { resolution, rotation, pixelRatio, x: Math.round(x - width / 2), y: Math.round(y - height / 2), width, height }
}

/** A place of EPSG:3857 in pixels of the grid. */
export function onGrid([x, y]: Point, { resolution, rotation, pixelRatio }: Grid): Point {
  const scale = pixelRatio / resolution
  const [cos, sin] = [Math.cos(rotation) * scale, Math.sin(rotation) * scale]
  return [x * cos + y * sin, x * sin - y * cos]
}

/** From metres of EPSG:3857 to pixels of the window. @param offsetM added to x: another turn of the world */
export function matrixFor(window: PictureWindow, offsetM = 0): Matrix {
  const scale = window.pixelRatio / window.resolution
  const [a, b] = [Math.cos(window.rotation) * scale, Math.sin(window.rotation) * scale]
  return [a, b, b, -a, a * offsetM - window.x, b * offsetM - window.y]
}

/** The box on the grid around an extent of EPSG:3857. */
export function boxOfExtent([west, south, east, north]: Extent, grid: Grid): GridBox {
  const corners = [onGrid([west, south], grid), onGrid([west, north], grid), onGrid([east, south], grid), onGrid([east, north], grid)]
  const [xs, ys] = [corners.map(([x]) => x), corners.map(([, y]) => y)]
  return { left: Math.min(...xs), top: Math.min(...ys), right: Math.max(...xs), bottom: Math.max(...ys) }
}

export const boxOfWindow = ({ x, y, width, height }: PictureWindow): GridBox => ({ left: x, top: y, right: x + width, bottom: y + height })

export const isOneGrid = (a: Grid, b: Grid): boolean =>
  a.resolution === b.resolution && a.rotation === b.rotation && a.pixelRatio === b.pixelRatio

export const isSameWindow = (a: PictureWindow, b: PictureWindow): boolean =>
  isOneGrid(a, b) && a.x === b.x && a.y === b.y && a.width === b.width && a.height === b.height

/** A window with a margin around it. @param marginPx of the picture, whole */
export const grown = (window: PictureWindow, marginPx: number): PictureWindow => ({
  ...window,
  x: window.x - marginPx,
  y: window.y - marginPx,
  width: window.width + 2 * marginPx,
  height: window.height + 2 * marginPx,
})

/** Whether a picture has all that a view shows, on the view's own grid. */
export const holds = (picture: PictureWindow, view: PictureWindow): boolean =>
  isOneGrid(picture, view) &&
  picture.x <= view.x &&
  picture.y <= view.y &&
  picture.x + picture.width >= view.x + view.width &&
  picture.y + picture.height >= view.y + view.height

export const meet = (a: GridBox, b: GridBox): boolean => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom

/** Boxes that cover what `now` shows and `before` did not, without overlap. Both on one grid. */
export function uncovered(now: PictureWindow, before: PictureWindow): GridBox[] {
  const all = boxOfWindow(now)
  const kept = common(all, boxOfWindow(before))
  if (kept === null) return [all]
  const boxes: GridBox[] = [
    { ...all, bottom: kept.top },
    { ...all, top: kept.bottom },
    { left: all.left, right: kept.left, top: kept.top, bottom: kept.bottom },
    { left: kept.right, right: all.right, top: kept.top, bottom: kept.bottom },
  ]
  return boxes.filter(({ left, top, right, bottom }) => right > left && bottom > top)
}

/** The boxes in whole pixels within a window; those that overlap are joined, so that nothing is painted twice. */
export function joined(boxes: readonly GridBox[], window: PictureWindow): GridBox[] {
  const all = boxOfWindow(window)
  const result: GridBox[] = []
  for (const box of boxes) {
    const { left, top, right, bottom } = box
    const whole = common({ left: Math.floor(left), top: Math.floor(top), right: Math.ceil(right), bottom: Math.ceil(bottom) }, all)
    if (whole === null) continue
    let next = whole
    for (let index = result.length - 1; index >= 0; index -= 1) {
      const other = result[index]
      if (other === undefined || !meet(other, next)) continue
      next = around(other, next)
      result.splice(index, 1)
      // The larger box may reach others that were passed already.
      index = result.length
    }
    result.push(next)
  }
  return result
}

export const areaOf = (boxes: readonly GridBox[]): number =>
  boxes.reduce((sum, { left, top, right, bottom }) => sum + (right - left) * (bottom - top), 0)

/** Where a picture lies on the screen that shows another window, as a CSS transform about its upper left corner: CSS pixels to CSS pixels. */
export function placeOn(view: PictureWindow, picture: PictureWindow): Matrix {
  const scale = picture.resolution / view.resolution
  const turn = view.rotation - picture.rotation
  const [cos, sin] = [Math.cos(turn) * scale, Math.sin(turn) * scale]
  // The corner of the picture in CSS pixels of its own grid, turned and scaled into those of the view's.
  const [x, y] = [picture.x / picture.pixelRatio, picture.y / picture.pixelRatio]
  return [cos, sin, -sin, cos, x * cos - y * sin - view.x / view.pixelRatio, x * sin + y * cos - view.y / view.pixelRatio]
}

function common(a: GridBox, b: GridBox): GridBox | null {
  const box = {
    left: Math.max(a.left, b.left),
    top: Math.max(a.top, b.top),
    right: Math.min(a.right, b.right),
    bottom: Math.min(a.bottom, b.bottom),
  }
  return box.right > box.left && box.bottom > box.top ? box : null
}

const around = (a: GridBox, b: GridBox): GridBox => ({
  left: Math.min(a.left, b.left),
  top: Math.min(a.top, b.top),
  right: Math.max(a.right, b.right),
  bottom: Math.max(a.bottom, b.bottom),
})

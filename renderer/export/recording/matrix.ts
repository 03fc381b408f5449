/** Affine maps of the plane, as a canvas has them: `[a, b, c, d, e, f]` takes `(x, y)` to `(a·x + c·y + e, b·x + d·y + f)`. */
export type Matrix = readonly [a: number, b: number, c: number, d: number, e: number, f: number]

export const identity: Matrix = [1, 0, 0, 1, 0, 0]

/** First `inner`, then `outer`. */
export function multiplied(outer: Matrix, inner: Matrix): Matrix {
  const [a, b, c, d, e, f] = outer
  const [g, h, i, j, k, l] = inner
  return [a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * k + c * l + e, b * k + d * l + f]
}

export function inverted([a, b, c, d, e, f]: Matrix): Matrix | null {
  const determinant = a * d - b * c
  if (determinant === 0 || !Number.isFinite(determinant)) return null
  return [
    d / determinant,
    -b / determinant,
    -c / determinant,
    a / determinant,
    (c * f - d * e) / determinant,
    (b * e - a * f) / determinant,
  ]
}

export const translation = (x: number, y: number): Matrix => [1, 0, 0, 1, x, y]
export const scaling = (x: number, y: number = x): Matrix => [x, 0, 0, y, 0, 0]

/** How many times as long a line becomes: exact for maps that keep shapes, a mean for others. */
export const scaleOf = ([a, b, c, d]: Matrix): number => Math.sqrt(Math.abs(a * d - b * c))

/** Radians by which the x axis is turned. */
export const turnOf = ([a, b]: Matrix): number => Math.atan2(b, a)

export const isIdentity = (matrix: Matrix): boolean => matrix.every((value, index) => value === identity[index])

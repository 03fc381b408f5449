/** Colours as every reader of SVG knows them: six digits, and the opacity apart. */

export type SvgColor = { color: string; opacity: number }

const known = new Map<string, SvgColor>()
let reader: OffscreenCanvasRenderingContext2D | null = null

/** @param css any colour of CSS; a canvas says it in one of two ways. Source: HTML Living Standard, §4.12.5.1.20, serialization of a color */
export function svgColor(css: string): SvgColor {
  let color = known.get(css)
  if (color === undefined) {
    color = read(css)
    known.set(css, color)
  }
  return color
}

function read(css: string): SvgColor {
  reader ??= new OffscreenCanvas(1, 1).getContext('2d')
  if (reader === null) throw new Error('There is no canvas to read colours with.')
  reader.fillStyle = '#000000'
  reader.fillStyle = css
  const said = reader.fillStyle
  const [, red, green, blue, alpha] = /^rgba\((\d+), (\d+), (\d+), ([\d.e-]+)\)$/.exec(said) ?? []
  if (alpha === undefined) return { color: said, opacity: 1 }
  const digits = [red, green, blue].map((part) => Number(part).toString(16).padStart(2, '0')).join('')
  return { color: `#${digits}`, opacity: Number(alpha) }
}

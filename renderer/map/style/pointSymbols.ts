/** The plain marks for points, as outlines in a box of 2 × 2 around the origin, y downward. The map, the legend and the style panel draw the same ones. */
import type { PointSymbol } from '../../../electron/contract/document.ts'

type Ring = readonly (readonly [x: number, y: number])[]

/** `circle` is a disc; the others are closed outlines of equal visual weight. `ring` is a disc with a hole. */
export type SymbolShape = { kind: 'circle' } | { kind: 'ring'; innerRadius: number } | { kind: 'outline'; rings: readonly Ring[] }

export function shapeOf(symbol: PointSymbol): SymbolShape {
  switch (symbol) {
    case 'circle':
      return { kind: 'circle' }
    case 'ring':
      return { kind: 'ring', innerRadius: 0.5 }
    case 'square':
      return outline(regular(4, 1.12, 45))
    case 'triangle':
      return outline(regular(3, 1.15, -90).map(([x, y]) => [x, y + 0.12] as const))
    case 'diamond':
      return outline(regular(4, 1.15, 0))
    case 'star':
      return outline(star(5, 1.15, 0.48))
    case 'cross':
      return outline(cross)
    case 'airfield':
      return outline(airfield)
  }
}

/**
 * SVG path data of a symbol.
 *
 * @param radius half the symbol's size, in the units of the picture
 * @param center of the symbol, `[x, y]`
 */
export function symbolPath(symbol: PointSymbol, radius: number, [cx, cy]: readonly [number, number]): string {
  const shape = shapeOf(symbol)
  const disc = (r: number): string => `M${cx - r},${cy}a${r},${r} 0 1,0 ${2 * r},0a${r},${r} 0 1,0 ${-2 * r},0Z`
  if (shape.kind === 'circle') return disc(radius)
  if (shape.kind === 'ring') return disc(radius) + disc(radius * shape.innerRadius)
  return shape.rings.map((ring) => `M${ring.map(([x, y]) => `${round(cx + x * radius)},${round(cy + y * radius)}`).join('L')}Z`).join('')
}

const round = (value: number): number => Math.round(value * 100) / 100
const outline = (ring: Ring): SymbolShape => ({ kind: 'outline', rings: [ring] })

function regular(corners: number, radius: number, startDeg: number): Ring {
  return Array.from({ length: corners }, (_, i) => {
    const angle = ((startDeg + (360 / corners) * i) * Math.PI) / 180
    return [radius * Math.cos(angle), radius * Math.sin(angle)] as const
  })
}

function star(points: number, outer: number, inner: number): Ring {
  return Array.from({ length: points * 2 }, (_, i) => {
    const angle = ((-90 + (180 / points) * i) * Math.PI) / 180
    const radius = i % 2 === 0 ? outer : inner
    return [radius * Math.cos(angle), radius * Math.sin(angle)] as const
  })
}

const arm = 0.34
const cross: Ring = [
  [-arm, -1],
  [arm, -1],
  [arm, -arm],
  [1, -arm],
  [1, arm],
  [arm, arm],
  [arm, 1],
  [-arm, 1],
  [-arm, arm],
  [-1, arm],
  [-1, -arm],
  [-arm, -arm],
]

/** An aircraft seen from above, heading north. */
const airfield: Ring = [
  [0, -1.1],
  [0.16, -0.85],
  [0.17, -0.35],
  [1.1, 0.2],
  [1.1, 0.42],
  [0.17, 0.14],
  [0.13, 0.72],
  [0.42, 0.95],
  [0.42, 1.1],
  [0, 1],
  [-0.42, 1.1],
  [-0.42, 0.95],
  [-0.13, 0.72],
  [-0.17, 0.14],
  [-1.1, 0.42],
  [-1.1, 0.2],
  [-0.17, -0.35],
  [-0.16, -0.85],
]

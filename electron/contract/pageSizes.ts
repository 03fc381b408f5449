/** The sizes that a page is offered. Paper: ISO 216:2007 and ANSI/ASME Y14.1, in millimetres, portrait. Pictures: pixels, at a resolution that gives type its usual size. */
import type { PageSize } from './page.ts'

export type NamedSize = { id: string; name: string; size: PageSize }

const paper = (id: string, name: string, width: number, height: number): NamedSize => ({ id, name, size: { unit: 'mm', width, height } })
const picture = (id: string, name: string, width: number, height: number, dpi: number): NamedSize => ({
  id,
  name,
  size: { unit: 'px', width, height, dpi },
})

export const namedSizes: readonly NamedSize[] = [
  paper('a5', 'A5', 148, 210),
  paper('a4', 'A4', 210, 297),
  paper('a3', 'A3', 297, 420),
  paper('a2', 'A2', 420, 594),
  paper('a1', 'A1', 594, 841),
  paper('a0', 'A0', 841, 1189),
  paper('letter', 'Letter', 215.9, 279.4),
  paper('tabloid', 'Tabloid', 279.4, 431.8),
  picture('1920x1080', '16:9, 1920 × 1080', 1920, 1080, 96),
  picture('3840x2160', '16:9, 3840 × 2160', 3840, 2160, 192),
  picture('2048x2048', 'Square, 2048 × 2048', 2048, 2048, 192),
]

export type Orientation = 'landscape' | 'portrait'

/** The same size, upright or lying. */
export function turned(size: PageSize, orientation: Orientation): PageSize {
  const [short, long] = [Math.min(size.width, size.height), Math.max(size.width, size.height)]
  return orientation === 'landscape' ? { ...size, width: long, height: short } : { ...size, width: short, height: long }
}

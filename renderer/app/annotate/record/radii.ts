/** Radii as they are typed: in kilometres unless another unit stands behind the number; several are parted by commas or semicolons. */

const metresIn: Record<string, number> = { '': 1000, km: 1000, m: 1, nmi: 1852, nm: 1852, mi: 1609.344, ft: 0.3048 }
const mostM = 20_000_000
const mostRings = 50

/** @returns ascending, each once; or a sentence */
export function readRadii(text: string, single: boolean): { radiiM: number[] } | { problem: string } {
  const parts = text
    // A comma with a space behind it parts two radii; one between digits is a decimal point.
    .split(/;|,(?=\s|$)|\s+(?=[\d.])/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
  if (parts.length === 0) return { problem: single ? 'Write a radius, such as 12.5 km.' : 'Write radii, such as 10, 20, 30 km.' }
  const unitAtEnd = /[a-z]+$/i.exec(parts.at(-1) ?? '')?.[0].toLowerCase() ?? ''
  const radiiM: number[] = []
  for (const part of parts) {
    const [, number = '', unit = ''] = /^(\d+(?:[.,]\d+)?|[.,]\d+)\s*([a-z]*)$/i.exec(part) ?? []
    const factor = metresIn[unit === '' ? unitAtEnd : unit.toLowerCase()]
    const radius = Number(number.replace(',', '.')) * (factor ?? Number.NaN)
    if (number === '' || Number.isNaN(radius)) return { problem: `“${part.slice(0, 30)}” is no distance: write 12.5, 800 m or 5 nmi.` }
    if (radius <= 0 || radius > mostM) return { problem: 'A radius is more than 0 and at most 20,000 km.' }
    radiiM.push(Number(radius.toPrecision(12)))
  }
  const sorted = [...new Set(radiiM)].toSorted((a, b) => a - b)
  if (single && sorted.length > 1) return { problem: 'A circle has one radius.' }
  return sorted.length > mostRings ? { problem: `At most ${mostRings} rings.` } : { radiiM: sorted }
}

/** In kilometres, without the unit. */
export const radiiText = (radiiM: readonly number[]): string =>
  radiiM.map((radius) => String(Number((radius / 1000).toPrecision(10)))).join(', ')

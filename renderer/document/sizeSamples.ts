/** Round values that show in a legend how large a size by a field is. Pure. */
import { pointSize, lineWidth, shareOf } from '../../electron/contract/sizes.ts'
import type { LayerStyle, SizeByField, SymbolStyle } from '../../electron/contract/style.ts'
import { firstSymbol, inColor } from './categories.ts'
import { neutral } from './palettes.ts'

export type SizeSample = { value: number; share: number }

const wanted = 3

/** @returns the largest first: round values (1, 2 or 5 times a power of ten) whose sizes are far apart; the ends of the range where there are none */
export function sizeSamples(size: SizeByField): SizeSample[] {
  const [low, high] = [Math.min(size.from, size.to), Math.max(size.from, size.to)]
  const sample = (value: number): SizeSample => ({ value, share: shareOf(value, size) })
  const round = roundValues(low, high).map(sample)
  const all = round.length >= 2 ? round : [...new Set([low, high])].map(sample)
  const sorted = all.toSorted((a, b) => b.share - a.share)
  if (sorted.length <= wanted) return sorted
  const sizeOf = ({ share }: SizeSample): number => pointSize(share, size.minMm, size.maxMm, size.by)
  const [largest, smallest] = [sorted[0] as SizeSample, sorted.at(-1) as SizeSample]
  const middle = (sizeOf(largest) + sizeOf(smallest)) / 2
  const between = sorted.slice(1, -1).toSorted((a, b) => Math.abs(sizeOf(a) - middle) - Math.abs(sizeOf(b) - middle))[0]
  return [largest, ...(between === undefined ? [] : [between]), smallest]
}

/** What the samples of a style are drawn with. Where colours tell classes apart, a sample has none of theirs: it stands for all of them. */
export const symbolOfSamples = (style: LayerStyle): SymbolStyle =>
  style.kind === 'single' ? style.symbol : inColor(firstSymbol(style), neutral)

/** The symbol as large as a sample says. */
export function sampledSymbol(
  symbol: SymbolStyle,
  { minMm, maxMm, minLineMm, maxLineMm, by }: SizeByField,
  { share }: SizeSample,
): SymbolStyle {
  return {
    ...symbol,
    sizeMm: Math.max(0.1, pointSize(share, minMm, maxMm, by)),
    lineWidthMm: Math.max(0.1, lineWidth(share, minLineMm, maxLineMm)),
  }
}

function roundValues(low: number, high: number): number[] {
  const top = Math.floor(Math.log10(Math.max(Math.abs(low), Math.abs(high), Number.MIN_VALUE)))
  if (!Number.isFinite(top)) return []
  const powers = [top, top - 1]
  const positive = powers.flatMap((power) => [5, 2, 1].map((factor) => Number(`${factor}e${power}`)))
  return [...positive, 0, ...positive.map((value) => -value)].filter((value) => value >= low && value <= high && (value !== 0 || low < 0))
}

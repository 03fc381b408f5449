/** Measures several sides in turn, so that all of them see the same machine, and takes medians. */

/** One run of a side: figures by name. Null when the side cannot do it, as when it crashes: it is not asked again. */
export type Side = (run: number) => Promise<Record<string, number> | null>

/** Medians by figure; null for a side that could not do it. */
export type Medians = Record<string, number> | null

/**
 * @param runs at least 1; of each side, one after another, round by round
 * @param sides by name; null for one that is not measured
 * @returns medians by the same names, without those that were not measured
 */
export async function inTurn(runs: number, sides: Readonly<Record<string, Side | null>>): Promise<Record<string, Medians>> {
  const measured: Record<string, Record<string, number>[] | null> = {}
  for (let run = 0; run < runs; run++) {
    for (const [name, side] of Object.entries(sides)) {
      if (side === null || measured[name] === null) continue
      const figures = await side(run)
      measured[name] = figures === null ? null : [...(measured[name] ?? []), figures]
    }
  }
  return Object.fromEntries(Object.entries(measured).map(([name, figures]) => [name, mediansOf(figures)]))
}

function mediansOf(runs: Record<string, number>[] | null): Medians {
  if (runs === null || runs[0] === undefined) return null
  return Object.fromEntries(Object.keys(runs[0]).map((figure) => [figure, median(runs.map((run) => run[figure] ?? Number.NaN))]))
}

/** @throws when there are no values, or one of them is no number */
export function median(values: readonly number[]): number {
  return quantile(values, 0.5)
}

/** Between the two nearest values where it falls between. @param share 0 to 1 @throws when there are no values, or one of them is no number */
export function quantile(values: readonly number[], share: number): number {
  if (values.length === 0 || values.some(Number.isNaN)) throw new Error('Nothing was measured.')
  const sorted = values.toSorted((a, b) => a - b)
  const at = (sorted.length - 1) * share
  const [below, above] = [sorted[Math.floor(at)] ?? 0, sorted[Math.ceil(at)] ?? 0]
  return below + (above - below) * (at - Math.floor(at))
}

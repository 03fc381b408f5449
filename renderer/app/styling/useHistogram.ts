/** How the numbers of a graduated layer are spread, as the engine counts them. */
import { useEffect, useState } from 'react'
import type { SourceId } from '../../../electron/contract/layer.ts'
import type { Histogram } from '../../../electron/contract/query.ts'
import { call } from '../../bridge/index.ts'
import type { GraduatedStyle } from '../../document/graduated.ts'

/** As many as can be told apart in the panel. */
const bins = 48

/**
 * @param contentKey of the file: another version is asked again
 * @param filter of the layer: only what it lets through is counted
 * @returns null while it is not known; that of the bounds before, until those of the present ones are counted
 */
export function useHistogram(
  source: SourceId | null,
  style: GraduatedStyle | null,
  contentKey: string | null,
  filter: string,
): Histogram | null {
  const [found, setFound] = useState<{ field: string; histogram: Histogram } | null>(null)
  const field = style?.field ?? null
  const ranges = JSON.stringify(style?.classes.map(({ lower, upper }) => [lower, upper]) ?? [])
  useEffect(() => {
    if (source === null || field === null || contentKey === null) return
    let overtaken = false
    call('layers.histogram', { source, field, filter, bins, ranges: JSON.parse(ranges) as [number, number][] }).then(
      (histogram) => !overtaken && setFound({ field, histogram }),
      // The classes can be set without it, and what is wrong with the file is said elsewhere.
      () => !overtaken && setFound(null),
    )
    return () => {
      overtaken = true
    }
  }, [source, field, contentKey, filter, ranges])
  return found !== null && found.field === field ? found.histogram : null
}

/** Features that are in none of the ranges, those without a number among them. */
export const inNoRange = ({ counts, inRanges, nulls }: Histogram): number => nulls + sum(counts) - sum(inRanges)

const sum = (counts: readonly number[]): number => counts.reduce((total, count) => total + count, 0)

/** How many features a layer's filter lets through, as the engine counts them. */
import { useEffect, useState } from 'react'
import type { Layer } from '../../../electron/contract/document.ts'
import type { LayerSummary } from '../../../electron/contract/layer.ts'
import { matchingOf } from '../../store/featureQueries.ts'

/** @returns null without a filter, and while it is not known */
export function useMatchingCount({ filter }: Layer, summary: LayerSummary | null): number | null {
  const [count, setCount] = useState<number | null>(null)
  const [id, contentKey] = [summary?.id, summary?.contentKey]
  useEffect(() => {
    setCount(null)
    if (filter === '' || id === undefined) return undefined
    let isCurrent = true
    // What cannot be understood is said below the layer's line.
    matchingOf(id, filter).then(
      (matching) => isCurrent && setCount(matching.count),
      () => undefined,
    )
    return () => {
      isCurrent = false
    }
  }, [filter, id, contentKey])
  return count
}

/** Going over the features that a filter lets through. */
import type { OpenLayer } from '../sources.ts'
import { skipped } from '../store/layerStore.ts'
import type { Mask } from './mask.ts'
import { Pauses } from './pause.ts'

/** In the order of the file, without those that were skipped when it was read. @throws CancelledError, and what the visitor throws */
export async function visitSelection(
  { layer: { store } }: OpenLayer,
  mask: Mask | null,
  visit: (feature: number) => void,
  signal: AbortSignal,
): Promise<void> {
  const pauses = new Pauses(signal)
  for (let feature = 0; feature < store.featureCount; feature++) {
    if ((feature & 0x3ff) === 0 && pauses.isDue) await pauses.take()
    if (store.kinds[feature] !== skipped && (mask === null || mask.has(feature))) visit(feature)
  }
}

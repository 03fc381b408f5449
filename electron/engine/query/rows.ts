/** Goes over the attributes of a layer, feature by feature, in the order of the file. */
import { CancelledError } from '../../contract/refusal.ts'
import { propertiesOf } from '../answer/properties.ts'
import type { OpenLayer } from '../sources.ts'
import { skipped } from '../store/layerStore.ts'
import type { WorkOptions } from './sharedWork.ts'

/**
 * Gives the bytes of each feature's properties object (null when it has none) to a visitor; they are valid until it returns. Features that were skipped when
 * the file was read are left out.
 *
 * @param isWanted which features to look at
 * @throws RefusalError, CancelledError, and what the visitor throws
 */
export async function visitRows(
  open: OpenLayer,
  visit: (feature: number, properties: Uint8Array | null) => void,
  { signal, onProgress }: WorkOptions,
  isWanted: (feature: number) => boolean = () => true,
): Promise<void> {
  const { store } = open.layer
  const reader = await open.bytes.reader()
  try {
    for (let feature = 0; feature < store.featureCount; feature++) {
      if ((feature & 0x7ff) === 0) {
        // Most readings are answered from memory, and do not wait.
        await new Promise(setImmediate)
        if (signal.aborted) throw new CancelledError()
        onProgress(feature, store.featureCount)
      }
      if (store.kinds[feature] === skipped || !isWanted(feature)) continue
      const reading = propertiesOf(store, feature, reader)
      visit(feature, reading instanceof Promise ? await reading : reading)
    }
  } finally {
    await reader.close()
  }
}

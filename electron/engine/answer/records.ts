/** Attributes of chosen features, exact. */
import type { FeatureRecord } from '../../contract/layer.ts'
import { smallWindow } from '../file/ranges.ts'
import type { OpenLayer } from '../sources.ts'
import { geometryTypeOf, skipped } from '../store/layerStore.ts'
import { attributesIn, propertiesOf } from './properties.ts'

/** @returns in the order in which they were asked for; indices that are unknown or were skipped are left out. @throws RefusalError */
export async function recordsOf(open: OpenLayer, features: number[]): Promise<FeatureRecord[]> {
  const { store } = open.layer
  const reader = await open.bytes.reader(smallWindow)
  try {
    const records: FeatureRecord[] = []
    for (const feature of features) {
      const kind = store.kinds[feature]
      if (kind === undefined || kind === skipped) continue
      const properties = await propertiesOf(store, feature, reader)
      records.push({ feature, geometryType: geometryTypeOf(kind), attributes: properties === null ? [] : attributesIn(properties) })
    }
    return records
  } finally {
    await reader.close()
  }
}

/** All drawable features of a layer as GeoJSON bytes: WGS 84, `id` = index in the file, exact coordinates and attributes. */
import { CancelledError, RefusalError } from '../../contract/refusal.ts'
import * as member from '../geojson/members.ts'
import type { OpenLayer } from '../sources.ts'
import { flag, isDrawn } from '../store/layerStore.ts'
import { ByteSink } from './byteSink.ts'
import { exactGeometry } from './exactGeometry.ts'
import { memberBytes, propertiesOf } from './properties.ts'

/** More than that is nothing to hand to a window in one piece. */
const byteLimit = 1 << 30

const decoder = new TextDecoder()

/** @throws RefusalError, CancelledError */
export async function featuresOf(open: OpenLayer, signal: AbortSignal): Promise<Uint8Array<ArrayBuffer>> {
  const { layer } = open
  const { store, crs } = layer
  const sink = new ByteSink()
  const reader = await open.bytes.reader()
  let separator = ''
  sink.text('{"type":"FeatureCollection","features":[')
  try {
    for (let feature = 0; feature < store.featureCount; feature++) {
      if ((feature & 0x3ff) === 0) {
        await new Promise(setImmediate)
        if (signal.aborted) throw new CancelledError()
      }
      const kind = store.kinds[feature] as number
      if (!isDrawn(kind)) continue
      const whole = reader.read(store.starts[feature] as number, store.ends[feature] as number)
      const bytes = whole instanceof Promise ? await whole : whole
      const flags = store.flags[feature] as number
      const geometry = (flags & flag.bare) === 0 ? memberBytes(bytes, member.geometry) : bytes
      if (geometry === null) continue
      sink.text(`${separator}{"type":"Feature","id":${feature},"geometry":`)
      if (crs.isLonLat && (flags & flag.rebuilt) === 0) sink.bytes(geometry)
      else sink.text(JSON.stringify(exactGeometry(JSON.parse(decoder.decode(geometry)), crs)))
      sink.text(',"properties":')
      const reading = propertiesOf(store, feature, reader)
      const properties = reading instanceof Promise ? await reading : reading
      if (properties === null) sink.text('null')
      else sink.bytes(properties)
      sink.text('}')
      separator = ','
      if (sink.length > byteLimit) {
        throw new RefusalError({
          message: 'This layer is too large to be taken into the window whole.',
          advice: 'Show it by view instead.',
          file: open.path,
        })
      }
    }
  } finally {
    await reader.close()
  }
  sink.text(']}')
  return sink.finish()
}

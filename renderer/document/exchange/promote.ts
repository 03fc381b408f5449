/** A feature of a layer, made into annotations. */
import type { FeatureRecord } from '../../../electron/contract/layer.ts'
import { annotationsFrom } from './foreignFeature.ts'
import { type Imported, type ImportOptions, withOwnIds } from './imported.ts'

/**
 * @param geometry GeoJSON, lon/lat on WGS84; a multi-part one gives several annotations
 * @param layerName stands as the source where the attributes name none
 */
export function promote(
  geometry: unknown,
  record: FeatureRecord,
  layerName: string,
  options: Omit<Partial<ImportOptions>, 'file'> = {},
): Imported {
  const { now = new Date().toISOString() } = options
  // Numbers stay as exact text: an identifier of 20 digits is not rounded.
  const attributes = new Map(record.attributes.filter(({ type }) => type !== 'null').map(({ name, text }) => [name, text]))
  const { annotations, problems } = annotationsFrom({ geometry, attributes }, record.feature, now)
  const sourced = annotations.map((annotation) => {
    const { source } = annotation.properties
    return source.title !== ''
      ? annotation
      : { ...annotation, properties: { ...annotation.properties, source: { ...source, title: layerName.slice(0, 2_000) } } }
  })
  return { annotations: withOwnIds(sourced, options), problems }
}

/** How the user wishes to see a file, when it becomes a layer. */
import type { LayerSummary, SourceRef } from '../../../electron/contract/layer.ts'
import type { LayerStyle } from '../../../electron/contract/style.ts'
import { call } from '../../bridge/index.ts'
import { fitStyle } from '../../document/fitStyle.ts'

/** @returns the wish as far as it fits the file; null when there is none. What goes wrong never keeps a file from being opened. */
export async function defaultStyleOf(source: SourceRef, summary: LayerSummary, fresh: LayerStyle): Promise<LayerStyle | null> {
  const own = await call('layers.defaultStyle', { source: source.id }).catch(() => null)
  return own === null ? null : fitStyle(own, fresh, summary.fields).style
}

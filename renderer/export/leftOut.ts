/** Layers that a page cannot show, in words. */
import type { MapDocument } from '../../electron/contract/document.ts'
import { problemSentence, readFilter } from '../../electron/contract/expression/index.ts'
import type { LayerSummary } from '../../electron/contract/layer.ts'

/**
 * A layer with a filter that cannot be understood is not drawn: all of its features would be as wrong as none.
 *
 * @param summaries of the layers' files, by path
 * @returns a sentence for each that would be seen otherwise
 */
export function layersLeftOut({ layers }: Pick<MapDocument, 'layers'>, summaries: ReadonlyMap<string, LayerSummary>): string[] {
  const seen = layers.flatMap((node) => (node.type === 'layer' ? [node] : node.visible ? node.layers : [])).filter(({ visible }) => visible)
  return seen.flatMap(({ name, path, filter }) => {
    const summary = summaries.get(path)
    const reading = summary === undefined ? null : readFilter(filter, summary.fields)
    if (reading === null || reading.ok) return []
    return [`${name} is left out: its filter cannot be understood. ${problemSentence(reading.problem)}`]
  })
}

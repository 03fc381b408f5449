/** Layers that a page cannot show, or shows otherwise than one expects, in words. */
import type { Layer, MapDocument } from '../../electron/contract/document.ts'
import { problemSentence, readFilter } from '../../electron/contract/expression/index.ts'
import type { LayerSummary } from '../../electron/contract/layer.ts'
import { maxPathVertices } from '../../electron/contract/pictureLimits.ts'

/**
 * A layer with a filter that cannot be understood is not drawn: all of its features would be as wrong as none.
 *
 * @param summaries of the layers' files, by path
 * @returns a sentence for each that would be seen otherwise
 */
export function layersLeftOut({ layers }: Pick<MapDocument, 'layers'>, summaries: ReadonlyMap<string, LayerSummary>): string[] {
  return seenLayers(layers).flatMap(({ name, path, filter }) => {
    const summary = summaries.get(path)
    const reading = summary === undefined ? null : readFilter(filter, summary.fields)
    if (reading === null || reading.ok) return []
    return [`${name} is left out: its filter cannot be understood. ${problemSentence(reading.problem)}`]
  })
}

/**
 * A layer of very many vertices is one picture among the paths of a PDF or an SVG: as paths, it would make a file that hardly any program opens.
 *
 * @param summaries of the layers' files, by path
 * @returns a sentence for each
 */
export function layersAsPictures({ layers }: Pick<MapDocument, 'layers'>, summaries: ReadonlyMap<string, LayerSummary>): string[] {
  return seenLayers(layers).flatMap(({ name, path }) => {
    const vertices = summaries.get(path)?.vertices ?? 0
    if (vertices <= maxPathVertices) return []
    return [
      `The layer “${name}” is a picture in this file, not paths: it has ${count(vertices)} vertices, and paths are drawn up to ${count(maxPathVertices)}.`,
    ]
  })
}

const seenLayers = (layers: MapDocument['layers']): Layer[] =>
  layers.flatMap((node) => (node.type === 'layer' ? [node] : node.visible ? node.layers : [])).filter(({ visible }) => visible)

const count = (value: number): string => value.toLocaleString('en-US')

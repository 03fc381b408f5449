/** Layer files read by the engine, one after another, for a document that is made without a window. */
import type { SourceRef } from '../contract/layer.ts'
import { type Refusal, RefusalError } from '../contract/refusal.ts'
import type { ReadLayer } from './composeDocument.ts'
import type { EngineHost } from './engineHost.ts'
import { findFiles } from './layerFiles.ts'

type Options = {
  admit: (path: string) => SourceRef
  /** Whether the layers are going to be drawn from the same engine. */
  keepOpen: boolean
  signal?: AbortSignal
}

/**
 * Reads files, and those in folders. All are tried, so that all that is wrong is told at once.
 *
 * @param paths absolute
 * @returns the layers in the order of their names, and what could not be read
 * @throws CancelledError
 */
export async function readLayers(
  engine: EngineHost,
  paths: string[],
  { admit, keepOpen, signal }: Options,
): Promise<{ layers: ReadLayer[]; refusals: Refusal[] }> {
  const found = await findFiles(paths)
  const refusals = [...found.refusals, ...found.documents.map(noLayer)]
  const layers: ReadLayer[] = []
  for (const path of found.layers) {
    const source = admit(path)
    try {
      const call = { source: source.id, path: source.path }
      layers.push({ source, summary: await engine.call('open', call, signal === undefined ? {} : { signal }) })
      if (!keepOpen) await engine.call('close', { source: source.id })
    } catch (error) {
      if (!(error instanceof RefusalError)) throw error
      refusals.push(error.refusal)
    }
  }
  return { layers, refusals }
}

const noLayer = (path: string): Refusal => ({
  message: `${path} is a map document, and no layer.`,
  advice: 'Name layer files.',
  file: path,
  line: null,
  column: null,
})

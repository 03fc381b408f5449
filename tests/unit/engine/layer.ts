/** Layers for tests: a text is written to a file and read by the engine, in this process. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll } from 'vitest'
import type { LayerSummary } from '../../../electron/contract/layer.ts'
import { featuresOf } from '../../../electron/engine/answer/features.ts'
import { type OpenLayer, Sources } from '../../../electron/engine/sources.ts'

export const source = '00000000000000aa'

export type Feature = {
  type: 'Feature'
  id: number
  geometry: { type: string; coordinates?: unknown; geometries?: unknown[] } | null
  properties: unknown
}

export type TestLayers = {
  folder: string
  sources: Sources
  /** Reads a text as a file. @throws RefusalError */
  read(text: string | Uint8Array, name?: string): Promise<{ summary: LayerSummary; open: OpenLayer; features: () => Promise<Feature[]> }>
}

const { signal } = new AbortController()

/** Gives a folder and an engine to a test file. */
export function useLayers(): TestLayers {
  const layers: TestLayers = {
    folder: '',
    sources: new Sources(),
    async read(text, name = 'layer.geojson') {
      const path = join(layers.folder, name)
      await writeFile(path, text)
      layers.sources.close(source)
      const summary = await layers.sources.read(source, path, { signal, onProgress: () => {} })
      const open = layers.sources.get(source)
      const features = async (): Promise<Feature[]> =>
        (JSON.parse(new TextDecoder().decode(await featuresOf(open, signal))) as { features: Feature[] }).features
      return { summary, open, features }
    },
  }
  beforeAll(async () => {
    layers.folder = await mkdtemp(join(tmpdir(), 'cartouche-layers-'))
  })
  afterAll(() => rm(layers.folder, { recursive: true, force: true }))
  return layers
}

export const feature = (geometry: unknown, properties: unknown = {}): string => JSON.stringify({ type: 'Feature', properties, geometry })
export const collection = (...features: string[]): string => `{"type":"FeatureCollection","features":[${features.join(',')}]}`
export const point = (...coordinates: number[]): string => feature({ type: 'Point', coordinates })
export const line = (...coordinates: number[][]): string => feature({ type: 'LineString', coordinates })
export const polygon = (...coordinates: number[][][]): string => feature({ type: 'Polygon', coordinates })

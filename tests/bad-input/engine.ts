/** The real engine, in a worker thread as the command line has it, and a folder for files to be opened. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll } from 'vitest'
import type { LayerSummary } from '../../electron/contract/layer.ts'
import { RefusalError, type Refusal } from '../../electron/contract/refusal.ts'
import { type CallOptions, EngineHost } from '../../electron/services/engineHost.ts'
import { startEngineWorker } from '../../electron/services/engineWorker.ts'

export const source = '00000000000000aa'

export type TestEngine = {
  host: EngineHost
  folder: string
  /** Writes a file into the folder. @returns its path */
  write(name: string, bytes: string | Uint8Array): Promise<string>
  /** Opens a file: the summary, or what refuses it. */
  open(path: string, options?: CallOptions): Promise<{ summary: LayerSummary } | { refusal: Refusal }>
}

/** Starts one engine for a test file, and ends it after. */
export function useEngine(): TestEngine {
  const host = new EngineHost(() => startEngineWorker(new URL('../../electron/engine/index.ts', import.meta.url)))
  const engine: TestEngine = {
    host,
    folder: '',
    async write(name, bytes) {
      const path = join(engine.folder, name)
      await writeFile(path, bytes)
      return path
    },
    async open(path, options) {
      try {
        return { summary: await host.call('open', { source, path }, options) }
      } catch (error) {
        if (error instanceof RefusalError) return { refusal: error.refusal }
        throw error
      }
    },
  }
  beforeAll(async () => {
    engine.folder = await mkdtemp(join(tmpdir(), 'cartouche-engine-'))
  })
  afterAll(async () => {
    host.stop()
    await rm(engine.folder, { recursive: true, force: true })
  })
  return engine
}

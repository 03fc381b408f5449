/** What maps were exported to last, kept between two starts: by the path of the map, so that its next update goes over the same files. */
import { ExportSettings } from '../contract/export.ts'
import { z } from '../contract/schema.ts'
import { KeptState } from './keptState.ts'

/** `paths` has a file for each of the settings, in their order. */
const KeptExport = z.strictObject({
  /** Absolute path of the map. */
  map: z.string(),
  settings: z.array(ExportSettings).min(1),
  paths: z.array(z.string()).min(1),
})

export type KeptExport = z.infer<typeof KeptExport>

/** Those of maps that were not exported for longest are forgotten. */
const maxMaps = 50

export class KeptExports {
  readonly #state: KeptState<KeptExport[]>
  #entries: Promise<KeptExport[]> | null = null

  /** @param path of the file that they are kept in */
  constructor(path: string) {
    this.#state = new KeptState(path, z.array(KeptExport))
  }

  /** @param map absolute path @returns null when the map was not exported, or that was long ago */
  async of(map: string): Promise<KeptExport | null> {
    const found = (await this.#read()).find((entry) => entry.map === map)
    return found === undefined || found.settings.length !== found.paths.length ? null : found
  }

  async keep(entry: KeptExport): Promise<void> {
    const others = (await this.#read()).filter(({ map }) => map !== entry.map)
    const entries = [entry, ...others].slice(0, maxMaps)
    this.#entries = Promise.resolve(entries)
    await this.#state.write(entries)
  }

  async #read(): Promise<KeptExport[]> {
    this.#entries ??= this.#state.read().then((entries) => entries ?? [])
    return this.#entries
  }
}

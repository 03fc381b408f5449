/** How the user wishes to see his files when they are opened: a style for a path, kept in his data folder. */
import { LayerStyle } from '../contract/style.ts'
import { z } from '../contract/schema.ts'
import { KeptState } from './keptState.ts'

/** Those that were kept longest ago go first. */
const maxKept = 1_000

const Kept = z.array(z.strictObject({ path: z.string(), style: LayerStyle }))

export class DefaultStyles {
  readonly #state: KeptState<z.infer<typeof Kept>>
  #kept: Promise<z.infer<typeof Kept>> | undefined

  constructor(path: string) {
    this.#state = new KeptState(path, Kept)
  }

  /** @param path absolute @returns null when none is kept */
  async styleOf(path: string): Promise<LayerStyle | null> {
    return (await this.#all()).find((one) => one.path === path)?.style ?? null
  }

  /** @param path absolute @param style null takes away what is kept */
  async keep(path: string, style: LayerStyle | null): Promise<void> {
    this.#kept = this.#all().then((all) => {
      const others = all.filter((one) => one.path !== path)
      return style === null ? others : [{ path, style }, ...others].slice(0, maxKept)
    })
    await this.#state.write(await this.#kept)
  }

  #all(): Promise<z.infer<typeof Kept>> {
    this.#kept ??= this.#state.read().then((kept) => kept ?? [])
    return this.#kept
  }
}

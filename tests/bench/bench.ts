/** What a bench is. Each is a module of `benches/`, and is listed in `benches/index.ts`. */

/** One thing that was measured: ours beside a peer's, both measured in turn in the same run. */
export type Figure = {
  bench: string
  figure: string
  /** Features (or annotations, or pages) that it was measured with; null where there is no such number. */
  size: number | null
  /** Median of the runs. */
  ours: number
  /** Median of the runs; null where there is no peer, or where the peer gave no answer. */
  peer: number | null
  peerName: string | null
  /** Ours by the peer's: below 1, ours is less. */
  ratio: number | null
  unit: Unit
  runs: number
  /** How busy the machine was meanwhile: processes that ran or waited to run, the mean of a minute, ours included. */
  load: number
  /** What a reader should know, as why there is no peer. */
  note?: string
}

export type Unit = 'ms' | 'MB' | '×' | 'count'

/** A figure as a bench hands it out; the frame adds the rest. */
export type Measured = Omit<Figure, 'bench' | 'size' | 'ratio' | 'runs' | 'load'>

export type BenchContext = {
  /** One of the bench's sizes, or what `--size` says; null for a bench without sizes. */
  size: number | null
  /** How often each side is measured. */
  runs: number
  /** Peers that are not measured. */
  without: readonly string[]
  /** An empty folder, which is removed afterwards. */
  folder: string
  /** A file of so many mixed features (`generate.ts`), made when it is first wanted, and kept for the next run. */
  dataFile(count: number): Promise<string>
  /** A folder for CPU profiles of what is measured; null for none. Profiling makes everything slower. */
  profiles: string | null
  /** Tells whoever waits what is going on. */
  say(sentence: string): void
}

export type Bench = {
  name: string
  /** One sentence on what is measured, for `--help` and the written results. */
  about: string
  /** What is measured unless `--size` says otherwise; empty for a bench without sizes. */
  sizes: readonly number[]
  /** Figures are handed out as soon as they are there. @throws when a figure cannot be measured */
  run(context: BenchContext): AsyncIterable<Measured>
}

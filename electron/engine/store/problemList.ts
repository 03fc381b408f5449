/** The list of what was wrong in a file and what became of it. Kept in full up to a limit, counted beyond. */
import type { LayerProblem } from '../../contract/layer.ts'

const problemLimit = 100_000

export class ProblemList {
  /** All problems, those beyond the limit too. */
  count = 0
  skipped = 0
  /** Those that are kept, in the order of the file; problems of the file as a whole come last. */
  readonly list: LayerProblem[] = []

  /** @param message is only asked for while there is room for it */
  add(problem: Omit<LayerProblem, 'message'>, message: () => string): void {
    this.count++
    if (problem.outcome === 'skipped') this.skipped++
    if (this.list.length < problemLimit) this.list.push({ ...problem, message: message() })
  }

  /** Forgets the problems of features from an index on. */
  truncate(feature: number): void {
    while (this.list.length > 0 && (this.list.at(-1)?.feature ?? -1) >= feature) {
      const last = this.list.pop()
      this.count--
      if (last?.outcome === 'skipped') this.skipped--
    }
  }
}

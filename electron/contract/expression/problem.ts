/** What is wrong with a filter: a sentence and the place that it is about. */

export type FilterProblem = {
  /** Ends with a full stop. */
  message: string
  /** Place in the text, in UTF-16 units: from `start` to before `end`. Empty at the end of the text. */
  start: number
  end: number
  /** What to write in that place instead, where that is known. */
  suggestion: string | null
}

/** Thrown inside of this folder only. */
export class FilterError extends Error {
  readonly problem: FilterProblem

  constructor(message: string, { start, end }: { start: number; end: number }, suggestion: string | null = null) {
    super(message)
    this.name = 'FilterError'
    this.problem = { message, start, end, suggestion }
  }
}

/** A word of the user in a sentence: not longer than a line. */
export const shortened = (word: string): string => (word.length > 40 ? `${word.slice(0, 39)}…` : word)

/**
 * The three truth values of SQL: a comparison with a value that is not there is neither true nor false, but unknown, and a feature is let through by what is
 * true. As numbers: `and` is the smaller one, `or` the larger one, and `not` the other end.
 */
export const isFalse = 0
export const isUnknown = 1
export const isTrue = 2

export type Truth = 0 | 1 | 2

export const not = (truth: Truth): Truth => (2 - truth) as Truth
export const truthOf = (condition: boolean): Truth => (condition ? isTrue : isFalse)

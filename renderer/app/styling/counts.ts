/** How many features stand behind a class. */
import type { CategoryValue } from '../../../electron/contract/document.ts'
import { type CategoryStyle, withoutClass } from '../../document/categories.ts'
import type { Values } from './useFieldValues.ts'

const text = (count: number): string => count.toLocaleString('en')

/** @returns null while it is not known */
export function countOf(values: Values, value: CategoryValue): string | null {
  if (values.state !== 'ready') return null
  const found = values.values.values.find((one) => one.value === value)
  // A value that is not among the most frequent ones may still be in the file.
  return found === undefined ? (values.values.more ? '–' : '0') : text(found.count)
}

/** Features of values without a class. A plus says that there are more than were counted. */
export function countOfOthers(values: Values, style: CategoryStyle): string | null {
  if (values.state !== 'ready') return null
  const sum = withoutClass(style, values.values.values).reduce((total, { count }) => total + count, 0)
  return `${text(sum)}${values.values.more ? '+' : ''}`
}

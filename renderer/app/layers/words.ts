/** Numbers and words of the layers panel. */
import type { LayerSummary } from '../../../electron/contract/layer.ts'

const counting = new Intl.NumberFormat('en')

/** @returns '12,345' */
export const formatCount = (count: number): string => counting.format(count)

/** @returns '1 problem', '12 problems' */
export const howMany = (count: number, one: string, many = `${one}s`): string => `${formatCount(count)} ${count === 1 ? one : many}`

/** @returns 0 to 100; 0 while the size is not known */
export const percentOf = (done: number, total: number): number => (total <= 0 ? 0 : Math.min(100, Math.floor((done / total) * 100)))

/**
 * What is new in a file that was read again.
 *
 * @returns 'bases was reloaded: 3 features more.'
 */
export function reloadedInWords(name: string, before: LayerSummary, after: LayerSummary): string {
  const names = ({ fields }: LayerSummary): string[] => fields.map((field) => field.name)
  const more = featuresIn(after) - featuresIn(before)
  const changes = [
    ...(more === 0 ? [] : [`${howMany(Math.abs(more), 'feature')} ${more > 0 ? 'more' : 'fewer'}`]),
    ...changedNames('now with', 'more attribute', names(after), names(before)),
    ...changedNames('now without', 'attribute', names(before), names(after)),
  ]
  if (changes.length === 0) changes.push('the same number of features, not all as they were')
  return `${name} was reloaded: ${changes.join(', ')}.`
}

const featuresIn = ({ features, withoutGeometry }: LayerSummary): number => features + withoutGeometry

/** The attributes of one list that are not in another one. */
function changedNames(word: string, what: string, here: string[], there: string[]): string[] {
  const known = new Set(there)
  const [first, ...others] = here.filter((name) => !known.has(name))
  if (first === undefined) return []
  return [others.length === 0 ? `${word} the attribute “${first}”` : `${word} ${howMany(others.length + 1, what)}`]
}

/** @returns '3 of 1,204 features were skipped; 2 more problems were repaired or left as they are.' */
export function problemsInWords({ features, withoutGeometry, problems }: LayerSummary): string {
  const total = features + withoutGeometry + problems.skipped
  const others = problems.count - problems.skipped
  const skipped = `${formatCount(problems.skipped)} of ${howMany(total, 'feature')} ${problems.skipped === 1 ? 'was' : 'were'} skipped`
  const rest = others === 1 ? 'was repaired or left as it is' : 'were repaired or left as they are'
  if (problems.skipped === 0) return `No feature was skipped; ${howMany(others, 'problem')} ${rest}.`
  return others === 0 ? `${skipped}.` : `${skipped}; ${formatCount(others)} more ${others === 1 ? 'problem' : 'problems'} ${rest}.`
}

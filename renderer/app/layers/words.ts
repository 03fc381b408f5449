/** Numbers and words of the layers panel. */
import type { LayerSummary } from '../../../electron/contract/layer.ts'

const counting = new Intl.NumberFormat('en')

/** @returns '12,345' */
export const formatCount = (count: number): string => counting.format(count)

/** @returns '1 problem', '12 problems' */
export const howMany = (count: number, one: string, many = `${one}s`): string => `${formatCount(count)} ${count === 1 ? one : many}`

/** @returns 0 to 100; 0 while the size is not known */
export const percentOf = (done: number, total: number): number => (total <= 0 ? 0 : Math.min(100, Math.floor((done / total) * 100)))

/** @returns '3 of 1,204 features were skipped; 2 more problems were repaired or left as they are.' */
export function problemsInWords({ features, withoutGeometry, problems }: LayerSummary): string {
  const total = features + withoutGeometry + problems.skipped
  const others = problems.count - problems.skipped
  const skipped = `${formatCount(problems.skipped)} of ${howMany(total, 'feature')} ${problems.skipped === 1 ? 'was' : 'were'} skipped`
  const rest = others === 1 ? 'was repaired or left as it is' : 'were repaired or left as they are'
  if (problems.skipped === 0) return `No feature was skipped; ${howMany(others, 'problem')} ${rest}.`
  return others === 0 ? `${skipped}.` : `${skipped}; ${formatCount(others)} more ${others === 1 ? 'problem' : 'problems'} ${rest}.`
}

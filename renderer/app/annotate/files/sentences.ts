/** What came of an import or export, in a sentence. */
import type { LayerProblem } from '../../../../electron/contract/layer.ts'

const counted = (count: number): string => (count === 1 ? '1 annotation' : `${count.toLocaleString('en-US')} annotations`)

/** @param from 'from bases.kml' */
export function importSentence(count: number, from: string, problems: readonly LayerProblem[]): string {
  const left = problems.filter(({ outcome }) => outcome === 'skipped').length
  const changed = problems.length - left
  const asides = [
    left > 0 ? `${left.toLocaleString('en-US')} left out` : '',
    changed > 0 ? `${changed.toLocaleString('en-US')} changed` : '',
  ].filter((part) => part !== '')
  const done = count === 0 ? `Nothing was imported ${from}` : `${counted(count)} imported ${from}`
  return asides.length === 0 ? `${done}.` : `${done}; ${asides.join(', ')}:`
}

export const exportSentence = (count: number, name: string): string => `${counted(count)} exported to ${name}.`

/** By content, and by name where the content does not say. */
export function looksLikeKml(name: string, text: string): boolean {
  const begin = text.slice(0, 2_000).trimStart()
  if (begin.startsWith('<')) return true
  return !begin.startsWith('{') && !begin.startsWith('[') && /\.km[lz]$/i.test(name)
}

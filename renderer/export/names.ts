/** What became of the names that are wanted on a page, as its maps drew them: what a report says, and what page mode lists. */
import type { ExportReport } from '../../electron/contract/export.ts'
import type { NameOnMap } from '../map/index.ts'

/** @param frame id of the map frame */
export type NameOnPage = NameOnMap & { frame: string }

export function reportOfNames(names: readonly NameOnMap[]): Pick<ExportReport, 'labelsPlaced' | 'labelsNotPlaced' | 'labelsCovered'> {
  const textsOf = (state: NameOnMap['state']): string[] => names.flatMap((name) => (name.state === state ? [name.text] : []))
  return { labelsPlaced: textsOf('placed'), labelsNotPlaced: textsOf('noRoom'), labelsCovered: textsOf('covered') }
}

/** Edits in the panel. What a user does without letting go (the keys typed into a field, a drag of a slider) is one entry of the history. */
import type { Page } from '../../../../electron/contract/page.ts'
import type { MapDocument } from '../../../../electron/contract/document.ts'
import { setHeading } from '../../../document/commands.ts'
import { type ElementChange, setPage } from '../../../document/pages/commands.ts'
import { currentDocument, runCommand } from '../../../store/documentStore.ts'
import { presentRun } from '../../styling/styleRuns.ts'
import { change } from '../actions.ts'
import { shownPage } from '../pageStore.ts'

export const edit = (id: string, fields: ElementChange): void => change([id], fields, presentRun())

export function editPage(fields: Partial<Pick<Page, 'marginMm' | 'background'>>): void {
  const page = shownPage()
  if (page !== null) runCommand(setPage(currentDocument(), page.id, fields, presentRun()))
}

export const editHeading = (fields: Partial<Pick<MapDocument, 'title' | 'subtitle' | 'asOf' | 'update'>>): void =>
  runCommand(setHeading(fields, presentRun()))

/** The page that an export asks for: one of the document's, by its name. */
import type { MapDocument } from '../../electron/contract/document.ts'
import type { ExportSettings } from '../../electron/contract/export.ts'
import type { Page } from '../../electron/contract/page.ts'
import { RefusalError } from '../../electron/contract/refusal.ts'

/** @throws RefusalError when there is no such page */
export function pageFor(map: MapDocument, settings: ExportSettings): Page {
  const page = settings.page === null ? map.pages[0] : map.pages.find(({ name }) => name === settings.page)
  if (page !== undefined) return page
  throw new RefusalError({ message: `${map.title} has no page “${settings.page ?? ''}”.`, advice: 'Add one, or name one that it has.' })
}

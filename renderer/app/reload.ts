/** Layer files that change on disk while they are shown: read again, and said in a sentence what is new. Style, filter and order are the document's, and stay. */
import type { EventPayload } from '../../electron/contract/calls.ts'
import type { SourceRef } from '../../electron/contract/layer.ts'
import { allLayers } from '../document/layers.ts'
import { currentDocument } from '../store/documentStore.ts'
import { notify } from '../store/noticeStore.ts'
import { followIdentified } from '../store/selectionStore.ts'
import { noteGone, refreshSource, sourceStore } from '../store/sourceStore.ts'
import { howMany, reloadedInWords } from './layers/words.ts'

/** What main tells of a file. */
export async function fileChanged({ source: id, change }: EventPayload<'layers.changed'>): Promise<void> {
  const source = Object.values(sourceStore.getState().byPath).find((one) => one.id === id)
  if (source === undefined) return
  if (change === 'gone') noteGone(source)
  else await reload(source, false)
}

/**
 * Reads a file again, shows what is new in it, and says so. Never throws: what cannot be read is told at its layer.
 *
 * @param isAsked the user wants it: he is also told that nothing is new
 */
export async function reload(source: SourceRef, isAsked: boolean): Promise<void> {
  const news = await refreshSource(source, isAsked)
  if (news === null) return
  const { before, after } = news
  if (after === before) {
    if (isAsked) notify(`${nameOf(source)} has not changed.`)
    return
  }
  await followIdentified(
    source.id,
    after.features + after.withoutGeometry + after.problems.skipped - (before.features + before.withoutGeometry + before.problems.skipped),
  )
  const more = after.problems.count - before.problems.count
  notify(
    reloadedInWords(nameOf(source), before, after),
    more > 0 ? `${howMany(more, 'problem')} more: choose Show Problems… to see them.` : '',
  )
}

/** As the user calls it, when there is one name for it. */
function nameOf(source: SourceRef): string {
  const layers = allLayers(currentDocument()).filter(({ path }) => path === source.path)
  return layers.length === 1 && layers[0] !== undefined ? layers[0].name : source.name
}

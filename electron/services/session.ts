/** What the window is told at start: the document to begin with, from the session, the command line or the demo, and the work that was left unfinished. */
import { access } from 'node:fs/promises'
import { basename } from 'node:path'
import { z } from '../contract/schema.ts'
import { blankDocument, type MapDocument } from '../contract/document.ts'
import type { SourceRef } from '../contract/layer.ts'
import type { JournalStory, RecoveryOffer } from '../contract/recovery.ts'
import { type Refusal, RefusalError } from '../contract/refusal.ts'
import { defaultPanels, type DocumentDamage, Panels } from '../contract/session.ts'
import type { Admission } from './admission.ts'
import { layersOf, openDocumentFile, readDocument } from './documentFile.ts'
import type { FilePrints } from './filePrints.ts'
import { layerPathsOf } from './journalReader.ts'
import { KeptState } from './keptState.ts'
import { findFiles } from './layerFiles.ts'
import type { Recovery } from './recovery.ts'

const Session = z.object({ panels: Panels })

export type Opening = {
  story: JournalStory
  panels: Panels
  sources: SourceRef[]
  arrived: SourceRef[]
  refusals: Refusal[]
  damage: DocumentDamage | null
  offers: RecoveryOffer[]
}

/** What decides how a start begins. */
export type StartContext = { admission: Admission; prints: FilePrints; recovery: Recovery }

/** A document as it came from its file. */
export type OpenedFile = { document: MapDocument; path: string | null; sources: SourceRef[]; damage: DocumentDamage | null }

/** Lets in the files that a document's layers name. */
export function admitLayers(document: MapDocument, admission: Admission): SourceRef[] {
  return [...new Map(layersOf(document).map((layer) => [layer.path, admission.admit(layer.path)])).values()]
}

/** Lets in the files that a journal names, also those that only undo brings back. */
export function admitStory(story: JournalStory, admission: Admission): SourceRef[] {
  for (const path of [story.state.path, ...story.records.map((record) => (record.kind === 'saved' ? record.path : null))]) {
    if (path !== null) admission.admitDocument(path)
  }
  return layerPathsOf(story).map((path) => admission.admit(path))
}

/**
 * Opens a document and lets in what it names. One that is damaged comes without its path: saving it asks where, and the file stays as it is.
 *
 * @throws RefusalError when nothing of it can be read
 */
export async function openFile(path: string, { admission, prints }: Omit<StartContext, 'recovery'>): Promise<OpenedFile> {
  const { document, lost, print } = await openDocumentFile(path)
  const sources = admitLayers(document, admission)
  if (lost.length > 0) {
    const backup = await access(`${path}.bak`).then(
      () => `${basename(path)}.bak`,
      () => null,
    )
    return { document, path: null, sources, damage: { file: basename(path), lost, backup } }
  }
  admission.admitDocument(path)
  prints.note(path, [print])
  return { document, path, sources, damage: null }
}

export class SessionFile {
  readonly #kept: KeptState<z.infer<typeof Session>>

  constructor(path: string) {
    this.#kept = new KeptState(path, Session)
  }

  async keep(panels: Panels): Promise<void> {
    await this.#kept.write({ panels })
  }

  async panels(): Promise<Panels> {
    return (await this.#kept.read())?.panels ?? defaultPanels
  }

  /**
   * The state to begin with. In order: a document named at the start; what was open last; layer files named at the start, on an empty map; the demo.
   *
   * @param files absolute paths from the command line
   * @param demo path of the demo document
   * @param context `recovery` after its survey
   */
  async open(files: string[], demo: string, context: StartContext): Promise<Opening> {
    const { admission, prints, recovery } = context
    const found = await findFiles(files)
    const arrived = found.layers.map((path) => admission.admitNamed(path))
    const panels = await this.panels()
    const refusals = [...found.refusals, ...found.documents.slice(1).map(secondDocument)]
    const begin = (story: JournalStory, sources: SourceRef[], damage: DocumentDamage | null): Opening => {
      return { story, sources, damage, panels, arrived, refusals, offers: recovery.offers() }
    }
    /** @returns null when it cannot be read; the refusal is then among the others */
    const fromFile = async (path: string): Promise<Opening | null> => {
      try {
        const { document, path: place, sources, damage } = await openFile(path, context)
        return begin(freshStory(document, place, damage !== null), sources, damage)
      } catch (error) {
        refusals.push(asRefusal(error))
        return null
      }
    }

    const [named] = found.documents
    const session = recovery.session
    const isNamed = session !== null && session.offer.path === named && session.modified && session.end?.keep !== false
    if (named !== undefined && !isNamed) {
      const opening = await fromFile(named)
      if (opening !== null) {
        recovery.setSessionAside()
        return { ...opening, offers: recovery.offers() }
      }
    }
    if (session !== null && session.end?.keep !== false) {
      if (session.offer.path !== null) prints.note(session.offer.path, session.prints)
      return begin(session.story, admitStory(session.story, admission), null)
    }
    if (files.length > 0) return begin(freshStory(blankDocument, null), [], null)
    // What was saved of the map that the last run left, by a crash or because its changes were not wanted.
    const last = session?.offer.path ?? recovery.offers()[0]?.path ?? null
    const saved = last === null ? null : await fromFile(last)
    if (saved !== null) return saved
    try {
      // The demo opens without a place of its own, so that saving it asks where and never changes what was shipped.
      const document = await readDocument(demo)
      return begin(freshStory(document, null), admitLayers(document, admission), null)
    } catch (error) {
      refusals.push(asRefusal(error))
      return begin(freshStory(blankDocument, null), [], null)
    }
  }
}

export const freshStory = (document: MapDocument, path: string | null, modified = false): JournalStory => ({
  state: { document, path, past: [], future: [], saved: modified ? null : 0 },
  records: [],
})

/** What to tell the user of an error; one that nobody foresaw is told as it is. */
export function asRefusal(error: unknown): Refusal {
  return error instanceof RefusalError ? error.refusal : refusal(`Something went wrong inside Cartouche (${String(error)}).`, '')
}

/** Says that of several documents only the first is opened. @param path of another one */
export function secondDocument(path: string): Refusal {
  return {
    ...refusal(`${basename(path)} was not opened: Cartouche shows one map at a time.`, 'Open it by itself.'),
    file: basename(path),
  }
}

const refusal = (message: string, advice: string): Refusal => ({ message, advice, file: null, line: null, column: null })

/** What the window had when it was last open, and what it is told at start. */
import { basename } from 'node:path'
import { z } from '../contract/schema.ts'
import { blankDocument, MapDocument } from '../contract/document.ts'
import type { SourceRef } from '../contract/layer.ts'
import { type Refusal, RefusalError } from '../contract/refusal.ts'
import { defaultPanels, Panels } from '../contract/session.ts'
import type { Admission } from './admission.ts'
import { layersOf, readDocument } from './documentFile.ts'
import { KeptState } from './keptState.ts'
import { findFiles } from './layerFiles.ts'

export const Session = z.strictObject({
  document: MapDocument,
  path: z.string().nullable(),
  modified: z.boolean(),
  panels: Panels,
})
export type Session = z.infer<typeof Session>

export type Opening = Session & { sources: SourceRef[]; arrived: SourceRef[]; refusals: Refusal[] }

/** Lets in the files that a document's layers name. */
export function admitLayers(document: MapDocument, admission: Admission): SourceRef[] {
  return [...new Map(layersOf(document).map((layer) => [layer.path, admission.admit(layer.path)])).values()]
}

export class SessionFile {
  readonly #kept: KeptState<Session>

  constructor(path: string) {
    this.#kept = new KeptState(path, Session)
  }

  /** @throws RefusalError when a layer's path was never let in: the window may not smuggle a path into the next start */
  async keep(session: Session, admission: Admission): Promise<void> {
    for (const layer of layersOf(session.document)) {
      if (!admission.has(layer.path)) throw new RefusalError({ message: `The layer ${layer.name} names a file that was not opened here.` })
    }
    if (session.path !== null && !admission.has(session.path))
      throw new RefusalError({ message: 'The map names a file that was not opened here.' })
    await this.#kept.write(session)
  }

  /**
   * The state to begin with. In order: a document named at the start; what was open last; layer files named at the start, on an empty map; the demo.
   *
   * @param files absolute paths from the command line
   * @param demo path of the demo document
   */
  async open(files: string[], demo: string, admission: Admission): Promise<Opening> {
    const found = await findFiles(files)
    const refusals = [...found.refusals]
    const arrived = found.layers.map((path) => admission.admitNamed(path))
    const kept = await this.#kept.read()
    const panels = kept?.panels ?? defaultPanels

    const begin = (document: MapDocument, path: string | null, modified: boolean): Opening => {
      if (path !== null) admission.admit(path)
      return { document, path, modified, panels, sources: admitLayers(document, admission), arrived, refusals }
    }

    const [named, ...others] = found.documents
    for (const other of others.map((path) => basename(path))) {
      refusals.push({ ...refusal(`${other} was not opened: Cartouche shows one map at a time.`, 'Open it by itself.'), file: other })
    }
    if (named !== undefined) {
      try {
        return begin(await readDocument(named), named, false)
      } catch (error) {
        refusals.push(asRefusal(error))
      }
    }
    if (kept !== null) return begin(kept.document, kept.path, kept.modified)
    if (files.length > 0) return begin(blankDocument, null, false)
    try {
      // The demo opens without a place of its own, so that saving it asks where and never changes what was shipped.
      return begin(await readDocument(demo), null, false)
    } catch (error) {
      refusals.push(asRefusal(error))
      return begin(blankDocument, null, false)
    }
  }
}

function asRefusal(error: unknown): Refusal {
  return error instanceof RefusalError ? error.refusal : refusal(`Something went wrong inside Cartouche (${String(error)}).`, '')
}

const refusal = (message: string, advice: string): Refusal => ({ message, advice, file: null, line: null, column: null })

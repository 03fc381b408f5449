/** What the window begins with: at start what the session says, after a reload what the journal of this run holds. */
import { randomBytes } from 'node:crypto'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { Journal } from '../services/journal.ts'
import { readJournal } from '../services/journalReader.ts'
import { LivenessMark } from '../services/liveness.ts'
import { markEnding, Recovery } from '../services/recovery.ts'
import { admitStory, type Opening, type SessionFile, type StartContext } from '../services/session.ts'
import { demoDocument, stateFile } from './paths.ts'

/** @param isRecording false when this run is to leave no trace, and no question is to stand in the picture */
export async function openJournals(isRecording: boolean): Promise<{ recovery: Recovery; journal: Journal | null }> {
  const folder = stateFile('journals')
  const recovery = new Recovery(folder)
  await recovery.survey()
  if (!isRecording) return { recovery, journal: null }
  const instance = `${Date.now().toString(36)}-${randomBytes(4).toString('hex')}`
  await mkdir(folder, { recursive: true })
  await new LivenessMark(join(folder, `${instance}${markEnding}`)).place()
  return { recovery, journal: new Journal(folder, instance) }
}

/** @param files absolute paths from the command line; opened the first time only */
export function openingOf(session: SessionFile, files: string[], context: StartContext, journal: Journal | null): () => Promise<Opening> {
  let isFirst = true
  return async () => {
    const again = isFirst ? null : await soFar(journal)
    isFirst = false
    if (again === null) {
      const opening = await session.open(files, demoDocument(), context)
      return journal === null ? { ...opening, offers: [] } : opening
    }
    const { story } = again
    const sources = admitStory(story, context.admission)
    return { story, sources, panels: await session.panels(), arrived: [], refusals: [], damage: null, offers: context.recovery.offers() }
  }
}

async function soFar(journal: Journal | null) {
  await journal?.settled()
  return journal === null ? null : readJournal(journal.path)
}

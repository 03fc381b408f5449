/** The journal of the window's document, the work of earlier runs, and the end of this one. */
import type { Calls } from '../../contract/calls.ts'
import { RefusalError } from '../../contract/refusal.ts'
import type { Handlers } from '../../contract/table.ts'
import { checkRecords, checkState } from '../../services/journalGate.ts'
import { admitStory } from '../../services/session.ts'
import type { CallContext } from '../ipc.ts'
import type { Program } from '../program.ts'

type RecoveryCalls = Extract<keyof Calls, `journal.${string}` | `recovery.${string}` | `window.${string}`>

export function recoveryHandlers(program: Program): Pick<Handlers<Calls, CallContext>, RecoveryCalls> {
  const { admission, journal, prints, recovery } = program

  return {
    'journal.begin': async ({ state }) => {
      checkState(state, admission)
      await kept(journal?.begin(state, prints.of(state.path)))
      if (journal !== null) await recovery.begun()
      return {}
    },
    'journal.append': async ({ records }) => {
      checkRecords(records, admission)
      return (await kept(journal?.append(records))) ?? { begin: false }
    },
    'recovery.take': ({ id }) => {
      const found = recovery.unfinished(id)
      if (found === null) throw new RefusalError({ message: 'This work is not there any more.' })
      if (found.offer.path !== null) prints.note(found.offer.path, found.prints)
      return { story: found.story, sources: admitStory(found.story, admission) }
    },
    'recovery.settle': async ({ id }) => {
      await recovery.settle(id)
      return {}
    },
    'window.hold': () => {
      program.closing.hold()
      return {}
    },
    'window.close': async ({ keep }) => {
      // What cannot be written now was told before; the journal without its end is offered at the next start.
      await journal?.end(keep).catch((error: unknown) => console.error('[journal]', error))
      program.closing.close()
      return {}
    },
  }
}

/** The system's refusals in words. */
async function kept<T>(writing: Promise<T> | undefined): Promise<T | undefined> {
  try {
    return await writing
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : undefined
    if (code === undefined) throw error
    throw new RefusalError({
      message: `Changes cannot be kept against a crash: ${code === 'ENOSPC' ? 'the disk with your user data is full' : `the system answered ${code}`}.`,
      advice: 'They are still in the window, and Cartouche goes on trying. Save the map, or make room on the disk.',
    })
  }
}

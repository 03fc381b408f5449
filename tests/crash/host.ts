/**
 * A run of the program without its window, to be killed: a script draws, every change goes to the journal as in the window, and the map is saved all the
 * while. Each thing that is done is told on the standard output before the next.
 *
 * Arguments: folder, name of a step to stop at (or `-`), which occurrence of it.
 */
import { writeSync } from 'node:fs'
import { flushCompileCache } from 'node:module'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { writeDocument } from '../../electron/services/documentFile.ts'
import { Journal } from '../../electron/services/journal.ts'
import { LivenessMark } from '../../electron/services/liveness.ts'
import { markEnding } from '../../electron/services/recovery.ts'
import { beginHistory, markSaved, redo, run, undo } from '../../renderer/document/history.ts'
import type { Kept } from '../../renderer/document/journal.ts'
import { JournalFeed } from '../../renderer/document/journalFeed.ts'
import { emptyMap, pin } from './drawing.ts'

// The cache that all runs share is written when one ends, and this one is killed.
flushCompileCache()

const [folder = '', stopAt = '-', occurrence = '1'] = process.argv.slice(2)
const tickMs = 4
const saveEveryMs = 60
/** Small, so that the journal is begun anew again and again. */
const largeBytes = 96 * 1024
/** Long enough for a busy machine to come to the step that is waited for. */
const lifetimeMs = 60_000

const now = (): number => performance.timeOrigin + performance.now()
const tell = (...words: (string | number)[]): void => void writeSync(1, `${words.join(' ')}\n`)

let seen = 0
function onStep(step: string): void {
  if (step !== stopAt) return
  seen += 1
  if (seen < Number(occurrence)) return
  tell('killed', now())
  process.kill(process.pid, 'SIGKILL')
  // Nothing more happens here, however long the signal takes.
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0)
}

const mapFile = join(folder, 'map.cartouche')
const journals = join(folder, 'journals')
const journal = new Journal(journals, 'host', { onStep, largeBytes })
let kept: Kept = { history: beginHistory(emptyMap), path: null, generation: 1 }
const feed = new JournalFeed(
  { begin: async (state) => journal.begin(state, prints), append: async (records) => journal.append(records) },
  () => kept,
  (error) => error !== null && tell('trouble', error instanceof Error ? error.message : 'unknown'),
)
let prints: string[] = []

function become(history: Kept['history'], path = kept.path): void {
  const before = kept
  kept = { ...kept, history, path }
  feed.changed(before, kept)
}

let done = 0
/** One thing that a hand does: a pin is put down or moved, now and then something is undone and done again. */
function draw(): void {
  if (done % 10 === 9 && kept.history.past.length > 0) {
    become(undo(kept.history))
    tell('did', kept.history.document.subtitle, now())
    become(redo(kept.history))
    done += 1
  } else {
    done += 1
    const nth = done
    become(
      run(kept.history, {
        name: `pin ${nth}`,
        // Drags of a few steps.
        gesture: `drag ${Math.floor(nth / 4)}`,
        change: (draft) => {
          draft.subtitle = String(nth)
          if (nth % 4 === 1) draft.annotations.push(pin(nth))
          const last = draft.annotations.at(-1)
          if (last !== undefined) last.geometry = { type: 'Point', coordinates: [nth % 180, 33] }
        },
      }),
    )
  }
  tell('did', kept.history.document.subtitle, now())
}

async function save(): Promise<void> {
  const { history } = kept
  tell('saving', history.document.subtitle)
  const announce = async (coming: string): Promise<void> => {
    prints = [...prints.slice(-1), coming]
    await journal.notePrints(prints)
  }
  const print = await writeDocument(mapFile, history.document, { announce, onStep: (step) => onStep(`save: ${step}`) })
  prints = [print]
  await journal.notePrints(prints)
  tell('saved', history.document.subtitle)
  become(markSaved(kept.history, history), mapFile)
}

await feed.begin()
await new LivenessMark(join(journals, `host${markEnding}`)).place()
tell('ready')
const end = now() + lifetimeMs
const saving = (async (): Promise<void> => {
  while (now() < end) {
    await save()
    await wait(saveEveryMs)
  }
})()
while (now() < end) {
  draw()
  await wait(tickMs)
}
await saving

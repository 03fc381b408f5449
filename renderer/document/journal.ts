/** A history as the journal tells it: what to write down of a change, and how to play it back. Pure; `journalFeed.ts` sends it on its way. */
import { applyPatches, type Patch } from 'immer'
import { MapDocument } from '../../electron/contract/document.ts'
import type { JournalRecord, JournalState, JournalStory } from '../../electron/contract/recovery.ts'
import { extend, type History, type HistoryEntry, joinSteps, push, redo, undo } from './history.ts'

/** A history and where its document is kept. `generation` changes when another document takes its place. */
export type Kept = { history: History; path: string | null; generation: number }

/** Older changes than this can no longer be undone after the next start. */
const maxPast = 1_000
const maxPastBytes = 4_000_000

/** Where a journal begins. The oldest of a long past is left out. */
export function stateOf({ history, path }: Pick<Kept, 'history' | 'path'>): JournalState {
  const past: HistoryEntry[] = []
  let bytes = 0
  for (const entry of history.past.toReversed()) {
    bytes += JSON.stringify(entry).length
    if (bytes > maxPastBytes || past.length >= maxPast) break
    past.unshift(entry)
  }
  const cut = history.past.length - past.length
  const saved = history.saved === null || history.saved < cut ? null : history.saved - cut
  return { document: history.document, path, past: past.map(toJournal), future: history.future.map(toJournal), saved }
}

/**
 * What happened between two states of the store that followed one another.
 *
 * @returns null when it cannot be told as records: another document, or a past that was replaced
 */
export function recordsBetween(before: Kept, after: Kept): JournalRecord[] | null {
  if (before.generation !== after.generation) return null
  const records = before.history === after.history ? [] : changesBetween(before.history, after.history)
  if (records === null) return null
  const expected = records.some(({ kind }) => kind === 'run' || kind === 'more') ? savedAfterChange(before.history) : before.history.saved
  if (after.path !== before.path || after.history.saved !== expected)
    records.push({
      kind: 'saved',
      path: after.path,
      behind: after.history.saved === null ? null : after.history.past.length - after.history.saved,
    })
  return records
}

/** Plays one record. @throws when it does not fit the history that it is told of */
export function play(history: History, record: JournalRecord): History {
  switch (record.kind) {
    case 'run': {
      const { name, gesture } = record
      const forward = record.forward as Patch[]
      return push(history, applyPatches(history.document, forward), { name, gesture, forward, back: record.back })
    }
    case 'more': {
      const forward = record.forward as Patch[]
      return extend(history, applyPatches(history.document, forward), { name: record.name, forward, back: record.back })
    }
    case 'undo':
      return undo(history)
    case 'redo':
      return redo(history)
    case 'adjust':
      return { ...history, document: applyPatches(history.document, record.forward as Patch[]) }
    case 'saved':
      return {
        ...history,
        saved: record.behind === null || record.behind > history.past.length ? null : history.past.length - record.behind,
      }
  }
}

/**
 * Plays a story to its end, or as far as it can be played.
 *
 * @returns how many of its records were played beside what came of them
 */
export function playStory({ state, records }: JournalStory): Pick<Kept, 'history' | 'path'> & { played: number } {
  const begin: History = {
    document: state.document,
    past: state.past,
    future: state.future,
    saved: state.saved,
  }
  const steps = [{ history: begin, path: state.path }]
  try {
    for (const record of records) {
      const { history, path } = steps.at(-1) ?? { history: begin, path: state.path }
      steps.push({ history: play(history, record), path: record.kind === 'saved' ? record.path : path })
    }
  } catch {
    // What follows a change that does not fit cannot fit either.
  }
  // A change that leads to something that is no document is left out with all that follows.
  const played = Math.max(
    0,
    steps.findLastIndex(({ history }) => MapDocument.safeParse(history.document).success),
  )
  return { ...(steps[played] ?? { history: begin, path: state.path }), played }
}

/** Joins a record with the one before it, where both together are one. @returns null where they are not */
export function joinRecords(first: JournalRecord, second: JournalRecord): JournalRecord | null {
  if (second.kind === 'more' && (first.kind === 'more' || first.kind === 'run')) {
    const joined = joinSteps(first, second)
    return { ...first, name: second.name, ...joined }
  }
  if (second.kind === 'adjust' && first.kind === 'adjust') {
    const again = new Set(second.forward.map(({ path }) => path[0]))
    return { kind: 'adjust', forward: [...first.forward.filter(({ path }) => !again.has(path[0])), ...second.forward] }
  }
  return null
}

function changesBetween(before: History, after: History): JournalRecord[] | null {
  const grown = after.past.length - before.past.length
  const last = after.past.at(-1)
  const lastBefore = before.past.at(-1)
  if (grown === 1 && last !== undefined && isSameList(before.past, after.past, before.past.length)) {
    if (before.future.length === after.future.length + 1 && before.future[0]?.forward === last.forward) return [{ kind: 'redo' }]
    return [{ kind: 'run', ...toJournal(last) }]
  }
  if (grown === -1 && after.future.length === before.future.length + 1 && after.future[0]?.forward === lastBefore?.forward)
    return [{ kind: 'undo' }]
  if (grown !== 0 || !isSameList(before.past, after.past, before.past.length - 1)) return null
  if (last !== undefined && lastBefore !== undefined && last !== lastBefore) return [moreOf(lastBefore, last)]
  if (before.future !== after.future) return null
  return before.document === after.document ? [] : [adjustOf(before.document, after.document)]
}

/** What an entry gained while its gesture went on. */
function moreOf(before: HistoryEntry, after: HistoryEntry): JournalRecord {
  const goesOn = after.forward.length > before.forward.length && after.forward[0] === before.forward[0]
  const step = goesOn
    ? { forward: after.forward.slice(before.forward.length), back: after.back.slice(0, after.back.length - before.back.length) }
    : // The same places again: what they were is in the entry.
      { forward: after.forward, back: before.back }
  const { name, forward, back } = toJournal({ name: after.name, gesture: null, ...step })
  return { kind: 'more', name, forward, back }
}

/** What changed outside the history, in whole members of the document: few and small ones do. */
function adjustOf(before: MapDocument, after: MapDocument): JournalRecord {
  const keys = (Object.keys(after) as (keyof MapDocument)[]).filter((key) => before[key] !== after[key])
  return { kind: 'adjust', forward: keys.map((key) => ({ op: 'replace', path: [key], value: after[key] })) }
}

const savedAfterChange = ({ saved, past }: History): number | null => (saved !== null && saved > past.length ? null : saved)

/** Undo copies the entry that becomes last to end its gesture; its patches stay the same. */
const isSameList = (a: readonly HistoryEntry[], b: readonly HistoryEntry[], length: number): boolean => {
  for (let i = 0; i < length; i++) if (a[i]?.forward !== b[i]?.forward) return false
  return true
}

const toJournal = ({ name, gesture, forward, back }: HistoryEntry): JournalState['past'][number] => ({
  name: name.slice(0, 1_000),
  gesture: gesture?.slice(0, 1_000) ?? null,
  forward,
  back,
})

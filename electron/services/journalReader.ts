/** What a journal on disk says: the story to play back, and what a user must know to decide about it. */
import { readFile } from 'node:fs/promises'
import type { JournalRecord, JournalState, JournalStory, RecoveryOffer } from '../contract/recovery.ts'
import { layersOf } from './documentFile.ts'
import { type NumberedLine, readLines } from './journalLines.ts'

export type ReadJournal = {
  story: JournalStory
  /** Fingerprints that the document's file may have without having been changed by another program. */
  prints: string[]
  /** How the window was closed; null when it was not closed in order. */
  end: { keep: boolean } | null
  modified: boolean
  offer: Omit<RecoveryOffer, 'id' | 'crashed'>
}

const maxChangesTold = 200

/** @returns null when the file is not there, or not even its beginning can be read */
export async function readJournal(path: string): Promise<ReadJournal | null> {
  const text = await readFile(path, 'utf8').catch(() => null)
  if (text === null) return null
  const { lines, torn } = readLines(text)
  const [first, ...rest] = lines
  if (first?.line.kind !== 'begin') return null
  const { state } = first.line
  const records = rest.flatMap(({ line }) => (line.kind === 'record' ? [line.record] : []))
  const prints = lines.findLast(({ line }) => line.kind === 'prints')?.line
  const last = lines.at(-1)?.line
  const changes = tellChanges(state, first.at, rest)
  return {
    story: { state, records },
    prints: prints?.kind === 'prints' ? prints.prints : first.line.prints,
    end: last?.kind === 'end' ? { keep: last.keep } : null,
    modified: changes.modified,
    offer: {
      title: state.document.title,
      path: changes.path,
      count: changes.unsaved.length,
      changes: changes.unsaved.slice(-maxChangesTold).toReversed(),
      lastAt: lines.at(-1)?.at ?? first.at,
      savedAt: changes.savedAt,
      layers: layersOf(state.document).length,
      annotations: state.document.annotations.length,
      torn,
    },
  }
}

/** Every file that a story names as a layer's, now or at a moment that undo can bring back. */
export function layerPathsOf({ state, records }: JournalStory): string[] {
  const found = new Set<string>()
  collectPaths(state.document.layers, found)
  for (const { forward, back } of [...state.past, ...state.future]) collectPaths([forward, back], found)
  collectPaths(records, found)
  return [...found]
}

/** Every file that records name as a layer's. */
export function layerPathsIn(records: readonly JournalRecord[]): string[] {
  const found = new Set<string>()
  collectPaths(records, found)
  return [...found]
}

/** A layer's file can stand in a document only as a member `path`: in a value, or as the place that a patch changes. */
function collectPaths(value: unknown, found: Set<string>): void {
  if (typeof value !== 'object' || value === null) return
  if (Array.isArray(value)) {
    for (const one of value) collectPaths(one, found)
    return
  }
  if ('op' in value && 'value' in value && 'path' in value && Array.isArray(value.path)) {
    if (value.path.at(-1) === 'path' && typeof value.value === 'string') found.add(value.value)
    collectPaths(value.value, found)
    return
  }
  for (const [key, inner] of Object.entries(value)) {
    if (key === 'path' && typeof inner === 'string') found.add(inner)
    else collectPaths(inner, found)
  }
}

type Change = { name: string; at: number }

/** Follows the names of the changes, without the changes themselves. */
function tellChanges(state: JournalState, beganAt: number, lines: NumberedLine[]) {
  const past: Change[] = state.past.map(({ name }) => ({ name, at: beganAt }))
  const future: Change[] = state.future.map(({ name }) => ({ name, at: beganAt })).toReversed()
  let { saved, path } = state
  let savedAt: number | null = null
  for (const { line, at } of lines) {
    if (line.kind !== 'record') continue
    const { record } = line
    const last = past.at(-1)
    if (record.kind === 'run') past.push({ name: record.name, at })
    else if (record.kind === 'more' && last !== undefined) past[past.length - 1] = { name: record.name, at }
    if (record.kind === 'run' || record.kind === 'more') {
      future.length = 0
      if (saved !== null && saved > past.length - (record.kind === 'run' ? 1 : 0)) saved = null
    }
    const moved = record.kind === 'undo' ? past.pop() : record.kind === 'redo' ? future.pop() : undefined
    if (moved !== undefined) (record.kind === 'undo' ? future : past).push(moved)
    if (record.kind === 'saved') {
      path = record.path
      savedAt = record.behind === 0 ? at : savedAt
      saved = record.behind === null || record.behind > past.length ? null : past.length - record.behind
    }
  }
  const undone =
    saved !== null && saved > past.length ? future.slice(past.length - saved).map(({ name, at }) => ({ name: `undo of ${name}`, at })) : []
  return { unsaved: saved === null ? past : [...past.slice(saved), ...undone], modified: saved !== past.length, path, savedAt }
}

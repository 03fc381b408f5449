/** The past and future of a document. A command yields a diff that can be reversed; undo applies the reverse. */
import { applyPatches, enablePatches, type Patch, produce, produceWithPatches } from 'immer'
import type { MapDocument } from '../../electron/contract/document.ts'
import { allLayers } from './layers.ts'

enablePatches()

/** Something that a user does to a document. */
export type Command = {
  /** Completes "Undo …": 'rename of Bases'. */
  name: string
  /** Commands of one gesture (a slider being dragged) share a key and become one entry. */
  gesture?: string
  /** Changes the draft in place. */
  change(draft: MapDocument): void
}

export type HistoryEntry = { name: string; gesture: string | null; forward: Patch[]; back: Patch[] }

export type History = {
  document: MapDocument
  /** Oldest first. */
  past: readonly HistoryEntry[]
  /** Next to redo first. */
  future: readonly HistoryEntry[]
  /** Entries of the past that the saved file holds; null when it holds something that undo cannot reach. */
  saved: number | null
}

export function beginHistory(document: MapDocument, modified = false): History {
  return { document, past: [], future: [], saved: modified ? null : 0 }
}

/** Does a command. A command that changes nothing leaves no entry. */
export function run(history: History, command: Command): History {
  const [document, forward, back] = produceWithPatches(history.document, (draft) => command.change(draft))
  if (forward.length === 0) return history
  const last = history.past.at(-1)
  const gesture = command.gesture ?? null
  // A saved state in the middle of a gesture stays reachable: the gesture begins a new entry there.
  const continues = gesture !== null && last !== undefined && last.gesture === gesture && history.saved !== history.past.length
  if (continues) return extend(history, document, { name: command.name, forward, back })
  return push(history, document, { name: command.name, gesture, forward, back })
}

/** Something new was done; what could be redone is gone. */
export function push(history: History, document: MapDocument, entry: HistoryEntry): History {
  return { document, past: [...history.past, entry], future: [], saved: savedBefore(history) }
}

/** The gesture of the last entry went on. */
export function extend(history: History, document: MapDocument, step: Pick<HistoryEntry, 'name' | 'forward' | 'back'>): History {
  const last = history.past.at(-1)
  if (last === undefined) return history
  const { forward, back } = joinSteps(last, step)
  const entry = { name: step.name, gesture: last.gesture, forward, back }
  return { document, past: [...history.past.slice(0, -1), entry], future: [], saved: savedBefore(history) }
}

/** A change and its reverse. */
export type Step = Pick<HistoryEntry, 'forward' | 'back'>

/** Two steps as one. A drag replaces the same places again and again: only where they were and where they came to is kept. */
export function joinSteps(first: Step, second: Step): Step {
  if (replaceTheSame(first.forward, second.forward)) return { forward: second.forward, back: first.back }
  return { forward: [...first.forward, ...second.forward], back: [...second.back, ...first.back] }
}

const replaceTheSame = (a: Patch[], b: Patch[]): boolean =>
  a.length === b.length &&
  a.every((patch, i) => {
    const other = b[i]
    return patch.op === 'replace' && other?.op === 'replace' && JSON.stringify(patch.path) === JSON.stringify(other.path)
  })

/** A saved state among what could be redone is out of reach. */
const savedBefore = ({ saved, past }: History): number | null => (saved !== null && saved > past.length ? null : saved)

export function undo(history: History): History {
  const entry = history.past.at(-1)
  if (entry === undefined) return history
  // Gestures end here: what the user does next is a new one, also when it is of the same kind as the entry that is now last.
  const past = [...history.past.slice(0, -2), ...history.past.slice(-2, -1).map(endGesture)]
  return { ...history, document: travel(history.document, entry.back), past, future: [endGesture(entry), ...history.future] }
}

export function redo(history: History): History {
  const [entry, ...future] = history.future
  if (entry === undefined) return history
  return { ...history, document: travel(history.document, entry.forward), past: [...history.past, entry], future }
}

/** Notes that the document of `written` is on disk. It may be older than the present: a user goes on while a file is written. */
export function markSaved(history: History, written: History = history): History {
  const last = written.past.at(-1)
  const reachable =
    last === undefined || isSame(history.past[written.past.length - 1], last) || history.future.some((entry) => isSame(entry, last))
  return { ...history, saved: reachable ? written.past.length : null }
}

export function isModified(history: Pick<History, 'saved' | 'past'>): boolean {
  return history.saved !== history.past.length
}

/** Changes what is not worth an entry (the view, an opened group) in the present alone; undo and redo leave it as it is. */
export function adjust(history: History, change: (draft: MapDocument) => void): History {
  const [document] = produceWithPatches(history.document, (draft) => change(draft))
  return { ...history, document }
}

/** Applies patches, and keeps what `adjust` is for. Patches of a list hold whole nodes, with the `expanded` and the `table` that they had when they were made. */
function travel(document: MapDocument, patches: Patch[]): MapDocument {
  const expanded = new Map(document.layers.filter((node) => node.type === 'group').map((node) => [node.id, node.expanded]))
  const tables = new Map(allLayers(document).map((layer) => [layer.id, layer.table]))
  return produce(applyPatches(document, patches), (draft) => {
    for (const node of draft.layers) if (node.type === 'group') node.expanded = expanded.get(node.id) ?? node.expanded
    for (const layer of allLayers(draft)) {
      const table = tables.get(layer.id)
      if (table !== undefined) layer.table = table
    }
  })
}

/** Undo copies entries to end their gestures; their patches stay the same. A gesture that went on has other patches. */
const isSame = (a: HistoryEntry | undefined, b: HistoryEntry): boolean => a?.forward === b.forward

const endGesture = (entry: HistoryEntry): HistoryEntry => ({ ...entry, gesture: null })

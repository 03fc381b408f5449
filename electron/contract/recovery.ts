/**
 * The journal of a document: where it began, and every change since, as diffs. The window makes the records and plays them back; main writes them to disk
 * and knows nothing of what they mean, apart from the names of files in them.
 */
import { z } from './schema.ts'
import { MapDocument } from './document.ts'

/** A change of one place in the document, as immer makes it. */
export const Patch = z.strictObject({
  op: z.enum(['replace', 'remove', 'add']),
  path: z.array(z.union([z.string(), z.number()])).max(32),
  value: z.unknown().optional(),
})

const ChangeName = z.string().max(1_000)
const Patches = z.array(Patch)

/** Something that was done, and how it is undone. */
export const JournalEntry = z.strictObject({ name: ChangeName, gesture: z.string().max(1_000).nullable(), forward: Patches, back: Patches })

/** A document with its past, as it stands where a journal begins. */
export const JournalState = z.strictObject({
  document: MapDocument,
  /** Where it is kept; null when it was never saved. */
  path: z.string().nullable(),
  /** Oldest first. */
  past: z.array(JournalEntry),
  /** Next to redo first. */
  future: z.array(JournalEntry),
  /** Entries of the past that the saved file holds; null when it holds something that undo cannot reach. */
  saved: z.int().min(0).nullable(),
})

export const JournalRecord = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('run'), ...JournalEntry.shape }),
  /** The gesture of the last entry went on. */
  z.strictObject({ kind: z.literal('more'), name: ChangeName, forward: Patches, back: Patches }),
  z.strictObject({ kind: z.literal('undo') }),
  z.strictObject({ kind: z.literal('redo') }),
  /** What is not worth an undo: the view, an opened group. */
  z.strictObject({ kind: z.literal('adjust'), forward: Patches }),
  /** The file holds the state of so many entries ago (less than none: of entries that can be redone); null when it holds something that undo cannot reach. */
  z.strictObject({ kind: z.literal('saved'), path: z.string().nullable(), behind: z.int().nullable() }),
])

/** Where a journal begins, and what followed. */
export const JournalStory = z.strictObject({ state: JournalState, records: z.array(JournalRecord) })

export const RecoveryId = z.string().regex(/^[0-9a-z-]{1,80}$/)

/** Work that a run of the program left unfinished, told so that a user can decide. */
export const RecoveryOffer = z.strictObject({
  id: RecoveryId,
  /** False when the window was closed in order, and another map was opened at the next start. */
  crashed: z.boolean(),
  title: z.string(),
  /** Null when it was never saved. */
  path: z.string().nullable(),
  /** Changes since the last save. */
  count: z.int().min(0),
  /** The last of them by their names, newest first. */
  changes: z.array(z.strictObject({ name: z.string(), at: z.number() })).max(200),
  /** When the journal was last written to; milliseconds since 1970, as every time here. */
  lastAt: z.number(),
  /** When the document was last saved in that run; null when it was not. */
  savedAt: z.number().nullable(),
  layers: z.int().min(0),
  annotations: z.int().min(0),
  /** The end of the journal could not be read, and is missing from what can be recovered. */
  torn: z.boolean(),
})

export type Patch = z.infer<typeof Patch>
export type JournalEntry = z.infer<typeof JournalEntry>
export type JournalState = z.infer<typeof JournalState>
export type JournalRecord = z.infer<typeof JournalRecord>
export type JournalStory = z.infer<typeof JournalStory>
export type RecoveryOffer = z.infer<typeof RecoveryOffer>

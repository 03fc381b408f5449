/** A refusal: what went wrong, where, and what to do, in sentences for the user. The only kind of error that crosses a border. */
import { z } from './schema.ts'

export const Refusal = z.strictObject({
  /** Names the file and what is wrong with it. Ends with a full stop. */
  message: z.string(),
  /** What the user can do about it; empty when there is nothing. */
  advice: z.string(),
  /** File concerned, as the user knows it. */
  file: z.string().nullable(),
  line: z.int().min(1).nullable(),
  column: z.int().min(1).nullable(),
  /** Of a layer file that is broken: features before the break, which can be opened without the rest. */
  readable: z.int().min(1).optional(),
})

export type Refusal = z.infer<typeof Refusal>

/** What a handler throws so that the user reads it. Anything else that is thrown is a defect, and is reported as one. */
export class RefusalError extends Error {
  readonly refusal: Refusal

  constructor(refusal: Partial<Refusal> & { message: string }) {
    super(refusal.message)
    this.name = 'RefusalError'
    this.refusal = { advice: '', file: null, line: null, column: null, ...refusal }
  }
}

/** A job that was cancelled by the user. Not shown as an error. */
export class CancelledError extends Error {
  constructor() {
    super('Cancelled.')
    this.name = 'CancelledError'
  }
}

/** What a call gives back over a border: the value, a refusal, or that it was cancelled. */
export type Outcome<T> = { ok: true; value: T } | { ok: false; refusal: Refusal } | { ok: false; cancelled: true }

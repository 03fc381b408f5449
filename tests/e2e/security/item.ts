/** One lock of the program: what must hold, and how the test is seen to fail without it. */
import type { Change } from './build.ts'
import type { Subject } from './subject.ts'

export type Item = {
  /** A sentence about the program. */
  title: string
  /** What is seen when the lock is tried. Leaves the program as it was. */
  probe(subject: Subject): Promise<unknown>
  /** What must be seen. */
  holds: unknown
  /** Takes the lock away. */
  undo: Change[]
  /** What is seen then: the test fails for this reason and no other. May hold `expect.any…` matchers. */
  undone: unknown
  /** Locks in front of this one, which are taken away first: it must hold by itself. */
  behind?: Change[]
  /** What is seen then, where it differs from `holds`. */
  holdsAlone?: unknown
  /** Why it cannot be seen to fail here, if so. */
  cannotFail?(): string | false
}

export const inMain = (find: string, put: string): Change => ({ in: 'main', find, put })
export const inPreload = (find: string, put: string): Change => ({ in: 'preload', find, put })

/** Which version of the engine a file of the cache was written by. Another version may read the same file otherwise, or say other things of it. */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'

/** To be raised when the form of the cache's files changes. */
const form = 1

/**
 * The form, and a fingerprint of the engine as it was built: its file names the other parts of it by their fingerprints. So no reader ever sees what another
 * version of it wrote, and nobody has to think of raising a number. (Where the engine runs from its sources, in tests, this file alone counts.)
 */
export function engineVersion(): string {
  return `${form}-${createHash('sha256')
    .update(readFileSync(import.meta.filename))
    .digest('hex')
    .slice(0, 16)}`
}

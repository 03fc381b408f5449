/** What a user does without letting go belongs together: a drag of a slider, the keys typed into one field. It becomes one entry of the history. */
import type { FocusEvent } from 'react'

let run = 0

/** The name of the present run. */
export const presentRun = (): string => `run ${run}`

export function beginRun(): void {
  run += 1
}

/** Going along a radio group by arrow keys moves the focus and is still one run. */
export function beginRunOnFocus({ target, relatedTarget }: FocusEvent): void {
  const isSameGroup =
    target instanceof HTMLInputElement &&
    relatedTarget instanceof HTMLInputElement &&
    target.type === 'radio' &&
    target.name === relatedTarget.name
  if (!isSameGroup) beginRun()
}

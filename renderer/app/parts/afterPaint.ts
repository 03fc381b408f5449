/** Work that can wait until the window shows what the user did. */
import { startTransition, useEffect, useState } from 'react'

/** Does something once the next frame is painted. @returns a function that calls it off */
export function afterPaint(work: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  const frame = requestAnimationFrame(() => {
    timer = setTimeout(work)
  })
  return () => {
    cancelAnimationFrame(frame)
    clearTimeout(timer)
  }
}

/** A value as it was before the last frame: what hangs on it is drawn behind the frame that shows why. */
export function useAfterPaint<T>(value: T): T {
  const [late, setLate] = useState(value)
  useEffect(() => (late === value ? undefined : afterPaint(() => startTransition(() => setLate(value)))), [late, value])
  return late
}

/**
 * Lets the parts of a panel follow another subject one after another, a frame for each: all at once would be felt.
 *
 * @param subject names what the panel is about
 * @returns how many of its parts are due
 */
export function useTurns(subject: string, parts: number): number {
  const [state, setState] = useState({ subject, due: 1 })
  const due = state.subject === subject ? state.due : 1
  useEffect(
    () => (due >= parts ? undefined : afterPaint(() => startTransition(() => setState({ subject, due: due + 1 })))),
    [subject, due, parts],
  )
  return due
}

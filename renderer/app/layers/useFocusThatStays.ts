import { type FocusEvent, type RefObject, useLayoutEffect, useRef } from 'react'

type FocusHandlers = { onFocus: () => void; onBlur: (event: FocusEvent) => void }

/**
 * When what has the focus is removed or drawn anew elsewhere, something else in the panel takes it, so that the keyboard goes on.
 *
 * @param next selector of what takes the focus, the best first
 */
export function useFocusThatStays(panel: RefObject<HTMLElement | null>, ...next: string[]): FocusHandlers {
  const hasFocus = useRef(false)
  useLayoutEffect(() => {
    if (!hasFocus.current || document.activeElement !== document.body) return
    const heir = next
      .map((selector) => panel.current?.querySelector<HTMLElement>(selector))
      .find((element) => element !== null && element !== undefined)
    heir?.focus()
  })
  return {
    onFocus: () => void (hasFocus.current = true),
    // What is removed is blurred without a successor, and so is a window that is left: the focus comes back to both.
    onBlur: ({ relatedTarget }) => {
      if (relatedTarget !== null) hasFocus.current = panel.current?.contains(relatedTarget) ?? false
    },
  }
}

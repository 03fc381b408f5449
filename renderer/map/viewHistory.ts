/** Previous and next view, as a browser has pages. Pure. */
import type { View } from '../../electron/contract/document.ts'

export type ViewHistory = { past: readonly View[]; present: View; future: readonly View[] }

const maxLength = 100

export const beginViewHistory = (present: View): ViewHistory => ({ past: [], present, future: [] })

/** Notes where the map came to rest. A view that looks the same is not worth a step. */
export function visit(history: ViewHistory, view: View): ViewHistory {
  if (looksSame(history.present, view)) return { ...history, present: view }
  return { past: [...history.past, history.present].slice(-maxLength), present: view, future: [] }
}

export function goBack(history: ViewHistory): ViewHistory {
  const previous = history.past.at(-1)
  return previous === undefined
    ? history
    : { past: history.past.slice(0, -1), present: previous, future: [history.present, ...history.future] }
}

export function goForward(history: ViewHistory): ViewHistory {
  const [next, ...future] = history.future
  return next === undefined ? history : { past: [...history.past, history.present], present: next, future }
}

/** Within a pixel or so, at any zoom. */
export function looksSame(a: View, b: View): boolean {
  const degreesPerPixel = 360 / (256 * 2 ** a.zoom)
  return (
    Math.abs(a.zoom - b.zoom) < 0.005 &&
    Math.abs(a.rotationDeg - b.rotationDeg) < 0.05 &&
    Math.abs(a.center[0] - b.center[0]) < 2 * degreesPerPixel &&
    Math.abs(a.center[1] - b.center[1]) < 2 * degreesPerPixel
  )
}

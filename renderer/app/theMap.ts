/** The one map of the window, for commands that act on it from outside its component. */
import type { MapHandle } from '../map/index.ts'

let current: MapHandle | null = null

export const theMap = (): MapHandle | null => current

export function setTheMap(map: MapHandle | null): void {
  current = map
}

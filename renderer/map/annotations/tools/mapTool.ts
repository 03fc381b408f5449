/** What a tool is told, and what it has to work with. */
import type { AnnotationPicture } from '../picture/annotationPicture.ts'
import type { PlanePoint } from '../../../document/geodesy/mercator.ts'
import type { Entry } from './entry.ts'
import type { LiveTag } from './liveTag.ts'
import type { Overlay } from './overlay.ts'
import type { Pixel, Screen } from './screen.ts'
import type { TextField } from './textField.ts'

export type MapPointer = {
  pixel: Pixel
  /** In the window: the same for two clicks at one place, though a panel that the first one opened moves the map. */
  inWindow: Pixel
  /** In EPSG:3857: on what it caught, or under the pointer. x goes on past the antimeridian. */
  at: PlanePoint
  /** Under the pointer, whatever is near. */
  free: PlanePoint
  /** It caught on a vertex or an edge. */
  caught: boolean
  /** When the pointer did it, which may be before the program came to it. Milliseconds. */
  timeMs: number
  shift: boolean
  alt: boolean
}

export type MapTool = {
  readonly cursor: string
  /** Catches on vertices and edges. */
  readonly snaps: boolean
  /** @returns true to have the drag; false lets the map be panned by it */
  press?(pointer: MapPointer): boolean
  /** After the pointer has moved three pixels. */
  drag?(pointer: MapPointer): void
  release?(pointer: MapPointer): void
  /** A press that did not move. */
  click?(pointer: MapPointer): void
  doubleClick?(pointer: MapPointer): void
  /** The pointer moves with no button down. @returns a cursor, when it is another than the tool's */
  hover?(pointer: MapPointer): string | undefined
  /** @returns true when the key was the tool's */
  key?(event: KeyboardEvent): boolean
  /** A place or a distance was typed. @returns false when the tool cannot take it now */
  enter?(entry: Entry): boolean
  /** Gives up what is being drawn or dragged. @returns false when nothing is */
  cancel(): boolean
  /** The document, the selection or the view changed. */
  refresh?(): void
  dispose(): void
}

export type Workbench = {
  annotations: AnnotationPicture
  overlay: Overlay
  tag: LiveTag
  textField: TextField
  screen(): Screen
  /** Of the map at its left, and as much at its right, in CSS pixels: a panel stands there. */
  outOfSightPx(): number
  /** Annotations that nothing catches on while they are dragged. */
  ignoreWhenSnapping(ids: readonly string[]): void
}

/** What a drag does, as a command for each place of the pointer. The preview runs the same command as the end of the drag. */
import type { Annotation } from '../../../../electron/contract/annotation.ts'
import type { MapDocument } from '../../../../electron/contract/document.ts'
import { calloutHomeMm } from '../../../document/annotations/calloutHome.ts'
import { editCommand } from '../../../document/annotations/change.ts'
import { moveAnnotations, rotateAnnotations, scaleAnnotations, setGeometry, setProperties } from '../../../document/annotations/commands.ts'
import { normalGeometry } from '../../../document/annotations/positions.ts'
import { type PlanePoint, toPlane } from '../../../document/geodesy/mercator.ts'
import type { Command } from '../../../document/history.ts'
import { moveWords, radiusWords } from '../tools/liveText.ts'
import type { MapPointer } from '../tools/mapTool.ts'
import { offsetMm, offsetMmBetween } from '../tools/offsets.ts'
import { radiusBetween } from '../tools/radiusTool.ts'
import { lonLatAt, nearWorld, type Pixel, type Screen } from '../tools/screen.ts'
import { pointShape } from '../tools/shapes.ts'
import { type VertexAt, withInserted, withVertex } from './vertices.ts'

export type Gesture = {
  /** What it changes. */
  ids: readonly string[]
  cursor: string
  command(document: MapDocument, pointer: MapPointer): Command | null
  words(pointer: MapPointer): string
  /** The whole picture moves alike. */
  moves?: true
}

export function moveGesture(annotations: readonly Annotation[], from: MapPointer): Gesture {
  const ids = annotations.map(({ id }) => id)
  const [only] = annotations
  // A single point catches with its place, wherever on its mark it was taken.
  const anchor =
    annotations.length === 1 && only?.geometry.type === 'Point' ? nearWorld(toPlane(only.geometry.coordinates), from.free[0]) : null
  const offset = ({ at, free, caught }: MapPointer): PlanePoint =>
    anchor !== null && caught ? [at[0] - anchor[0], at[1] - anchor[1]] : [free[0] - from.free[0], free[1] - from.free[1]]
  return {
    ids,
    cursor: 'move',
    command: (document, pointer) => {
      const [dxM, dyM] = offset(pointer)
      return moveAnnotations(document, ids, { dxM, dyM })
    },
    words: (pointer) => {
      const [dxM, dyM] = offset(pointer)
      return moveWords(lonLatAt(from.free), lonLatAt([from.free[0] + dxM, from.free[1] + dyM]))
    },
    moves: true,
  }
}

/** Shift turns by steps of 15 degrees. */
export function rotateGesture(ids: readonly string[], pivot: PlanePoint, from: PlanePoint): Gesture {
  const angle = ({ free, shift }: MapPointer): number => {
    const now = directionDeg(pivot, nearWorld(free, pivot[0])) - directionDeg(pivot, nearWorld(from, pivot[0]))
    const turned = ((((now + 180) % 360) + 360) % 360) - 180
    return shift ? Math.round(turned / 15) * 15 : Math.round(turned * 10) / 10
  }
  return {
    ids,
    cursor: 'grabbing',
    command: (document, pointer) => rotateAnnotations(document, ids, angle(pointer), lonLatAt(pivot)),
    words: (pointer) => `${angle(pointer)}°`,
  }
}

/** Clockwise from the top of the plane. */
const directionDeg = ([x1, y1]: PlanePoint, [x2, y2]: PlanePoint): number => (Math.atan2(x2 - x1, y2 - y1) * 180) / Math.PI

/** About the opposite corner. */
export function scaleGesture(ids: readonly string[], pivot: PlanePoint, from: PlanePoint, cursor: string): Gesture {
  const start = nearWorld(from, pivot[0])
  const [dx, dy] = [start[0] - pivot[0], start[1] - pivot[1]]
  const square = dx * dx + dy * dy
  /** Along the diagonal, so that it follows the pointer without a jump. */
  const factor = ({ free }: MapPointer): number => {
    const [x, y] = nearWorld(free, pivot[0])
    const along = square === 0 ? 1 : ((x - pivot[0]) * dx + (y - pivot[1]) * dy) / square
    return Math.max(0.02, Math.round(along * 1000) / 1000)
  }
  return {
    ids,
    cursor,
    command: (document, pointer) => scaleAnnotations(document, ids, factor(pointer), lonLatAt(pivot)),
    words: (pointer) => `${Math.round(factor(pointer) * 100)}%`,
  }
}

export function vertexGesture(annotation: Annotation, vertex: VertexAt, isNew: boolean): Gesture {
  const { id, geometry } = annotation
  return {
    ids: [id],
    cursor: 'move',
    command: (document, { at }) =>
      setGeometry(document, id, isNew ? withInserted(geometry, vertex, lonLatAt(at)) : withVertex(geometry, vertex, lonLatAt(at))),
    words: () => '',
  }
}

/** The outermost radius; rings keep their proportions. */
export function radiusGesture({ id, geometry, properties }: Annotation): Gesture {
  const center = geometry.type === 'Point' ? toPlane(geometry.coordinates) : ([0, 0] as const)
  const outer = properties.radiiM.at(-1) ?? 1
  const radius = ({ at }: MapPointer): number => Math.max(1, radiusBetween(center, at))
  return {
    ids: [id],
    cursor: 'ew-resize',
    command: (document, pointer) => {
      const factor = radius(pointer) / outer
      return setProperties(document, [id], {
        radiiM: properties.radiiM.map((one, index, all) =>
          index === all.length - 1 ? radius(pointer) : Math.round(one * factor * 10) / 10,
        ),
      })
    },
    words: (pointer) => radiusWords(radius(pointer)),
  }
}

/** The place of a callout moves; its box stays where it is on the screen. */
export function anchorGesture({ id, geometry, properties }: Annotation, screen: Screen): Gesture {
  const anchor = geometry.type === 'Point' ? toPlane(geometry.coordinates) : ([0, 0] as const)
  return {
    ids: [id],
    cursor: 'move',
    command: (document, { at }) => {
      const [x, y] = offsetMmBetween(screen, nearWorld(at, anchor[0]), anchor)
      const [ownX, ownY] = properties.labelOffsetMm ?? calloutHomeMm
      const labelOffsetMm: [number, number] = [round(ownX + x), round(ownY + y)]
      return editCommand(document, [id], 'move of', {}, (annotation) =>
        annotation.properties.locked ? {} : { geometry: normalGeometry(pointShape(at)), properties: { labelOffsetMm } },
      )
    },
    words: ({ at }) => moveWords(lonLatAt(anchor), lonLatAt(nearWorld(at, anchor[0]))),
  }
}

/** A box or a name moves; its place stays. @param start where it stands now unless it was moved by hand, in pixels from its place or anchor */
export function labelGesture({ id, properties }: Annotation, start: Pixel, from: MapPointer): Gesture {
  const [startX, startY] = properties.labelOffsetMm ?? (properties.kind === 'callout' ? calloutHomeMm : offsetMm(start))
  return {
    ids: [id],
    cursor: 'move',
    command: (document, { pixel }) => {
      const [x, y] = offsetMm([pixel[0] - from.pixel[0], pixel[1] - from.pixel[1]])
      return setProperties(document, [id], { labelOffsetMm: [round(startX + x), round(startY + y)] })
    },
    words: () => '',
  }
}

const round = (mm: number): number => Math.min(2_000, Math.max(-2_000, Math.round(mm * 100) / 100)) + 0

/** A page in the order in which it is painted: marks, and between them the maps. */
import type { FrameSpec } from '../map/index.ts'
import type { Mark, MapSlot, PageDrawing } from '../page/drawing.ts'

/** Marks that lie between two maps, or a map. */
export type PagePart = { kind: 'marks'; marks: Mark[] } | { kind: 'map'; slot: MapSlot }

export function* partsOf({ widthMm, heightMm, background, elements }: PageDrawing): Generator<PagePart> {
  let marks: Mark[] = [
    { kind: 'rect', box: { x: 0, y: 0, width: widthMm, height: heightMm }, fill: { color: background, opacity: 1 }, stroke: null },
  ]
  for (const mark of elements.flatMap((element) => element.marks)) {
    if (mark.kind !== 'map') {
      marks.push(mark)
      continue
    }
    yield { kind: 'marks', marks }
    yield { kind: 'map', slot: mark }
    marks = []
  }
  yield { kind: 'marks', marks }
}

/** What the map room is to draw for a frame. */
export function frameSpec(
  { box, view, basemap, role, symbolScale }: MapSlot,
  rest: Pick<FrameSpec, 'document' | 'summaries' | 'dpi'>,
): FrameSpec {
  const { center, scale, rotationDeg } = view
  return { ...rest, basemap, center, scale, rotationDeg, widthMm: box.width, heightMm: box.height, symbolScale, withData: role === 'frame' }
}

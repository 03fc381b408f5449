/** A page in the order in which it is painted: marks, and between them the maps. */
import type { FrameSpec } from '../map/index.ts'
import type { Mark, MapSlot, PageDrawing } from '../page/drawing.ts'

/** Marks of an element of the page. */
export type NamedMarks = { name: string; marks: Mark[] }

/** Marks that lie between two maps, or a map. `marks` are those of `elements`, the first after the ground of the page. */
export type PagePart = { kind: 'marks'; marks: Mark[]; elements: NamedMarks[] } | { kind: 'map'; name: string; slot: MapSlot }

export function* partsOf({ widthMm, heightMm, background, elements }: PageDrawing): Generator<PagePart> {
  let marks: Mark[] = [
    { kind: 'rect', box: { x: 0, y: 0, width: widthMm, height: heightMm }, fill: { color: background, opacity: 1 }, stroke: null },
  ]
  let named: NamedMarks[] = []
  for (const { name, marks: all } of elements) {
    named.push({ name, marks: [] })
    for (const mark of all) {
      if (mark.kind !== 'map') {
        marks.push(mark)
        named.at(-1)?.marks.push(mark)
        continue
      }
      yield { kind: 'marks', marks, elements: named }
      yield { kind: 'map', name, slot: mark }
      marks = []
      named = [{ name, marks: [] }]
    }
  }
  yield { kind: 'marks', marks, elements: named }
}

/** What the map room is to draw for a frame. */
export function frameSpec(
  { box, view, basemap, role, symbolScale, covered }: MapSlot,
  rest: Pick<FrameSpec, 'document' | 'summaries' | 'dpi'>,
): FrameSpec {
  const { center, scale, rotationDeg } = view
  return {
    ...rest,
    basemap,
    center,
    scale,
    rotationDeg,
    widthMm: box.width,
    heightMm: box.height,
    symbolScale,
    withData: role === 'frame',
    covered: covered.map((other) => ({ ...other, x: other.x - box.x, y: other.y - box.y })),
  }
}

/** The locator inset: where in the world the frame is. */
import type { InsetElement, Page } from '../../../electron/contract/page.ts'
import { corners } from '../boxes.ts'
import type { Desk, Drawn } from '../context.ts'
import { line, type MapView, type Mark, type Point, solid } from '../drawing.ts'
import { frameFor, frameView, placeAt, placer, surroundings, viewOf } from '../mapView.ts'
import { drawEdge, drawPanel } from './panel.ts'
import { clipRing } from './polygon.ts'

/** The frame takes up about a fifth of the inset. */
const times = 5
const leastMm = 2
/** Names of the surroundings are finer than those of the map. */
const smaller = 0.75

/** @returns null when there is no frame whose surroundings it could show */
export function insetView({ view, frame: id, box }: InsetElement, page: Page): MapView | null {
  if (view !== null) return viewOf(view, 0, box)
  const frame = frameFor(page, id)
  return frame === null ? null : surroundings(frameView(frame), frame.box, box, times)
}

export function drawLocator(element: InsetElement, { page, context }: Desk): Drawn {
  const frame = frameFor(page, element.frame)
  const { box } = element
  const of = frame === null ? null : frameView(frame)
  const view = insetView(element, page)
  if (view === null) return { marks: drawPanel(element.panel, box) }
  const basemap = element.basemap ?? { ...context.document.basemap, labels: context.document.basemap.labels }
  const marks: Mark[] = [
    ...drawPanel({ ...element.panel, stroke: null }, box),
    {
      kind: 'map',
      role: 'locator',
      element: element.id,
      box,
      view,
      basemap,
      symbolScale: (frame?.symbolScale ?? 1) * smaller,
      covered: [],
    },
  ]
  if (frame !== null && of !== null) {
    const place = placer(view, box)
    const ring = clipRing(noSmaller(corners(frame.box).map((corner) => place(placeAt(of, frame.box, corner)))), box)
    if (ring.length > 2)
      marks.push({
        kind: 'path',
        lines: [ring],
        closed: true,
        fill: solid(element.outlineColor, 0.12),
        stroke: line(element.outlineColor, element.outlineWidthMm),
      })
  }
  return { marks: [...marks, ...drawEdge(element.panel, box)] }
}

/** An outline that would be a speck is drawn as a small square. */
function noSmaller(ring: readonly Point[]): Point[] {
  const xs = ring.map(([x]) => x)
  const ys = ring.map(([, y]) => y)
  const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)]
  if (right - left >= leastMm || bottom - top >= leastMm) return [...ring]
  const [x, y] = [(left + right) / 2, (top + bottom) / 2]
  return corners({ x: x - leastMm / 2, y: y - leastMm / 2, width: leastMm, height: leastMm })
}

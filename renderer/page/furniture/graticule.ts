/** Meridians and parallels over a map frame. In the Mercator plane they are straight. */
import type { Graticule, MapFrame } from '../../../electron/contract/page.ts'
import { edgeLatitude } from '../../document/geodesy/mercator.ts'
import { bottom, overlap, right } from '../boxes.ts'
import type { Measure } from '../drawing.ts'
import { type Box, line, type Mark, type MapView, type Point, type Text } from '../drawing.ts'
import { lonOf, placer, unrolledExtent } from '../mapView.ts'
import { capHeight } from '../text/lines.ts'
import { ptToMm } from '../units.ts'
import { clipLine } from './polygon.ts'

const steps = [1, 2, 5, 10, 15, 30]
const stepsDeg = [...steps.map((value) => value / 3600), ...steps.map((value) => value / 60), ...steps]
const most = 60

type Edge = 'top' | 'bottom' | 'left' | 'right'
type Line = { label: string; kind: 'meridian' | 'parallel'; from: Point; to: Point }

/** @param covered furniture that lies over the frame: no label is put under it */
export function drawGraticule(frame: MapFrame, graticule: Graticule, view: MapView, covered: readonly Box[], measure: Measure): Mark[] {
  const { box } = frame
  const lines = linesOf(view, box, stepFor(view, box, graticule.stepDeg))
  const tick = Math.min(3, Math.min(box.width, box.height) * 0.02)
  const strokes = lines.flatMap((one) => (graticule.lines === 'full' ? [[one.from, one.to]] : endsOf(one, tick)))
  const marks: Mark[] =
    strokes.length === 0
      ? []
      : [{ kind: 'path', lines: strokes, closed: false, fill: null, stroke: line(graticule.color, graticule.widthMm) }]
  if (graticule.labels === 'none') return marks
  return [...marks, ...lines.flatMap((one) => labelsOf(one, box, graticule, covered, measure))]
}

/** Lines are 25 to 60 mm apart, or what is a third of a small frame. */
export function stepFor(view: MapView, box: Box, wanted: number | null): number {
  const [west, south, east, north] = unrolledExtent(view, box)
  const span = Math.max(east - west, north - south)
  const perDegree = Math.max(box.width, box.height) / span
  const apart = Math.max(25, Math.max(box.width, box.height) / 7)
  const chosen = wanted ?? stepsDeg.find((step) => step * perDegree >= Math.min(apart, Math.min(box.width, box.height) / 2)) ?? 30
  return stepsDeg.find((step) => step >= chosen && span / step <= most) ?? Math.max(chosen, 30)
}

function linesOf(view: MapView, box: Box, step: number): Line[] {
  const [west, south, east, north] = unrolledExtent(view, box)
  // Where the map is wider than the world, the second turn would fall on the first.
  const [left, right_] = east - west > 360 ? [view.center[0] - 180, view.center[0] + 180] : [west, east]
  const [low, high] = [Math.max(-edgeLatitude, south), Math.min(edgeLatitude, north)]
  const place = placer({ ...view, center: view.center }, box)
  const unrolled = unrolledPlacer(view, place)
  const lines: Line[] = []
  const add = (kind: Line['kind'], label: string, a: Point, b: Point): void => {
    const clipped = clipLine(a, b, box)
    if (clipped !== null) lines.push({ kind, label, from: clipped[0], to: clipped[1] })
  }
  for (const lon of multiples(step, left, right_))
    add('meridian', degrees(lonOf(lon), 'E', 'W'), unrolled([lon, low]), unrolled([lon, high]))
  for (const lat of multiples(step, low, high)) add('parallel', degrees(lat, 'N', 'S'), unrolled([left, lat]), unrolled([right_, lat]))
  return lines
}

/** Longitudes beyond 180 are meant where they say, not at their nearest turn. */
function unrolledPlacer(view: MapView, place: (at: readonly [number, number]) => Point): (at: readonly [number, number]) => Point {
  const middle = place(view.center)
  const east = place([view.center[0] + 90, view.center[1]])
  const perDegree: Point = [(east[0] - middle[0]) / 90, (east[1] - middle[1]) / 90]
  return ([lon, lat]) => {
    const [x, y] = place([view.center[0], lat])
    const by = lon - view.center[0]
    return [x + perDegree[0] * by, y + perDegree[1] * by]
  }
}

function multiples(step: number, from: number, to: number): number[] {
  const first = Math.ceil(from / step - 1e-9)
  const count = Math.min(most * 2, Math.floor(to / step + 1e-9) - first + 1)
  return count < 1 ? [] : Array.from({ length: count }, (_, index) => (first + index) * step)
}

/** `44° E`, `33° 30′ N`, `33° 30′ 15″ N`. */
export function degrees(value: number, positive: string, negative: string): string {
  const seconds = Math.round(Math.abs(value) * 3600)
  const [whole, minutes, rest] = [Math.floor(seconds / 3600), Math.floor((seconds % 3600) / 60), seconds % 60]
  const side = seconds === 0 || seconds === 180 * 3600 ? '' : value > 0 ? positive : negative
  return `${whole}°${minutes > 0 || rest > 0 ? `${two(minutes)}′` : ''}${rest > 0 ? `${two(rest)}″` : ''}${side}`
}

const two = (value: number): string => String(value).padStart(2, '0')

function endsOf({ from, to }: Line, tick: number): Point[][] {
  const length = Math.hypot(to[0] - from[0], to[1] - from[1])
  const part = Math.min(0.5, tick / Math.max(length, 1e-6))
  const along = (a: Point, b: Point): Point[] => [a, [a[0] + (b[0] - a[0]) * part, a[1] + (b[1] - a[1]) * part]]
  return [along(from, to), along(to, from)]
}

/** Inside: meridians are labelled at the top, parallels at the left. Outside: all around. */
function labelsOf(one: Line, box: Box, { labels, text }: Graticule, covered: readonly Box[], measure: Measure): Text[] {
  const wanted: Edge[] = one.kind === 'meridian' ? ['top', 'bottom'] : ['left', 'right']
  const font = { weight: text.bold ? 600 : 400, italic: text.italic } as const
  const widthMm = measure(one.label, font, text.sizePt)
  const capitals = ptToMm(text.sizePt) * capHeight
  const gap = capitals * 0.6
  const sides = labels === 'inside' ? wanted.slice(0, 1) : wanted
  return sides.flatMap((edge): Text[] => {
    const point = [one.from, one.to].find((end) => isOn(end, edge, box))
    if (point === undefined) return []
    const outward = labels === 'outside' ? 1 : -1
    const at: Point =
      edge === 'top'
        ? [point[0] + (labels === 'inside' ? gap * 0.6 + widthMm / 2 : 0), outward > 0 ? box.y - gap : box.y + gap + capitals]
        : edge === 'bottom'
          ? [point[0], bottom(box) + gap + capitals]
          : edge === 'left'
            ? [
                outward > 0 ? box.x - gap - widthMm / 2 : box.x + gap + widthMm / 2,
                point[1] + (labels === 'inside' ? -gap * 0.6 : capitals / 2),
              ]
            : [right(box) + gap + widthMm / 2, point[1] + capitals / 2]
    const place: Box = { x: at[0] - widthMm / 2 - gap, y: at[1] - capitals - gap, width: widthMm + 2 * gap, height: capitals + 2 * gap }
    if (labels === 'inside' && (!within(place, box, gap) || covered.some((other) => overlap(place, other)))) return []
    return [
      {
        kind: 'text',
        text: one.label,
        at,
        sizePt: text.sizePt,
        font,
        color: text.color,
        align: 'center',
        direction: 'ltr',
        halo: labels === 'inside' ? { color: '#ffffff', widthMm: ptToMm(text.sizePt) * 0.14 } : null,
        link: null,
        widthMm,
      },
    ]
  })
}

const within = (inner: Box, outer: Box, slack: number): boolean =>
  inner.x >= outer.x - slack && inner.y >= outer.y - slack && right(inner) <= right(outer) + slack && bottom(inner) <= bottom(outer) + slack

function isOn([x, y]: Point, edge: Edge, box: Box): boolean {
  const near = (a: number, b: number): boolean => Math.abs(a - b) < 0.01
  if (edge === 'top') return near(y, box.y)
  if (edge === 'bottom') return near(y, bottom(box))
  return edge === 'left' ? near(x, box.x) : near(x, right(box))
}

/** The north arrow. In EPSG:3857 true north is grid north; it is up unless the frame is turned. A compass points off it by the declination. */
import type { NorthArrowElement } from '../../../electron/contract/page.ts'
import { inside, middle } from '../boxes.ts'
import type { Desk, Drawn } from '../context.ts'
import { type Box, line, type Mark, type Point, solid } from '../drawing.ts'
import { frameFor, frameView, radians } from '../mapView.ts'
import { fitText } from '../text/fit.ts'
import { capHeight, drawLines, lineHeight } from '../text/lines.ts'
import { plainPiece } from '../text/wrap.ts'
import { mmToPt } from '../units.ts'
import { dateInWords } from './asOf.ts'
import { type Declination, declinationAt, declinationInWords } from './declination.ts'

/** Lines under the arrow, and their height in parts of the element's. */
const captionLines = 3
const captionHeight = 0.3

export function drawNorthArrow(element: NorthArrowElement, desk: Desk): Drawn {
  const { page, context } = desk
  const frame = frameFor(page, element.frame)
  const date = element.date ?? context.document.asOf
  const isAsked = element.declination || element.north === 'magnetic'
  const found: Declination | null = isAsked && frame !== null ? declinationAt(frameView(frame).center, date) : null
  const notPlaced = found?.ok === false ? [{ element: element.id, what: 'declination', sentence: found.sentence }] : []
  const degrees = found?.ok === true ? found.degrees : null
  // An arrow to a north that is not known would be a lie.
  if (element.north === 'magnetic' && degrees === null) return { marks: [], notPlaced }
  const room = inside(element.box, element.panel)
  const isCaptioned = element.declination && degrees !== null && date !== null
  const arrowRoom = isCaptioned ? { ...room, height: room.height * (1 - captionHeight) } : room
  const turnDeg = (frame?.rotationDeg ?? 0) + (element.north === 'magnetic' ? (degrees ?? 0) : 0)
  const marks = drawArrow(element, arrowRoom, radians(turnDeg), desk)
  if (!isCaptioned) return { marks, notPlaced }
  const words = `Declination ${declinationInWords(degrees).replace(' ', '\u00a0')}, ${dateInWords(date)}`
  return {
    marks: [
      ...marks,
      ...drawCaption(element, words, { ...room, y: room.y + arrowRoom.height, height: room.height - arrowRoom.height }, desk),
    ],
    notPlaced,
  }
}

function drawCaption(element: NorthArrowElement, words: string, room: Box, { context, haloOf }: Desk): Mark[] {
  const sizePt = Math.max(0.5, room.height / captionLines / lineHeight(1))
  const type = { sizePt, italic: false, bold: false, measure: context.measure }
  const fitted = fitText([plainPiece(words)], room, type, sizePt * 0.6)
  const style = { sizePt, bold: false, italic: false, color: element.color, align: 'center' as const }
  return drawLines(fitted.lines, room, style, fitted.type, haloOf(element, element.color, fitted.type.sizePt))
}

/** @param turn of north, in radians, clockwise from up */
function drawArrow(element: NorthArrowElement, room: Box, turn: number, { context, haloOf }: Desk): Mark[] {
  const radius = Math.min(room.width, room.height) / 2
  const center = middle(room)
  /** In parts of the radius, y upward, turned with the map. */
  const at = ([x, y]: Point): Point => {
    const [cos, sin] = [Math.cos(turn), Math.sin(turn)]
    return [center[0] + radius * (x * cos + y * sin), center[1] + radius * (x * sin - y * cos)]
  }
  const { color } = element
  const sizePt = Math.max(0.5, mmToPt(radius * (element.look === 'compass' ? 0.5 : 0.62)))
  const halo = haloOf(element, color, sizePt)
  const shape = (points: readonly Point[], isFull: boolean): Mark => ({
    kind: 'path',
    lines: [points.map(at)],
    closed: true,
    fill: solid(isFull ? color : '#ffffff'),
    stroke: line(color, Math.max(0.1, radius * 0.045)),
  })
  const marks: Mark[] = []
  if (halo !== null && element.look !== 'compass') {
    const rim = [...outlines[element.look]].map(at)
    marks.push({ kind: 'path', lines: [rim], closed: true, fill: null, stroke: line(halo.color, radius * 0.16) })
  }
  if (element.look === 'arrow') marks.push(shape(outlines.arrow, true))
  if (element.look === 'needle') marks.push(shape(needleLeft, true), shape(needleRight, false))
  if (element.look === 'compass') {
    marks.push({
      kind: 'circle',
      center,
      radius: radius * 0.6,
      fill: solid('#ffffff', 0.85),
      stroke: line(color, Math.max(0.1, radius * 0.05)),
    })
    for (const [points, isFull] of compass) marks.push(shape(points, isFull))
  }
  // The letter stays upright and goes around with the arrow.
  const font = { weight: 600, italic: false } as const
  const text = letters[element.north]
  const [x, y] = at([0, element.look === 'compass' ? 0.83 : 0.76])
  marks.push({
    kind: 'text',
    text,
    at: [x, y + (sizePt * 25.4 * capHeight) / 72 / 2],
    sizePt,
    font,
    color,
    align: 'center',
    direction: 'ltr',
    halo,
    link: null,
    widthMm: context.measure(text, font, sizePt),
  })
  return marks
}

const letters: Record<NorthArrowElement['north'], string> = { true: 'N', grid: 'GN', magnetic: 'MN' }

const outlines: Record<'arrow' | 'needle', readonly Point[]> = {
  arrow: [
    [0, 0.46],
    [0.52, -0.95],
    [0, -0.58],
    [-0.52, -0.95],
  ],
  needle: [
    [0, 0.46],
    [0.36, -0.95],
    [0, -0.72],
    [-0.36, -0.95],
  ],
}
const needleLeft: readonly Point[] = [
  [0, 0.46],
  [0, -0.72],
  [-0.36, -0.95],
]
const needleRight: readonly Point[] = [
  [0, 0.46],
  [0.36, -0.95],
  [0, -0.72],
]
const compass: readonly (readonly [readonly Point[], boolean])[] = [0, 1, 2, 3].flatMap((quarter) => {
  const angle = (quarter * Math.PI) / 2
  const turned = (x: number, y: number): Point => [x * Math.cos(angle) + y * Math.sin(angle), -x * Math.sin(angle) + y * Math.cos(angle)]
  const tip = quarter === 0 ? 0.62 : 0.42
  return [
    [[turned(0, 0), turned(0, tip), turned(-0.11, 0.11)], true] as const,
    [[turned(0, 0), turned(0, tip), turned(0.11, 0.11)], false] as const,
  ]
})

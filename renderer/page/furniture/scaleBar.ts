/** The scale bar: 1-2-5 steps, true at the centre of its frame. */
import type { ScaleBarElement, ScaleUnit } from '../../../electron/contract/page.ts'
import { formatScale } from '../../document/geodesy/scale.ts'
import { inCorner, inside } from '../boxes.ts'
import type { Desk, Drawn } from '../context.ts'
import { type Box, line, type Mark, solid, type Text } from '../drawing.ts'
import { frameFor, frameView } from '../mapView.ts'
import { capHeight, type Halo } from '../text/lines.ts'
import { ptToMm } from '../units.ts'

/** The international mile (1959) and nautical mile (1929) are exact. */
const metresIn: Record<ScaleUnit, number> = { km: 1000, mi: 1609.344, nmi: 1852, m: 1 }

export type Ruler = { value: number; unit: ScaleUnit; lengthMm: number; parts: number }

/**
 * The longest bar of 1, 2 or 5 times a power of ten that is no longer than the room.
 *
 * @param metresPerMm on the ground
 */
export function rulerFor(unit: ScaleUnit, metresPerMm: number, roomMm: number): Ruler | null {
  const most = (roomMm * metresPerMm) / metresIn[unit]
  if (!Number.isFinite(most) || most <= 0) return null
  if (unit === 'km' && most < 1) return rulerFor('m', metresPerMm, roomMm)
  const power = 10 ** Math.floor(Math.log10(most) + 1e-9)
  const [step, parts] = most / power >= 5 ? [5, 5] : most / power >= 2 ? [2, 4] : [1, 4]
  const value = Number((step * power).toPrecision(3))
  return { value, unit, lengthMm: Math.min(roomMm, (value * metresIn[unit]) / metresPerMm), parts }
}

export function drawScaleBar(element: ScaleBarElement, { page, context, haloOf }: Desk): Drawn {
  const frame = frameFor(page, element.frame)
  if (frame === null) return { marks: [], box: null }
  const { scale } = frameView(frame)
  const room = inside(element.box, element.panel)
  const { style } = element
  const type = { weight: style.bold ? 600 : 400, italic: style.italic } as const
  const measure = (text: string): number => context.measure(text, type, style.sizePt)
  const letter = ptToMm(style.sizePt)
  // Half of the first and of the last label stand beyond the bar.
  const ends = { left: measure('0') / 2, right: measure('5,000 nmi') * 0.62 }
  const rulers = element.units
    .map((unit) => rulerFor(unit, scale / 1000, room.width - ends.left - ends.right))
    .filter((ruler) => ruler !== null)
  const [longest] = rulers.toSorted((a, b) => b.lengthMm - a.lengthMm)
  if (longest === undefined || longest.lengthMm < letter) return refused(element)
  const barHeight = Math.max(0.5, letter * 0.38)
  const labelHeight = letter * (capHeight + 0.35)
  const ratioGap = letter * 0.5
  const ratio = element.ratio ? formatScale(scale) : null
  const height =
    labelHeight * rulers.length + (rulers.length - 1) * letter * 0.2 + barHeight + (ratio === null ? 0 : letter * capHeight + ratioGap)
  const width = Math.max(longest.lengthMm + ends.left + ends.right, ratio === null ? 0 : ends.left + measure(ratio))
  if (height > room.height + 0.01) return refused(element)
  const padding = element.panel.paddingMm
  const outer = element.fit === 'box' ? element.box : inCorner(element.box, element.fit, width + 2 * padding, height + 2 * padding)
  const content = inside(outer, element.panel)
  const top = content.y + Math.max(0, content.height - height) / 2
  const left = content.x + ends.left
  const halo = haloOf(element, style.color, style.sizePt)
  const text = (words: string, x: number, y: number, align: Text['align']): Text => ({
    kind: 'text',
    text: words,
    at: [x, y],
    sizePt: style.sizePt,
    font: type,
    color: style.color,
    align,
    direction: 'ltr',
    halo,
    link: null,
    widthMm: measure(words),
  })
  const barTop = top + labelHeight
  const capitals = letter * capHeight
  const marks: Mark[] = [
    ...bar(element.look, rulers[0] ?? longest, { x: left, y: barTop, width: 0, height: barHeight }, style.color, halo),
    ...labels(rulers[0] ?? longest, left, top + capitals, measure, text),
  ]
  const second = rulers[1]
  if (second !== undefined) {
    const y = barTop + barHeight
    marks.push(
      {
        kind: 'path',
        lines: [
          [
            [left, y],
            [left + second.lengthMm, y],
          ],
        ],
        closed: false,
        fill: null,
        stroke: line(style.color, barHeight * 0.2),
      },
      ...ticks(second, left, y, barHeight * 0.6, style.color),
      ...labels(second, left, y + labelHeight + letter * 0.15, measure, text),
    )
  }
  if (ratio !== null) {
    const y = barTop + barHeight + (second === undefined ? 0 : labelHeight + letter * 0.2) + ratioGap + letter * capHeight
    marks.push(text(ratio, left, y, 'left'))
  }
  return { marks, box: outer }
}

const refused = (element: ScaleBarElement): Drawn => ({
  marks: [],
  box: null,
  notPlaced: [{ element: element.id, what: 'scale bar', sentence: 'The box of the scale bar is too small for it.' }],
})

/** Drawn over a light rim where it stands on the map. */
function bar(look: ScaleBarElement['look'], { lengthMm, parts }: Ruler, at: Box, color: string, halo: Halo): Mark[] {
  const { x, y, height } = at
  const thin = height * 0.16
  const rim: Mark[] =
    halo === null
      ? []
      : [
          {
            kind: 'rect',
            box: { x: x - halo.widthMm, y: y - halo.widthMm, width: lengthMm + 2 * halo.widthMm, height: height + 2 * halo.widthMm },
            fill: solid(halo.color, 0.85),
            stroke: null,
          },
        ]
  if (look === 'line') {
    const lines = [
      [
        [x, y],
        [x, y + height],
        [x + lengthMm, y + height],
        [x + lengthMm, y],
      ] as const,
      [
        [x + lengthMm / 2, y + height * 0.4],
        [x + lengthMm / 2, y + height],
      ] as const,
    ]
    return [...rim, { kind: 'path', lines, closed: false, fill: null, stroke: line(color, thin * 1.6) }]
  }
  const each = lengthMm / parts
  const boxes = Array.from({ length: parts }, (_, part): Box[] => {
    if (look === 'bar') return part % 2 === 0 ? [{ x: x + part * each, y, width: each, height }] : []
    return [{ x: x + part * each, y: part % 2 === 0 ? y : y + height / 2, width: each, height: height / 2 }]
  }).flat()
  return [
    ...rim,
    { kind: 'rect', box: { x, y, width: lengthMm, height }, fill: solid('#ffffff'), stroke: null },
    ...boxes.map((box): Mark => ({ kind: 'rect', box, fill: solid(color), stroke: null })),
    { kind: 'rect', box: { x, y, width: lengthMm, height }, fill: null, stroke: line(color, thin) },
  ]
}

function ticks({ lengthMm }: Ruler, x: number, y: number, height: number, color: string): Mark[] {
  const lines = [0, 0.5, 1].map(
    (part) =>
      [
        [x + lengthMm * part, y],
        [x + lengthMm * part, y + height],
      ] as const,
  )
  return [{ kind: 'path', lines, closed: false, fill: null, stroke: line(color, height * 0.25) }]
}

/** Nought, the middle where it is a short number and has room, and the end with the unit. */
function labels(
  { value, unit, lengthMm }: Ruler,
  x: number,
  y: number,
  measure: (text: string) => number,
  text: (words: string, x: number, y: number, align: Text['align']) => Text,
): Text[] {
  const [half, end] = [numbers.format(value / 2), numbers.format(value)]
  // The end's number stands under the end of the bar, and its unit beyond.
  const endLeft = x + lengthMm - measure(end) / 2
  const isRoomy = lengthMm / 2 > (measure(half) + measure(end)) * 0.75
  return [
    text('0', x, y, 'center'),
    ...(isRoomy ? [text(half, x + lengthMm / 2, y, 'center')] : []),
    text(`${end} ${unit}`, endLeft, y, 'left'),
  ]
}

const numbers = new Intl.NumberFormat('en-US', { maximumFractionDigits: 6 })

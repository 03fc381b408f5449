/** A recorded page as the elements of an SVG: paths, letters, pictures and named groups, one for one. */
import { isIdentity, type Matrix } from '../recording/matrix.ts'
import { type Bounds, movedBounds } from '../recording/path.ts'
import type {
  Clip,
  DrawingOp,
  FillOp,
  ImageOp,
  Op,
  Paint,
  Pen,
  Picture,
  Rectangle,
  Recording,
  StrokeOp,
  TextOp,
} from '../recording/recording.ts'
import { isSprite } from '../recording/replay.ts'
import { type SvgColor, svgColor } from './colors.ts'
import { lettersOver, type SvgFont, svgFont, textElement } from './letters.ts'
import { pathData } from './pathData.ts'
import { type Attributes, attributes, exactNumber, number } from './xml.ts'

export type NamedPicture = { id: string; picture: Picture; source: Rectangle }

export type BodyHost = {
  /** From the line that letters were given to the line that they stand on, down, in their own units. */
  riseOf: (op: TextOp) => number
}

type Group = { name: string; parts: string[] }

export class SvgBody {
  /** What elements refer to, except for pictures. */
  readonly defs: string[] = []
  readonly pictures: NamedPicture[] = []
  /** All that was lettered, by font. */
  readonly letters = new Map<SvgFont, Set<string>>()
  readonly #host: BodyHost
  readonly #clips = new Map<Clip, string>()
  readonly #edges = new Map<string, string>()
  readonly #sprites = new Map<Recording, string>()
  readonly #byPicture = new Map<Picture, NamedPicture[]>()
  readonly #ids = new Set<string>()
  #named = 0

  constructor(host: BodyHost) {
    this.#host = host
  }

  /** @returns the elements of a recording, in its own coordinates */
  elements(recording: Recording): string {
    const { ops } = recording
    const seen = isSprite(recording) ? null : recording
    const groups: Group[] = [{ name: '', parts: [] }]
    let [clip, run]: [Clip | null, string] = [null, '']
    const flush = (): void => {
      if (run !== '') groups.at(-1)?.parts.push(clip === null ? run : `<g${attributes({ 'clip-path': this.#clipped(clip) })}>${run}</g>`)
      run = ''
    }
    const close = (): void => {
      flush()
      const { name, parts } = groups.pop() ?? { name: '', parts: [] }
      if (parts.length > 0) groups.at(-1)?.parts.push(`<g${attributes(this.#labels(name))}>${parts.join('')}</g>\n`)
    }
    for (let index = 0; index < ops.length; index += 1) {
      const op = ops[index]
      if (op === undefined) break
      if (op.kind === 'begin') {
        flush()
        groups.push({ name: op.name, parts: [] })
        continue
      }
      if (op.kind === 'end') {
        if (groups.length > 1) close()
        continue
      }
      if (seen !== null && !isWithin(op, seen)) continue
      if (op.clip !== clip) {
        flush()
        clip = op.clip
      }
      const letters = lettersOver(op, ops[index + 1])
      if (letters !== null) index += 1
      run += letters === null ? this.#element(op) : this.#text(letters, op as TextOp)
    }
    while (groups.length > 1) close()
    flush()
    return groups[0]?.parts.join('') ?? ''
  }

  #element(op: Exclude<Op, { kind: 'begin' | 'end' }>): string {
    switch (op.kind) {
      case 'fill':
        return this.#fill(op)
      case 'stroke':
        return this.#stroke(op)
      case 'text':
        return this.#text(op.pen === null ? op : null, op.pen === null ? null : op)
      case 'image':
        return this.#image(op)
      case 'drawing':
        return this.#drawing(op)
    }
  }

  #fill(op: FillOp): string {
    const rule = op.rule === 'evenodd' ? 'evenodd' : null
    return `<path${attributes({ d: pathData(op.path), 'fill-rule': rule, ...this.#paint('fill', op.paint) })}${common(op)}/>`
  }

  #stroke(op: StrokeOp): string {
    return `<path${attributes({ d: pathData(op.path), fill: 'none', ...this.#paint('stroke', op.paint), ...penOf(op.pen) })}${common(op)}/>`
  }

  #text(letters: TextOp | null, halo: TextOp | null): string {
    const op = letters ?? halo
    if (op === null || op.text.trim() === '') return ''
    const font = svgFont(op.lettering.font)
    const known = this.letters.get(font) ?? new Set()
    this.letters.set(font, known)
    for (const letter of op.text) known.add(letter)
    const fill: SvgColor | null = letters === null || typeof letters.paint !== 'string' ? null : svgColor(letters.paint)
    return `${textElement(op, fill, halo, this.#host.riseOf(op), common(op))}\n`
  }

  /** Each picture is there once. */
  #image(op: ImageOp): string {
    const { id, source } = this.#picture(op.picture, op.source)
    const [x, y, width, height] = op.target
    const place: Matrix = [width / source[2], 0, 0, height / source[3], x, y]
    return `<g${transform(op.matrix)}${common(op)}><use href="#${id}" xlink:href="#${id}"${transform(place)}/></g>\n`
  }

  #picture(picture: Picture, source: Rectangle): NamedPicture {
    const all = this.#byPicture.get(picture) ?? []
    const known = all.find((one) => one.source.every((value, index) => value === source[index]))
    if (known !== undefined) return known
    const named = { id: this.#newId('picture'), picture, source }
    this.#byPicture.set(picture, [...all, named])
    this.pictures.push(named)
    return named
  }

  #drawing(op: DrawingOp): string {
    const { recording } = op
    if (isSprite(recording)) {
      const id = this.#sprite(recording)
      return id === null ? '' : `<use href="#${id}" xlink:href="#${id}"${transform(op.matrix)}${common(op)}/>\n`
    }
    const inside = this.elements(recording)
    if (inside === '') return ''
    return `<g${transform(op.matrix)}${attributes({ 'clip-path': this.#edge(recording) })}${common(op)}>${inside}</g>\n`
  }

  /** A mark of points is drawn again and again. */
  #sprite(recording: Recording): string | null {
    const known = this.#sprites.get(recording)
    if (known !== undefined) return known
    const inside = this.elements(recording)
    if (inside === '') return null
    const id = this.#newId('mark')
    this.#sprites.set(recording, id)
    this.defs.push(`<g id="${id}">${inside}</g>`)
    return id
  }

  #edge({ width, height }: Recording): string {
    const size = `${width} ${height}`
    let id = this.#edges.get(size)
    if (id === undefined) {
      id = this.#newId('edge')
      this.#edges.set(size, id)
      this.defs.push(`<clipPath id="${id}"><rect width="${number(width)}" height="${number(height)}"/></clipPath>`)
    }
    return `url(#${id})`
  }

  #clipped(clip: Clip): string {
    let id = this.#clips.get(clip)
    if (id === undefined) {
      id = this.#newId('clip')
      this.#clips.set(clip, id)
      const within = clip.within === null ? null : this.#clipped(clip.within)
      const path = `<path${attributes({ d: pathData(clip.path), 'clip-rule': clip.rule === 'evenodd' ? 'evenodd' : null })}/>`
      this.defs.push(`<clipPath${attributes({ id, 'clip-path': within })}>${path}</clipPath>`)
    }
    return `url(#${id})`
  }

  #paint(use: 'fill' | 'stroke', paint: Paint): Attributes {
    if (typeof paint === 'string') {
      const { color, opacity } = svgColor(paint)
      return { [use]: color, [`${use}-opacity`]: opacity === 1 ? null : exactNumber(opacity) }
    }
    const { recording, matrix } = paint
    const id = this.#newId('pattern')
    const size = { width: number(recording.width), height: number(recording.height), patternUnits: 'userSpaceOnUse' }
    const turned = isIdentity(matrix) ? null : matrixText(matrix)
    this.defs.push(`<pattern${attributes({ id, ...size, patternTransform: turned })}>${this.elements(recording)}</pattern>`)
    return { [use]: `url(#${id})` }
  }

  /** As Inkscape and readers of the text know the parts of a picture. */
  #labels(name: string): Attributes {
    const word = name.replaceAll(/[^\p{L}\p{N}]+/gu, '-').replaceAll(/^-+|-+$/g, '')
    return {
      id: this.#freeId(/^\p{L}/u.test(word) ? word : `part-${word}`),
      'inkscape:groupmode': 'layer',
      'inkscape:label': name,
      'data-name': name,
    }
  }

  #newId(kind: string): string {
    this.#named += 1
    return this.#freeId(`${kind}-${this.#named}`)
  }

  #freeId(wanted: string): string {
    let id = wanted
    for (let next = 2; this.#ids.has(id); next += 1) id = `${wanted}-${next}`
    this.#ids.add(id)
    return id
  }
}

const matrixText = (matrix: Matrix): string => `matrix(${matrix.map(exactNumber).join(' ')})`

const transform = (matrix: Matrix): string => (isIdentity(matrix) ? '' : ` transform="${matrixText(matrix)}"`)

function penOf({ widthPx, cap, join, miterLimit, dash, dashOffset }: Pen): Attributes {
  return {
    'stroke-width': number(widthPx),
    'stroke-linecap': cap === 'butt' ? null : cap,
    'stroke-linejoin': join === 'miter' ? null : join,
    'stroke-miterlimit': join === 'miter' ? String(miterLimit) : null,
    'stroke-dasharray': dash.length === 0 ? null : dash.map(number).join(' '),
    'stroke-dashoffset': dash.length === 0 || dashOffset === 0 ? null : number(dashOffset),
  }
}

/** Ways of joining colours that SVG has. Source: Compositing and Blending Level 1, §10. */
const blends = new Set(
  'multiply screen overlay darken lighten color-dodge color-burn hard-light soft-light difference exclusion hue saturation color luminosity'.split(
    ' ',
  ),
)

function common({ alpha, blend }: { alpha: number; blend: GlobalCompositeOperation }): string {
  if (blend !== 'source-over' && !blends.has(blend)) throw new Error(`SVG cannot join colours by ${blend}.`)
  return attributes({
    opacity: alpha === 1 ? null : exactNumber(alpha),
    style: blend === 'source-over' ? null : `mix-blend-mode:${blend}`,
  })
}

/** What lies outside of its canvas was not seen. */
function isWithin(op: Exclude<Op, { kind: 'begin' | 'end' }>, { width, height }: Recording): boolean {
  const { minX, minY, maxX, maxY } = boundsOf(op)
  return maxX >= 0 && maxY >= 0 && minX <= width && minY <= height
}

function boundsOf(op: Exclude<Op, { kind: 'begin' | 'end' }>): Bounds {
  switch (op.kind) {
    case 'fill':
      return op.path.bounds
    case 'stroke': {
      const { minX, minY, maxX, maxY } = op.path.bounds
      const spare = op.pen.widthPx * (op.pen.join === 'miter' ? op.pen.miterLimit : 1)
      return { minX: minX - spare, minY: minY - spare, maxX: maxX + spare, maxY: maxY + spare }
    }
    case 'text':
      return movedBounds(op.bounds, op.matrix)
    case 'image': {
      const [x, y, width, height] = op.target
      return movedBounds({ minX: x, minY: y, maxX: x + width, maxY: y + height }, op.matrix)
    }
    case 'drawing':
      return movedBounds({ minX: 0, minY: 0, maxX: op.recording.width, maxY: op.recording.height }, op.matrix)
  }
}

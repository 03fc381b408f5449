/** Paints what is laid out on a page: one painter for preview, picture and PDF. Maps are not painted here; they have their own place between the marks. */
import { shapeOf } from '../map/index.ts'
import { type PointSymbol, pointSymbols } from '../../electron/contract/document.ts'
import type { Circle, Fill, Image, Mark, Path, Rect, Stroke, Symbol, Text } from '../page/drawing.ts'
import type { Pictures } from './pictures.ts'
import { cssFont, ptToMm } from './letters.ts'

type Context = CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D

/**
 * @param context its unit is the pixel, its origin the upper left corner of the page
 * @param pxPerMm pixels to a millimetre
 * @param pictures of the page, loaded before: painting does not wait
 */
export function paintMarks(context: Context, marks: readonly Mark[], pxPerMm: number, pictures: Pictures): void {
  for (const mark of marks) {
    context.save()
    paintMark(context, mark, pxPerMm, pictures)
    context.restore()
  }
}

function paintMark(context: Context, mark: Mark, scale: number, pictures: Pictures): void {
  switch (mark.kind) {
    case 'rect':
      return paintRect(context, mark, scale)
    case 'path':
      return paintPath(context, mark, scale)
    case 'circle':
      return paintCircle(context, mark, scale)
    case 'text':
      return paintText(context, mark, scale)
    case 'image':
      return paintImage(context, mark, scale, pictures)
    case 'symbol':
      return paintSymbol(context, mark, scale, pictures)
    case 'map':
      return undefined
  }
}

function paintRect(context: Context, { box, fill, stroke }: Rect, scale: number): void {
  context.beginPath()
  context.rect(box.x * scale, box.y * scale, box.width * scale, box.height * scale)
  finish(context, fill, stroke, scale, 'miter')
}

function paintPath(context: Context, { lines, closed, fill, stroke }: Path, scale: number): void {
  context.beginPath()
  for (const line of lines) {
    for (const [index, [x, y]] of line.entries()) {
      if (index === 0) context.moveTo(x * scale, y * scale)
      else context.lineTo(x * scale, y * scale)
    }
    if (closed) context.closePath()
  }
  finish(context, fill, stroke, scale, closed ? 'miter' : 'round')
}

function paintCircle(context: Context, { center: [x, y], radius, fill, stroke }: Circle, scale: number): void {
  context.beginPath()
  context.arc(x * scale, y * scale, radius * scale, 0, 2 * Math.PI)
  finish(context, fill, stroke, scale, 'round')
}

function finish(context: Context, fill: Fill | null, stroke: Stroke | null, scale: number, join: CanvasLineJoin): void {
  if (fill !== null) {
    context.globalAlpha = fill.opacity
    context.fillStyle = fill.color
    context.fill('evenodd')
    context.globalAlpha = 1
  }
  if (stroke === null) return
  context.strokeStyle = stroke.color
  context.lineWidth = stroke.widthMm * scale
  context.lineCap = stroke.cap
  context.lineJoin = join
  context.setLineDash(stroke.dash.map((length) => length * scale))
  context.stroke()
}

function paintText(context: Context, { text, at: [x, y], sizePt, font, color, align, direction, halo }: Text, scale: number): void {
  context.font = cssFont(font, ptToMm(sizePt) * scale)
  context.textBaseline = 'alphabetic'
  context.textAlign = align
  context.direction = direction
  if (halo !== null) {
    context.strokeStyle = halo.color
    context.lineWidth = halo.widthMm * scale * 2
    context.lineJoin = 'round'
    context.strokeText(text, x * scale, y * scale)
  }
  context.fillStyle = color
  context.fillText(text, x * scale, y * scale)
}

/** Shown whole, in the middle of its box. */
function paintImage(context: Context, { box, data }: Image, scale: number, pictures: Pictures): void {
  const picture = pictures.image(data)
  if (picture === null) return
  const shrink = Math.min(box.width / picture.naturalWidth, box.height / picture.naturalHeight)
  const [width, height] = [picture.naturalWidth * shrink, picture.naturalHeight * shrink]
  const [x, y] = [box.x + (box.width - width) / 2, box.y + (box.height - height) / 2]
  context.imageSmoothingQuality = 'high'
  context.drawImage(picture, x * scale, y * scale, width * scale, height * scale)
}

/** Plain marks are paths, sharp in every format; icons and military symbols are drawn from their pictures. */
function paintSymbol(context: Context, mark: Symbol, scale: number, pictures: Pictures): void {
  const { symbol, at, sizeMm, color, opacity, outline, halo, rotationDeg } = mark
  context.translate(at[0] * scale, at[1] * scale)
  context.rotate((rotationDeg * Math.PI) / 180)
  const shape = symbol.set === 'mark' ? pointSymbols.find((name) => name === symbol.name) : undefined
  if (shape === undefined) {
    const picture = pictures.symbol(mark)
    if (picture === null) return
    const toPx = (sizeMm * scale) / picture.sizePx
    const [anchorX, anchorY] = picture.anchorPx
    context.globalAlpha = opacity
    context.drawImage(picture.image, -anchorX * toPx, -anchorY * toPx, picture.widthPx * toPx, picture.heightPx * toPx)
    return
  }
  tracePointSymbol(context, shape, (sizeMm * scale) / 2)
  if (halo !== null) {
    context.strokeStyle = halo
    context.lineJoin = 'round'
    context.lineWidth = Math.max(1, sizeMm * scale * 0.1) * 2
    context.stroke()
  }
  context.globalAlpha = opacity
  context.fillStyle = color
  context.fill('evenodd')
  context.globalAlpha = 1
  if (outline === null || outline.widthMm === 0) return
  context.strokeStyle = outline.color
  context.lineJoin = 'round'
  context.lineWidth = outline.widthMm * scale
  context.stroke()
}

/** Around the origin. */
function tracePointSymbol(context: Context, name: PointSymbol, radius: number): void {
  const shape = shapeOf(name)
  const disc = (r: number): void => {
    context.moveTo(r, 0)
    context.arc(0, 0, r, 0, 2 * Math.PI)
    context.closePath()
  }
  context.beginPath()
  if (shape.kind !== 'outline') {
    disc(radius)
    if (shape.kind === 'ring') disc(radius * shape.innerRadius)
    return
  }
  for (const ring of shape.rings) {
    for (const [index, [x, y]] of ring.entries()) {
      if (index === 0) context.moveTo(x * radius, y * radius)
      else context.lineTo(x * radius, y * radius)
    }
    context.closePath()
  }
}

/** Makes a text as large as its box allows. */
import { lineHeight } from './lines.ts'
import { type Piece, type Type, wrap, type Wrapped } from './wrap.ts'

export type Fitted = Wrapped & { type: Type }

const steps = 16

/** Tries the size that is wanted, then smaller ones down to the least; what is too long even then is cut. */
export function fitText(pieces: readonly Piece[], box: { width: number; height: number }, wanted: Type, minSizePt: number): Fitted {
  const least = Math.min(minSizePt, wanted.sizePt)
  let fitted: Fitted = { lines: [], cut: true, type: wanted }
  for (let step = 0; step <= steps; step += 1) {
    const sizePt = wanted.sizePt * (least / wanted.sizePt) ** (step / steps)
    const type = { ...wanted, sizePt }
    fitted = { ...wrap(pieces, box.width, Math.floor(box.height / lineHeight(sizePt) + 0.001), type), type }
    if (!fitted.cut && !breaksWords(pieces, fitted)) return fitted
    if (least === wanted.sizePt) break
  }
  return fitted
}

/** A title is rather made smaller than broken in the middle of a word. */
function breaksWords(pieces: readonly Piece[], { lines }: Wrapped): boolean {
  const words = (text: string): number => text.split(/\s+/).filter((word) => word !== '').length
  const shown = lines.reduce((sum, line) => sum + words(line.pieces.map(({ text }) => text).join('')), 0)
  return shown > words(pieces.map(({ text }) => text).join(''))
}

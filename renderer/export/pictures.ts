/** The pictures that a page needs, loaded before it is painted: painting for print cannot wait. */
import { symbolPicture } from '../map/index.ts'
import type { Mark, PageDrawing, Symbol } from '../page/drawing.ts'

export type SymbolImage = {
  image: HTMLImageElement
  widthPx: number
  heightPx: number
  anchorPx: readonly [number, number]
  sizePx: number
}

export type Pictures = {
  /** Null for data that is no picture. */
  image: (data: string) => HTMLImageElement | null
  symbol: (symbol: Symbol) => SymbolImage | null
}

/** Drawn this large, so that they stay sharp on paper. */
const symbolSizePx = 200

export async function loadPictures(drawing: PageDrawing): Promise<Pictures> {
  const store = new PictureStore()
  await Promise.all(store.missing(drawing).map(async (load) => load()))
  return store
}

/** Pictures of a page that is drawn again and again: each is loaded once. */
export class PictureStore implements Pictures {
  readonly #images = new Map<string, HTMLImageElement | null>()
  readonly #symbols = new Map<string, SymbolImage | null>()

  image(data: string): HTMLImageElement | null {
    return this.#images.get(data) ?? null
  }

  symbol(symbol: Symbol): SymbolImage | null {
    return this.#symbols.get(keyOf(symbol)) ?? null
  }

  /** What loads the pictures that are not here yet, nor on their way. */
  missing({ elements }: PageDrawing): (() => Promise<void>)[] {
    const marks: Mark[] = elements.flatMap((element) => [...element.marks])
    return marks.flatMap((mark) => {
      if (mark.kind === 'image' && !this.#images.has(mark.data)) {
        this.#images.set(mark.data, null)
        return [async () => void this.#images.set(mark.data, await loadImage(mark.data))]
      }
      if (mark.kind !== 'symbol' || mark.symbol.set === 'mark' || this.#symbols.has(keyOf(mark))) return []
      this.#symbols.set(keyOf(mark), null)
      return [async () => void this.#symbols.set(keyOf(mark), await loadSymbol(mark))]
    })
  }
}

async function loadSymbol({ symbol, color, halo }: Symbol): Promise<SymbolImage | null> {
  const picture = await symbolPicture(symbol, { sizePx: symbolSizePx, color, haloColor: halo })
  const image = picture === null ? null : await loadImage(`data:image/svg+xml;utf8,${encodeURIComponent(picture.svg)}`)
  return picture === null || image === null ? null : { ...picture, image, sizePx: symbolSizePx }
}

const keyOf = ({ symbol, color, halo }: Symbol): string => `${symbol.set} ${symbol.name} ${color} ${halo}`

async function loadImage(source: string): Promise<HTMLImageElement | null> {
  const image = new Image()
  image.src = source
  try {
    await image.decode()
    return image
  } catch {
    return null
  }
}

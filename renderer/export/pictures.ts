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

export async function loadPictures({ elements }: PageDrawing): Promise<Pictures> {
  const images = new Map<string, HTMLImageElement>()
  const symbols = new Map<string, SymbolImage>()
  const marks: Mark[] = elements.flatMap((element) => [...element.marks])
  await Promise.all(
    marks.map(async (mark) => {
      if (mark.kind === 'image' && !images.has(mark.data)) {
        const image = await loadImage(mark.data)
        if (image !== null) images.set(mark.data, image)
      }
      if (mark.kind === 'symbol' && mark.symbol.set !== 'mark' && !symbols.has(keyOf(mark))) {
        const picture = await symbolPicture(mark.symbol, { sizePx: symbolSizePx, color: mark.color, haloColor: mark.halo })
        const image = picture === null ? null : await loadImage(`data:image/svg+xml;utf8,${encodeURIComponent(picture.svg)}`)
        if (picture !== null && image !== null) symbols.set(keyOf(mark), { ...picture, image, sizePx: symbolSizePx })
      }
    }),
  )
  return { image: (data) => images.get(data) ?? null, symbol: (mark) => symbols.get(keyOf(mark)) ?? null }
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

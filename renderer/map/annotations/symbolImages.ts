/** Symbols as OpenLayers images. One that is not there yet is drawn when it comes. */
import Icon from 'ol/style/Icon.js'
import type { AnnotationSymbol } from '../../../electron/contract/annotation.ts'
import { type SymbolLook, type SymbolPicture, symbolPicture } from './symbolSvg.ts'

/** Pictures are made finer than the screen, to stay sharp on dense displays and in print. */
const density = 4
const maxKept = 2_000

export class SymbolImages {
  readonly #pictures = new Map<string, SymbolPicture | null>()
  readonly #arrived: () => void

  /** @param arrived is told when a symbol can be drawn that could not before */
  constructor(arrived: () => void) {
    this.#arrived = arrived
  }

  /**
   * @param rotationDeg clockwise
   * @returns null while the symbol is on its way, and where there is none of that name
   */
  icon(symbol: AnnotationSymbol, look: SymbolLook, rotationDeg: number): Icon | null {
    const picture = this.#picture(symbol, look)
    if (picture === null) return null
    return new Icon({
      src: `data:image/svg+xml;utf8,${encodeURIComponent(finer(picture))}`,
      scale: 1 / density,
      anchor: [picture.anchorPx[0] * density, picture.anchorPx[1] * density],
      anchorXUnits: 'pixels',
      anchorYUnits: 'pixels',
      rotation: (rotationDeg * Math.PI) / 180,
      declutterMode: 'obstacle',
    })
  }

  #picture(symbol: AnnotationSymbol, look: SymbolLook): SymbolPicture | null {
    const key = `${symbol.set} ${symbol.name} ${look.sizePx} ${look.color} ${look.haloColor}`
    const known = this.#pictures.get(key)
    if (known !== undefined) return known
    if (this.#pictures.size >= maxKept) this.#pictures.clear()
    this.#pictures.set(key, null)
    void symbolPicture(symbol, look).then((picture) => {
      this.#pictures.set(key, picture)
      if (picture !== null) this.#arrived()
    })
    return null
  }
}

/** The same drawing in more pixels. */
function finer({ svg, widthPx, heightPx }: SymbolPicture): string {
  const sized = svg.replace(/<svg[^>]*>/, (tag) => {
    const bare = tag.replaceAll(/\s(width|height)="[^"]*"/g, '')
    const box = bare.includes('viewBox') ? bare : bare.replace('>', ` viewBox="0 0 ${widthPx} ${heightPx}">`)
    return box.replace('>', ` width="${widthPx * density}" height="${heightPx * density}">`)
  })
  return sized
}

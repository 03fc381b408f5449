import { useEffect, useState } from 'react'
import type { AnnotationSymbol } from '../../../../electron/contract/annotation.ts'
import { symbolPicture } from '../../../map/index.ts'

export type Picture = { src: string; widthPx: number; heightPx: number }

/** Pictures that were drawn before; the window draws few different ones. */
const drawn = new Map<string, Picture | null>()

/** A symbol as an address for `<img>`. @returns undefined until it is drawn, null when there is no such symbol */
export function useSymbolPicture(symbol: AnnotationSymbol | null, sizePx: number, color: string): Picture | null | undefined {
  const key = symbol === null ? '' : `${symbol.set} ${symbol.name} ${sizePx} ${color}`
  const [, redraw] = useState('')
  useEffect(() => {
    if (symbol === null || drawn.has(key)) return undefined
    let isWanted = true
    void symbolPicture(symbol, { sizePx, color, haloColor: null })
      .catch(() => null)
      .then((picture) => {
        if (drawn.size > 2_000) drawn.clear()
        drawn.set(key, picture === null ? null : { src: sourceOf(picture.svg), widthPx: picture.widthPx, heightPx: picture.heightPx })
        if (isWanted) redraw(key)
      })
    return () => {
      isWanted = false
    }
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- the key holds the symbol
  }, [key])
  return symbol === null ? null : drawn.get(key)
}

const sourceOf = (svg: string): string => `data:image/svg+xml,${encodeURIComponent(svg)}`

/** Where on a page there are links, for formats that have them. */
import type { Delivery } from '../../electron/contract/export.ts'
import type { PageDrawing } from '../page/drawing.ts'
import { ptToMm } from './letters.ts'

/** @returns boxes in millimetres from the upper left corner of the page */
export function linksOf({ elements }: PageDrawing): Delivery['links'] {
  return elements.flatMap(({ marks }) =>
    marks.flatMap((mark) => {
      if (mark.kind !== 'text' || mark.link === null) return []
      const { at, align, widthMm, sizePt } = mark
      const left = at[0] - (align === 'left' ? 0 : align === 'center' ? widthMm / 2 : widthMm)
      const height = ptToMm(sizePt) * 1.2
      return [{ url: mark.link, box: { x: left, y: at[1] - height * 0.8, width: widthMm, height } }]
    }),
  )
}

/** Keeps the paper on whole pixels of the screen: in the middle of a desk it would stand between them, and its maps would be blurred. */
import { type RefObject, useLayoutEffect } from 'react'

/** @param size of the paper in CSS pixels; another one places it anew */
export function useWholePixels(
  viewport: RefObject<HTMLElement | null>,
  paper: RefObject<HTMLElement | null>,
  size: readonly [number, number],
): void {
  const [width, height] = size
  useLayoutEffect(() => {
    const [around, sheet] = [viewport.current, paper.current]
    if (around === null || sheet === null) return undefined
    const align = (): void => {
      sheet.style.left = '0'
      sheet.style.top = '0'
      const { left, top } = sheet.getBoundingClientRect()
      sheet.style.left = `${-beyond(left)}px`
      sheet.style.top = `${-beyond(top)}px`
    }
    const observer = new ResizeObserver(align)
    observer.observe(around)
    align()
    return () => observer.disconnect()
  }, [viewport, paper, width, height])
}

/** Part of a pixel of the screen, in CSS pixels. */
function beyond(px: number): number {
  const ratio = window.devicePixelRatio
  return px - Math.round(px * ratio) / ratio
}

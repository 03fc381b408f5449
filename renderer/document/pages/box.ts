/** The bounds that the document's schema sets to the box of an element, in millimetres: what lies beyond them could be saved and not opened again. */
import type { PageBox } from '../../../electron/contract/page.ts'

/** The nearest box that a document can hold. */
export const withinBounds = ({ x, y, width, height }: PageBox): PageBox => ({
  x: within(x, -5_000, 10_000),
  y: within(y, -5_000, 10_000),
  width: within(width, 0.1, 10_000),
  height: within(height, 0.1, 10_000),
})

export const within = (value: number, least: number, most: number): number => Math.min(most, Math.max(least, value))

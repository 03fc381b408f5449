/** Sizes of the document are in millimetres and points; a CSS pixel is 1/96 inch (CSS Values and Units 4 §6.2), a point 1/72 inch. */

/** @returns CSS pixels */
export const mmToPx = (mm: number): number => (mm * 96) / 25.4

/** @returns CSS pixels */
export const ptToPx = (pt: number): number => (pt * 96) / 72

/** How much room a text takes on the map. */

// Where there is no canvas, as in tests of what is worked out of widths, every letter is as wide.
const context = typeof OffscreenCanvas === 'undefined' ? null : new OffscreenCanvas(1, 1).getContext('2d')
const widths = new Map<string, number>()
let era = 0
const maxKept = 20_000

/**
 * @param font CSS font, its size in pixels
 * @returns CSS pixels
 */
export function textWidthPx(text: string, font: string): number {
  const key = `${font}\n${text}`
  const known = widths.get(key)
  if (known !== undefined) return known
  if (context === null) return text.length * 7
  context.font = font
  const width = context.measureText(text).width
  if (widths.size >= maxKept) widths.clear()
  widths.set(key, width)
  return width
}

/** From one line to the next: ascent and descent in the `hhea` table of Noto Sans, by which OpenLayers parts lines. */
const lineHeightEm = 1.362
/** From the top of the capitals to the foot of the descenders, with a halo. */
const inkHeightEm = 1.15
/** Arabic letters reach further down, and their marks further up. */
const arabicInkHeightEm = 1.5
const isArabic = /\p{Script=Arabic}/u

/**
 * What is seen of a text, which is less than the room that its lines have.
 *
 * @param text lines parted by `\n`
 * @param sizePx of the type, in CSS pixels
 * @returns CSS pixels
 */
export function textHeightPx(text: string, sizePx: number): number {
  const lines = text.split('\n').length
  return sizePx * ((lines - 1) * lineHeightEm + (isArabic.test(text) ? arabicInkHeightEm : inkHeightEm))
}

/** Widths that were measured before the fonts were there are wrong. */
export function forgetTextWidths(): void {
  widths.clear()
  era += 1
}

/** Another number as soon as texts have to be measured anew: for whoever keeps what was worked out of widths. */
export const textEra = (): number => era

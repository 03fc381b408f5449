/** Fonts of the map. A canvas does not fetch a face when it first letters with it, as HTML does, so they are fetched before the first label. */
import './fonts.css'

/** The family list of every label: Latin, Greek and Cyrillic from Noto Sans, Arabic script from its companion. */
export const mapFontFamily = "'Noto Sans', 'Noto Sans Arabic', sans-serif"

const faces = [
  "400 12px 'Noto Sans'",
  "italic 400 12px 'Noto Sans'",
  "600 12px 'Noto Sans'",
  "400 12px 'Noto Sans Arabic'",
  "600 12px 'Noto Sans Arabic'",
]

/** One letter of each subset: the browser fetches only the files whose characters are asked for. */
const sample = 'Aāạ\u0416\u03a9\u0639'

let loading: Promise<void> | null = null

/**
 * Resolves when every face of the map is ready to be drawn with. A face that cannot be read does not stop the map: its labels fall back to the
 * system's own letters, and the caller hears of it once.
 */
export function loadMapFonts(onProblem: (sentence: string) => void = () => {}): Promise<void> {
  loading ??= Promise.all(faces.map((face) => document.fonts.load(face, sample))).then(
    () => undefined,
    () => onProblem('The fonts of the map could not be read. Labels are drawn with a font of this computer.'),
  )
  return loading
}

/** Colours for classes and symbols that stay apart under the common colour vision deficiencies. */

export type NamedColor = { name: string; hex: string }

export type Scheme = {
  id: string
  name: string
  /** How many of its first colours stay apart under protanopia, deuteranopia and tritanopia. */
  safeClasses: number
  colors: readonly NamedColor[]
}

const colors = (list: Record<string, string>): NamedColor[] => Object.entries(list).map(([name, hex]) => ({ name, hex }))

/**
 * Sources. Bright, vibrant, muted: Paul Tol, "Colour Schemes", SRON/EPS/TN/09-002, issue 3.2 (2021); the greys, which he keeps for missing data, are left
 * out. Okabe–Ito: Masataka Okabe and Kei Ito, "Color Universal Design" (2008); their black is left to borders and lettering. Dark2 and Set2: Cynthia Brewer and Mark Harrower, ColorBrewer 2.0 (Apache
 * licence 2.0), where both count as colour-blind safe up to three classes.
 */
export const schemes = [
  {
    id: 'tol-bright',
    name: 'Tol Bright',
    safeClasses: 6,
    colors: colors({ blue: '#4477aa', red: '#ee6677', green: '#228833', yellow: '#ccbb44', cyan: '#66ccee', purple: '#aa3377' }),
  },
  {
    id: 'tol-vibrant',
    name: 'Tol Vibrant',
    safeClasses: 6,
    colors: colors({ orange: '#ee7733', blue: '#0077bb', cyan: '#33bbee', magenta: '#ee3377', red: '#cc3311', teal: '#009988' }),
  },
  {
    id: 'tol-muted',
    name: 'Tol Muted',
    safeClasses: 9,
    colors: colors({
      rose: '#cc6677',
      indigo: '#332288',
      sand: '#ddcc77',
      green: '#117733',
      cyan: '#88ccee',
      wine: '#882255',
      teal: '#44aa99',
      olive: '#999933',
      purple: '#aa4499',
    }),
  },
  {
    id: 'okabe-ito',
    name: 'Okabe–Ito',
    safeClasses: 7,
    colors: colors({
      orange: '#e69f00',
      'sky blue': '#56b4e9',
      'bluish green': '#009e73',
      yellow: '#f0e442',
      blue: '#0072b2',
      vermilion: '#d55e00',
      'reddish purple': '#cc79a7',
    }),
  },
  {
    id: 'dark2',
    name: 'ColorBrewer Dark2',
    safeClasses: 3,
    colors: colors({
      teal: '#1b9e77',
      orange: '#d95f02',
      lavender: '#7570b3',
      pink: '#e7298a',
      green: '#66a61e',
      mustard: '#e6ab02',
      brown: '#a6761d',
      grey: '#666666',
    }),
  },
  {
    id: 'set2',
    name: 'ColorBrewer Set2',
    safeClasses: 3,
    colors: colors({
      'pale teal': '#66c2a5',
      salmon: '#fc8d62',
      'pale blue': '#8da0cb',
      'pale pink': '#e78ac3',
      lime: '#a6d854',
      'pale yellow': '#ffd92f',
      beige: '#e5c494',
      'pale grey': '#b3b3b3',
    }),
  },
] as const satisfies readonly Scheme[]

export type SchemeId = (typeof schemes)[number]['id']

export const schemeOf = (id: SchemeId): Scheme => schemes.find((scheme) => scheme.id === id) ?? schemes[0]

/** What stands for missing and other values: it claims no class of its own. */
export const neutral = '#949494'

/** The colours that a symbol is offered, row by row, eight to a row. The first row is Okabe and Ito's, with a grey; then Paul Tol's, dark to light; then greys. */
export const swatches: readonly NamedColor[] = colors({
  orange: '#e69f00',
  'sky blue': '#56b4e9',
  'bluish green': '#009e73',
  yellow: '#f0e442',
  blue: '#0072b2',
  vermilion: '#d55e00',
  'reddish purple': '#cc79a7',
  brown: '#8c510a',
  indigo: '#332288',
  wine: '#882255',
  'dark green': '#117733',
  olive: '#999933',
  purple: '#aa3377',
  red: '#cc3311',
  teal: '#009988',
  'steel blue': '#4477aa',
  rose: '#cc6677',
  magenta: '#ee3377',
  coral: '#ee6677',
  sand: '#ddcc77',
  green: '#228833',
  'sea green': '#44aa99',
  cyan: '#66ccee',
  'pale blue': '#88ccee',
  black: '#000000',
  'almost black': '#1a1a1a',
  'dark grey': '#4d4d4d',
  grey: '#737373',
  'middle grey': '#949494',
  'light grey': '#bfbfbf',
  'pale grey': '#e6e6e6',
  white: '#ffffff',
})

export function colorName(hex: string): string {
  const named =
    swatches.find((one) => one.hex === hex) ??
    schemes.flatMap((scheme): readonly NamedColor[] => scheme.colors).find((one) => one.hex === hex)
  return named === undefined ? hex : named.name
}

/** Colour of the n-th class. A scheme that is used up begins again, lighter; then darker; and so on. */
export function classColor(scheme: Scheme, at: number): string {
  const { hex } = scheme.colors[at % scheme.colors.length] ?? { hex: neutral }
  const round = Math.floor(at / scheme.colors.length)
  if (round === 0) return hex
  const strength = Math.min(0.75, 0.4 + 0.15 * Math.floor((round - 1) / 2))
  return round % 2 === 1 ? mixed(hex, 255, strength) : mixed(hex, 0, strength)
}

/** @param toward channel value of white or black */
function mixed(hex: string, toward: number, strength: number): string {
  const channels = [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16))
  return `#${channels
    .map((value) =>
      Math.round(value + (toward - value) * strength)
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')}`
}

/** @returns `#rrggbb`, or null for what is no colour. Takes `#rgb` and a missing `#` too. */
export function parseColor(text: string): string | null {
  const digits = /^#?([0-9a-f]{3}|[0-9a-f]{6})$/i.exec(text.trim())?.[1]?.toLowerCase()
  if (digits === undefined) return null
  return `#${digits.length === 3 ? [...digits.matchAll(/./g)].map(([digit]) => digit + digit).join('') : digits}`
}

/** A scheme with a colour of its own for so many classes, where there is one. */
export const schemeFor = (classes: number): Scheme => schemes.find((scheme) => scheme.safeClasses >= classes) ?? schemeOf('tol-muted')

/** Type sizes and cases: which names are great and which are small. */
import type { Palette } from '../palette.ts'
import { atZoom } from '../zoom.ts'
import type { LabelKind } from './label.ts'

export type Lettering = {
  /** Pixels at a zoom, in halves. */
  size: (zoom: number) => number
  weight: 400 | 600
  italic: boolean
  capitals: boolean
  /** Hair spaces between letters. */
  spacing: number
  /** Names longer than this break into two lines. */
  wrapAt: number
  haloWidth: number
  ink: Extract<keyof Palette, 'country' | 'regionName' | 'place' | 'minor' | 'water'>
}

const half = (px: number): number => Math.round(px * 2) / 2

const plain = { weight: 400, italic: false, capitals: false, spacing: 0, wrapAt: 18, haloWidth: 2.6 } as const

const countries: Lettering[] = [
  {
    ...plain,
    size: (z) => half(atZoom(z, [1.7, 9.5], [3, 12], [5, 16], [7, 21])),
    weight: 600,
    capitals: true,
    spacing: 3,
    wrapAt: 11,
    ink: 'country',
  },
  {
    ...plain,
    size: (z) => half(atZoom(z, [2.3, 9], [3, 10.5], [5, 14.5], [7, 19])),
    weight: 600,
    capitals: true,
    spacing: 3,
    wrapAt: 11,
    ink: 'country',
  },
  {
    ...plain,
    size: (z) => half(atZoom(z, [3, 9], [4, 10.5], [5, 14.5], [6, 19], [7, 22])),
    weight: 600,
    capitals: true,
    spacing: 4,
    wrapAt: 11,
    ink: 'country',
  },
  {
    ...plain,
    size: (z) => half(atZoom(z, [3.9, 9], [5.5, 12], [7, 15])),
    weight: 600,
    capitals: true,
    spacing: 2,
    wrapAt: 11,
    ink: 'country',
  },
  {
    ...plain,
    size: (z) => half(atZoom(z, [4.7, 8.5], [6, 11], [8, 13])),
    weight: 600,
    capitals: true,
    spacing: 1,
    wrapAt: 11,
    ink: 'country',
  },
]

const places: Lettering[] = [
  { ...plain, size: (z) => half(atZoom(z, [3, 10.5], [6, 13.5], [9, 16])), weight: 600, ink: 'place' },
  { ...plain, size: (z) => half(atZoom(z, [3, 10], [6, 12], [9, 14.5])), ink: 'place' },
  { ...plain, size: (z) => half(atZoom(z, [5, 10], [7, 11.5], [10, 13.5])), ink: 'place' },
  { ...plain, size: (z) => half(atZoom(z, [6, 9.5], [8, 11], [11, 13])), ink: 'place' },
  { ...plain, size: (z) => half(atZoom(z, [7, 9.5], [9, 10.5], [12, 12.5])), ink: 'place' },
]

const others: Record<Exclude<LabelKind, 'country' | 'place'>, Lettering[]> = {
  region: [
    {
      ...plain,
      size: (z) => half(atZoom(z, [4, 8.5], [6, 9], [9, 12])),
      capitals: true,
      spacing: 2,
      wrapAt: 14,
      haloWidth: 2.2,
      ink: 'regionName',
    },
  ],
  village: [
    { ...plain, size: (z) => half(atZoom(z, [9, 9.5], [12, 11])), ink: 'minor' },
    { ...plain, size: (z) => half(atZoom(z, [11, 9], [14, 11])), ink: 'minor' },
  ],
  airport: [{ ...plain, size: (z) => half(atZoom(z, [9, 9], [13, 11])), wrapAt: 16, ink: 'minor' }],
  water: [
    { ...plain, size: (z) => half(atZoom(z, [1.6, 9.5], [4, 15])), italic: true, spacing: 3, haloWidth: 0, ink: 'water' },
    { ...plain, size: (z) => half(atZoom(z, [3, 9.5], [6, 13], [8, 16])), italic: true, spacing: 1, haloWidth: 0, ink: 'water' },
    { ...plain, size: (z) => half(atZoom(z, [6.5, 9.5], [10, 12])), italic: true, haloWidth: 1.5, ink: 'water' },
  ],
  river: [
    { ...plain, size: (z) => half(atZoom(z, [4, 9.5], [7, 11.5], [11, 13])), italic: true, spacing: 2, haloWidth: 2, ink: 'water' },
    { ...plain, size: (z) => half(atZoom(z, [4, 9], [7, 11], [11, 13])), italic: true, spacing: 2, haloWidth: 2, ink: 'water' },
    { ...plain, size: (z) => half(atZoom(z, [5, 9], [8, 10.5], [11, 12])), italic: true, spacing: 1, haloWidth: 2, ink: 'water' },
  ],
}

/** The lettering of a kind and tier; a tier beyond the smallest is lettered as the smallest. */
export function letteringOf(kind: LabelKind, tier: number): Lettering {
  const list = kind === 'country' ? countries : kind === 'place' ? places : others[kind]
  return list[Math.min(tier, list.length - 1)] ?? (list[0] as Lettering)
}

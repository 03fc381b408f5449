/** Paper-warm land and a cool, pale sea: both light enough that any colour of data stands on them. */
import type { Palette } from '../palette.ts'

const halo = 'rgba(248, 246, 240, 0.9)'

export const light: Palette = {
  sea: '#d5e2e9',
  waterline: '#c6d8e2',
  coast: '#93adbc',
  land: '#f8f6f0',
  veil: null,
  urban: '#ebe5d9',
  lake: '#d5e2e9',
  shore: '#a9c1ce',
  river: '#94b8cc',
  border: '#8b7f91',
  borderBand: 'rgba(139, 127, 145, 0.16)',
  disputedGap: '#f8f6f0',
  disputed: '#8b7f91',
  region: '#b9afb6',
  runway: '#b3aba1',
  dot: { fill: '#ffffff', line: '#3c4046' },
  country: { text: '#675c70', halo },
  regionName: { text: '#857a88', halo },
  place: { text: '#31353a', halo },
  minor: { text: '#686b70', halo },
  water: { text: '#46748f', halo: 'rgba(240, 244, 245, 0.8)' },
}

/** Pure greyscale on white: nothing is lost on a black-and-white printer, and every colour stays free for the data. */
import type { Palette } from '../palette.ts'

const halo = 'rgba(255, 255, 255, 0.92)'

export const print: Palette = {
  sea: '#e3e3e3',
  waterline: '#d6d6d6',
  coast: '#7d7d7d',
  land: '#ffffff',
  veil: null,
  urban: '#eeeeee',
  lake: '#e3e3e3',
  shore: '#9c9c9c',
  river: '#a8a8a8',
  border: '#5f5f5f',
  borderBand: 'rgba(95, 95, 95, 0.13)',
  disputedGap: '#ffffff',
  disputed: '#5f5f5f',
  region: '#a2a2a2',
  runway: '#9a9a9a',
  dot: { fill: '#ffffff', line: '#1f1f1f' },
  country: { text: '#5c5c5c', halo },
  regionName: { text: '#767676', halo },
  place: { text: '#1f1f1f', halo },
  minor: { text: '#5e5e5e', halo },
  water: { text: '#636363', halo: 'rgba(240, 240, 240, 0.85)' },
}

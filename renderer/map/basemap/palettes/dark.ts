/** A slate ground for dark windows and screens in dim rooms: land is lighter than the sea, as it is by day. */
import type { Palette } from '../palette.ts'

const halo = 'rgba(31, 36, 42, 0.85)'

export const dark: Palette = {
  sea: '#141a20',
  waterline: '#1a232b',
  coast: '#46555f',
  land: '#252a30',
  veil: null,
  urban: '#30363d',
  lake: '#161e25',
  shore: '#33434e',
  river: '#34505f',
  border: '#78727f',
  borderBand: 'rgba(134, 128, 143, 0.13)',
  disputedGap: '#252a30',
  disputed: '#78727f',
  region: '#4b4a54',
  runway: '#5a6068',
  dot: { fill: '#252a30', line: '#c9ced4' },
  country: { text: '#a9a2b3', halo },
  regionName: { text: '#898493', halo },
  place: { text: '#d3d7dc', halo },
  minor: { text: '#9ba0a7', halo },
  water: { text: '#6f9cb5', halo: 'rgba(24, 30, 36, 0.75)' },
}

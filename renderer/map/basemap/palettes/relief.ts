/** Lines and names only, over the shaded relief, which brings its own land and water. */
import type { Palette } from '../palette.ts'

const halo = 'rgba(255, 253, 245, 0.72)'

export const relief: Palette = {
  sea: '#9fc0d6',
  waterline: null,
  coast: '#6f94ab',
  land: null,
  veil: '#f6f4ee',
  urban: null,
  lake: '#a9c8dc',
  shore: '#7fa3b8',
  river: '#6f9fbd',
  border: '#5e5248',
  borderBand: 'rgba(255, 252, 240, 0.45)',
  disputedGap: '#efe8d6',
  disputed: '#5e5248',
  region: 'rgba(94, 82, 72, 0.5)',
  runway: '#6f675f',
  dot: { fill: '#fffdf6', line: '#2b2723' },
  country: { text: '#463c36', halo },
  regionName: { text: '#5a4f47', halo },
  place: { text: '#1f1c19', halo },
  minor: { text: '#45403b', halo },
  water: { text: '#22567a', halo: 'rgba(235, 243, 246, 0.6)' },
}

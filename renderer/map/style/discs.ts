import type { CompleteSymbol } from '../../../electron/contract/style.ts'

/** A circle with an outline at most: OpenLayers has a mark of its own for it. Here, since the painter's worker takes no OpenLayers along. */
export const isDisc = ({ point, icon, haloColor }: Pick<CompleteSymbol, 'point' | 'icon' | 'haloColor'>): boolean =>
  point === 'circle' && icon === null && haloColor === null

/** What a basemap style is: named colours, and nothing that draws. One file per style in `palettes/`. */
import type { BasemapStyle } from '../../../electron/contract/document.ts'
import { dark } from './palettes/dark.ts'
import { light } from './palettes/light.ts'
import { print } from './palettes/print.ts'
import { relief } from './palettes/relief.ts'

/** Lettering of one kind of name. */
export type Ink = { text: string; halo: string }

export type Palette = {
  /** Also the background of the map's element. */
  sea: string
  /** Pale band that follows the coast on the sea's side; null leaves it out. */
  waterline: string | null
  coast: string
  /** Null where a raster shows the ground. */
  land: string | null
  /** Paper laid over a raster, so that data stands out; it thickens where the raster is enlarged and has nothing more to show. */
  veil: string | null
  urban: string | null
  lake: string
  shore: string
  river: string
  /** Country border: the line, and the soft band under it. */
  border: string
  borderBand: string
  /** Drawn over a border to break it into dashes, and then the dashes. */
  disputedGap: string
  disputed: string
  region: string
  runway: string
  dot: { fill: string; line: string }
  country: Ink
  regionName: Ink
  place: Ink
  /** Villages and airports. */
  minor: Ink
  water: Ink
}

/** The ground that labels are read on, for checks of contrast: where a style draws no land, a dark tone of its raster. */
export const groundOf = (palette: Palette): string => palette.land ?? reliefGround

const reliefGround = '#bbb3a6'

/** The palette of a style; `none` has none. */
export function paletteOf(style: BasemapStyle): Palette | null {
  return style === 'none' ? null : palettes[style]
}

export const palettes: Record<Exclude<BasemapStyle, 'none'>, Palette> = { light, dark, print, relief }

/** Background of the map's element: the sea of the style, or white paper. */
export const seaOf = (style: BasemapStyle): string => paletteOf(style)?.sea ?? '#ffffff'

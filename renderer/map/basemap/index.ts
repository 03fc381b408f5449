/** The basemap: ground, lines and names under an analyst's data, drawn from the archives that ship with the program. */
import type BaseLayer from 'ol/layer/Base.js'
import VectorLayer from 'ol/layer/Vector.js'
import { basemapAddress } from '../../../electron/contract/addresses.ts'
import type { Basemap, BasemapStyle } from '../../../electron/contract/document.ts'
import { archiveSource } from './archive.ts'
import { groundLayers, groundStyle } from './groundStyle.ts'
import { iraqExtent, iraqFromZoom } from './iraq.ts'
import { comparePriority } from './labels/label.ts'
import { namedOf, createLabelStore } from './labels/store.ts'
import { nameLayers } from './labels/read.ts'
import { labelStyle } from './labels/style.ts'
import { paletteOf, palettes, seaOf } from './palette.ts'
import { reliefLayer } from './relief.ts'
import { leaveRoomFor } from './seam.ts'
import { SeamlessVectorTileLayer } from './seamless.ts'

export type BasemapLayers = {
  /** Bottom first. */
  layers: BaseLayer[]
  /** Changes style and language of what is already there; nothing is read again. */
  apply: (basemap: Basemap) => void
  /** Colour of the sea, for the map's element. */
  background: (style: BasemapStyle) => string
}

export type BasemapOptions = {
  /** Hears, in a sentence and once per cause, what could not be read. */
  onProblem?: (sentence: string) => void
}

/**
 * Layers of one class name share a canvas. OpenLayers turns the canvas of tiles as a whole when the map is turned; names, and the data above them, are to
 * stay sharp on a canvas of their own.
 */
const groundClassName = 'basemap-ground'

/** Makes the layers of a basemap. Until {@link BasemapLayers.apply} they are hidden. */
export function createBasemap({ onProblem = () => {} }: BasemapOptions = {}): BasemapLayers {
  const labels = createLabelStore()
  // Drawn as vectors at every moment, not through tile images: lines stay sharp between zooms and when the map is turned, and a page prints as paths.
  const shared = { renderMode: 'vector', visible: false, className: groundClassName } as const

  const world = new SeamlessVectorTileLayer({
    ...shared,
    source: archiveSource({
      address: basemapAddress('world.pmtiles'),
      minZoom: 0,
      maxZoom: 7,
      ground: groundLayers.world,
      names: nameLayers.world,
      onNames: (features, tile) => labels.add('world', features, tile),
      onProblem,
    }),
  })
  const iraq = new SeamlessVectorTileLayer({
    ...shared,
    extent: iraqExtent,
    // The limit is exclusive; the archive is to be there at the very zoom.
    minZoom: iraqFromZoom - 1e-6,
    source: archiveSource({
      address: basemapAddress('iraq.pmtiles'),
      bounds: iraqExtent,
      minZoom: 8,
      maxZoom: 10,
      ground: groundLayers.iraq,
      names: nameLayers.iraq,
      onNames: (features, tile) => labels.add('iraq', features, tile),
      onProblem,
    }),
  })
  leaveRoomFor(world, iraq)
  const relief = reliefLayer({ veil: palettes.relief.veil, className: groundClassName, onProblem })
  const names = new VectorLayer({
    source: labels.source,
    visible: false,
    declutter: true,
    // Names keep up with a moving map; the margin lets it move some way before they are laid out again.
    updateWhileInteracting: true,
    renderBuffer: 256,
    renderOrder: (a, b) => comparePriority(namedOf(a).label, namedOf(b).label),
  })

  return {
    layers: [relief, world, iraq, names],
    background: seaOf,
    apply: ({ style, labels: language }) => {
      const palette = paletteOf(style)
      for (const layer of [world, iraq, names]) layer.setVisible(palette !== null)
      relief.setVisible(style === 'relief')
      if (palette === null) return
      world.setStyle(groundStyle(palette))
      iraq.setStyle(groundStyle(palette))
      names.setStyle(labelStyle({ palette, language, iraqIsThere: labels.iraqIsThere }))
    },
  }
}

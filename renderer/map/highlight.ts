/** The mark around the feature whose attributes are shown. */
import Feature from 'ol/Feature.js'
import type { Geometry } from 'ol/geom.js'
import VectorLayer from 'ol/layer/Vector.js'
import VectorSource from 'ol/source/Vector.js'
import CircleStyle from 'ol/style/Circle.js'
import Stroke from 'ol/style/Stroke.js'
import Style from 'ol/style/Style.js'

const zIndex = 10_000

/** A light line under a strong one, so that the mark shows on any ground. */
const casing = new Stroke({ color: 'rgba(255,255,255,0.9)', width: 6 })
const line = new Stroke({ color: '#0b6bcb', width: 2.5 })
const styles = [
  new Style({ stroke: casing, image: new CircleStyle({ radius: 13, stroke: casing }) }),
  new Style({ stroke: line, image: new CircleStyle({ radius: 13, stroke: line }) }),
]

export type Highlight = { layer: VectorLayer; show(geometry: Geometry | null): void }

export function createHighlight(): Highlight {
  const source = new VectorSource()
  // An empty layer costs every frame a canvas of the size of the window.
  const layer = new VectorLayer({ source, style: styles, zIndex, visible: false, updateWhileAnimating: true, updateWhileInteracting: true })
  return {
    layer,
    show: (geometry) => {
      source.clear(true)
      if (geometry !== null) source.addFeature(new Feature(geometry))
      layer.setVisible(geometry !== null)
    },
  }
}

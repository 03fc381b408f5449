// OpenLayers as its examples show it: a vector source with the address of a GeoJSON file, and one style.

import { dataUrl, look, target, view } from './frame.mjs'

const { ol } = globalThis
const map = new ol.Map({
  target,
  controls: [],
  view: new ol.View({ center: ol.proj.fromLonLat(view.center), zoom: view.zoom }),
})

const { Circle, Fill, Stroke, Style } = ol.style
const fill = new Fill({ color: look.color })
const style = new Style({
  image: new Circle({ radius: look.radiusPx, fill }),
  stroke: new Stroke({ color: look.color, width: look.lineWidthPx }),
  fill: new Fill({ color: [204, 51, 17, look.fillOpacity] }),
})

globalThis.peer = {
  /** Milliseconds from the asking for the file to the complete picture. */
  open: async () => {
    const started = performance.now()
    const source = new ol.source.Vector({ url: dataUrl, format: new ol.format.GeoJSON() })
    const loaded = new Promise((resolve, reject) => {
      source.once('featuresloadend', resolve)
      source.once('featuresloaderror', () => reject(new Error('OpenLayers could not load the file.')))
    })
    map.addLayer(new ol.layer.Vector({ source, style }))
    await loaded
    await new Promise((resolve) => {
      map.once('rendercomplete', resolve)
    })
    return performance.now() - started
  },
  /** Milliseconds to find what is at a place of the map. */
  identify: (x, y) => {
    const started = performance.now()
    map.forEachFeatureAtPixel([x, y], () => undefined, { hitTolerance: 4 })
    return performance.now() - started
  },
}

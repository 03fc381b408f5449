// MapLibre GL as its examples show it: a GeoJSON source with the address of a file, and a layer for each kind of shape.

import * as maplibre from './modules/maplibre-gl/dist/maplibre-gl.mjs'
import { dataUrl, look, target, view } from './frame.mjs'

maplibre.setWorkerUrl(new URL('modules/maplibre-gl/dist/maplibre-gl-worker.mjs', location.href).href)
const map = new maplibre.Map({
  container: target,
  style: { version: 8, sources: {}, layers: [] },
  center: view.center,
  // Its tiles are twice as large.
  zoom: view.zoom - 1,
  attributionControl: false,
})
const isLoaded = new Promise((resolve) => {
  map.once('load', resolve)
})

const kind = (type) => ['==', ['geometry-type'], type]
const layers = [
  { id: 'areas', type: 'fill', filter: kind('Polygon'), paint: { 'fill-color': look.color, 'fill-opacity': look.fillOpacity } },
  { id: 'outlines', type: 'line', filter: kind('Polygon'), paint: { 'line-color': look.color, 'line-width': look.outlineWidthPx } },
  { id: 'lines', type: 'line', filter: kind('LineString'), paint: { 'line-color': look.color, 'line-width': look.lineWidthPx } },
  { id: 'points', type: 'circle', filter: kind('Point'), paint: { 'circle-color': look.color, 'circle-radius': look.radiusPx } },
]

globalThis.peer = {
  open: async () => {
    await isLoaded
    const started = performance.now()
    map.addSource('data', { type: 'geojson', data: dataUrl })
    for (const layer of layers) map.addLayer({ source: 'data', ...layer })
    await new Promise((resolve) => {
      map.once('idle', resolve)
    })
    return performance.now() - started
  },
  identify: (x, y) => {
    const started = performance.now()
    map.queryRenderedFeatures([
      [x - 4, y - 4],
      [x + 4, y + 4],
    ])
    return performance.now() - started
  },
}

/** A map for a frame of a page: drawn once, for a place, a scale and a size, out of the window's own view. */
import OlMap from 'ol/Map.js'
import OlView from 'ol/View.js'
import { fromLonLat } from 'ol/proj.js'
import type { Basemap, LonLat, MapDocument } from '../../electron/contract/document.ts'
import type { LayerSummary } from '../../electron/contract/layer.ts'
import type { SourceState } from '../store/sourceStore.ts'
import { AnnotationLayer } from './annotations/annotationLayer.ts'
import { createBasemap } from './basemap/index.ts'
import { FeatureSources } from './featureSources.ts'
import { loadMapFonts } from './fonts.ts'
import type { Placement } from './labels/placement.ts'
import { PointLabels } from './labels/pointLabels.ts'
import { LayerStack } from './layerStack.ts'
import { resolutionFor } from './scale.ts'
import { mmToPx } from './style/millimetres.ts'

export type FrameSpec = {
  document: MapDocument
  /** Files of the layers, as they were read, by path. */
  summaries: ReadonlyMap<string, LayerSummary>
  basemap: Basemap
  center: LonLat
  /** N of 1:N, at the centre. */
  scale: number
  /** Clockwise. */
  rotationDeg: number
  widthMm: number
  heightMm: number
  /** Pixels to the inch of what is drawn; the size of symbols and letters in millimetres does not depend on it. */
  dpi: number
  /** Symbols, lines and letters of the map are drawn this many times as large as their size in millimetres: a sheet is read from afar. */
  symbolScale: number
  /** Whether layers and annotations are drawn, or the ground alone (a locator inset). */
  withData: boolean
}

export type FrameMap = {
  /** Holds the canvases, bottom first. As large as the frame in CSS pixels, by a transform where symbols are enlarged. */
  element: HTMLElement
  /** Colour under everything. */
  background: string
  /** Draws everything again, at once: inside `beforeprint` this is recorded as paths and letters. */
  redraw: () => void
  /** Metres of EPSG:3857 a CSS pixel of the map. */
  resolutionM: number
  destroy: () => void
}

/** How long a picture may take. */
const patienceMs = 120_000

/**
 * @param host is in the page, so that the map has a size; the frame's element is appended to it
 * @returns when everything is drawn
 * @throws Error with a sentence when a part of the map could not be read
 */
export async function drawFrame(host: HTMLElement, spec: FrameSpec): Promise<FrameMap> {
  const element = document.createElement('div')
  // Everything larger is everything drawn smaller, seen through a lens.
  const { symbolScale } = spec
  element.style.width = `${mmToPx(spec.widthMm) / symbolScale}px`
  element.style.height = `${mmToPx(spec.heightMm) / symbolScale}px`
  element.style.position = 'relative'
  element.style.transformOrigin = '0 0'
  element.style.transform = `scale(${symbolScale})`
  host.append(element)

  const problems: string[] = []
  const resolutionM = resolutionFor(spec.scale, spec.center[1]) * symbolScale
  const view = new OlView({
    center: fromLonLat(spec.center),
    resolution: resolutionM,
    rotation: (spec.rotationDeg * Math.PI) / 180,
    minResolution: 1e-4,
    maxResolution: 200_000,
    constrainResolution: false,
    multiWorld: true,
  })
  const basemap = createBasemap({ onProblem: (sentence) => problems.push(sentence) })
  const map = new OlMap({
    target: element,
    view,
    controls: [],
    interactions: [],
    layers: basemap.layers,
    pixelRatio: (spec.dpi / 96) * symbolScale,
  })
  basemap.apply(spec.basemap)

  const sources = new FeatureSources((message) => problems.push(message))
  const placementOf = (key: string, resolution: number): Placement | null => labels.placementOf(key, resolution)
  const stack = new LayerStack(
    sources,
    (layer) => map.addLayer(layer),
    (layer) => map.removeLayer(layer),
    placementOf,
    () => {
      labels.invalidate()
      stack.redrawLabels()
    },
  )
  const annotations = new AnnotationLayer(placementOf)
  map.addLayer(annotations.layer)
  const labels = new PointLabels(
    function* () {
      yield* annotations.labelledPoints()
      yield* stack.labelledPoints()
    },
    () => view.getRotation(),
  )
  await loadMapFonts((sentence) => problems.push(sentence))
  if (spec.withData) {
    stack.show(spec.document, sourceState(spec.summaries))
    annotations.show(spec.document.annotations)
    await sources.settled()
    labels.invalidate()
    stack.redrawLabels()
  }
  await complete(map)
  if (problems.length > 0) {
    map.setTarget(undefined)
    map.dispose()
    throw new Error(problems.join(' '))
  }
  return {
    element,
    background: basemap.background(spec.basemap.style),
    redraw: () => {
      // Empty canvases: OpenLayers would clear what is in them, which a PDF records as a mask that not every reader draws.
      for (const canvas of element.querySelectorAll('canvas')) canvas.width = 0
      for (const layer of map.getAllLayers()) layer.changed()
      map.renderSync()
    },
    resolutionM,
    destroy: () => {
      map.setTarget(undefined)
      map.dispose()
      element.remove()
    },
  }
}

function sourceState(summaries: ReadonlyMap<string, LayerSummary>): SourceState {
  const entries = [...summaries]
  return {
    byPath: Object.fromEntries(entries.map(([path, { id }]) => [path, { id, path, name: '' }])),
    status: Object.fromEntries(entries.map(([, summary]) => [summary.id, { state: 'ready' as const, summary }])),
  }
}

/** Symbols and tiles may arrive after a first complete picture: it counts when the next one is no different in what it waits for. */
async function complete(map: OlMap): Promise<void> {
  for (let rounds = 0; rounds < 3; rounds += 1) {
    await new Promise<void>((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error('The map of the page was not complete after two minutes.')), patienceMs)
      map.once('rendercomplete', () => {
        clearTimeout(timer)
        resolve()
      })
      map.render()
    })
    await new Promise((resolve) => setTimeout(resolve, 60))
  }
}

/** Draws a frame's canvases on another canvas. @param at pixels of the target: `[x, y, width, height]` */
export function paintFrame(
  context: CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D,
  frame: FrameMap,
  [x, y, width, height]: readonly [number, number, number, number],
): void {
  context.save()
  context.beginPath()
  context.rect(x, y, width, height)
  context.clip()
  context.fillStyle = frame.background
  context.fillRect(x, y, width, height)
  for (const canvas of frame.element.querySelectorAll('canvas')) {
    if (canvas.width === 0 || canvas.height === 0) continue
    const opacity = canvas.style.opacity || canvas.parentElement?.style.opacity || '1'
    context.globalAlpha = Number(opacity)
    const matrix = new DOMMatrix(canvas.style.transform)
    // Offsets know nothing of the lens.
    const toTarget = width / frame.element.offsetWidth
    context.setTransform(new DOMMatrix().translate(x, y).scale(toTarget, toTarget).multiply(matrix))
    context.drawImage(canvas, 0, 0)
    context.setTransform(1, 0, 0, 1, 0, 0)
  }
  context.restore()
}

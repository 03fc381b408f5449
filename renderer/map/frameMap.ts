/** A map for a frame of a page: drawn once, for a place, a scale and a size, out of the window's own view. */
import type OlMap from 'ol/Map.js'
import type { FrameState } from 'ol/Map.js'
import OlView from 'ol/View.js'
import { fromLonLat } from 'ol/proj.js'
import type { Basemap, LonLat, MapDocument } from '../../electron/contract/document.ts'
import type { LayerSummary } from '../../electron/contract/layer.ts'
import { fromPlane } from '../document/geodesy/mercator.ts'
import type { SourceState } from '../store/sourceStore.ts'
import { AnnotationLayer } from './annotations/annotationLayer.ts'
import { createBasemap } from './basemap/index.ts'
import { ExactMap } from './exactMap.ts'
import { FeatureSources } from './featureSources.ts'
import { loadMapFonts } from './fonts.ts'
import { reportOfShapes } from './labels/layerShapes.ts'
import type { Placement } from './labels/placement.ts'
import { type NameState, PointLabels } from './labels/pointLabels.ts'
import { forgetTextWidths } from './labels/textSize.ts'
import { FrameRoom, type CoveredBox } from './frameRoom.ts'
import { nameParts } from './namedParts.ts'
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
  /** What lies over the frame, in millimetres from its upper left corner: no name may be there. */
  covered: readonly CoveredBox[]
}

export type NameOnMap = {
  /** Tells it from all others of the frame. */
  key: string
  /** Lines parted by `\n`. */
  text: string
  at: LonLat
  state: NameState
}

export type FrameMap = {
  /** Holds the canvases, bottom first. As large as the frame in CSS pixels, by a transform where symbols are enlarged. */
  element: HTMLElement
  /** Colour under everything. */
  background: string
  /** Draws everything again, at once: inside `beforeprint` this is recorded as paths and letters. */
  redraw: () => void
  /** Width of the frame in CSS pixels of the map, unrounded. */
  widthPx: number
  /** Metres of EPSG:3857 a CSS pixel of the map. */
  resolutionM: number
  /** Names of layers and annotations that are wanted in what is shown now, and whether they are written. */
  names: () => NameOnMap[]
  destroy: () => void
}

/** A frame that stays: in the window, where its page is edited. */
export type LiveFrame = FrameMap & {
  /** Shows something else; what did not change is not done anew. Returns at once. */
  update: (spec: FrameSpec) => void
  /** While it is being dragged, the map draws what is cheap. */
  setMoving: (isMoving: boolean) => void
  /** Whether everything is drawn that was asked for. */
  isComplete: () => boolean
}

/** How long a picture may take. */
const patienceMs = 120_000

/**
 * @param host is in the page, so that the map has a size; the frame's element is appended to it
 * @returns when everything is drawn
 * @throws Error with a sentence when a part of the map could not be read
 */
export async function drawFrame(host: HTMLElement, spec: FrameSpec): Promise<FrameMap> {
  const problems: string[] = []
  await loadMapFonts((sentence) => problems.push(sentence))
  const { map, frame, settled } = composeFrame(host, spec, (sentence) => problems.push(sentence), true)
  await settled()
  await complete(map)
  if (problems.length > 0) {
    frame.destroy()
    throw new Error(problems.join(' '))
  }
  return frame
}

/**
 * @param onProblem hears, in a sentence, what could not be read
 * @param onChange hears that {@link LiveFrame.isComplete} has become another
 */
export function liveFrame(host: HTMLElement, spec: FrameSpec, onProblem: (sentence: string) => void, onChange: () => void): LiveFrame {
  const { map, view, frame, show, settled, restyle } = composeFrame(host, spec, onProblem, false)
  let [pending, isDrawn, isMoving] = [0, false, false]
  const setDrawn = (now: boolean): void => {
    if (isDrawn === now) return
    isDrawn = now
    onChange()
  }
  const wait = async (work: Promise<void>): Promise<void> => {
    pending += 1
    try {
      await work
    } finally {
      pending -= 1
      map.render()
    }
  }
  map.on('precompose', () => setDrawn(false))
  map.on('rendercomplete', () => setDrawn(pending === 0))
  void wait(loadMapFonts().then(restyle).then(settled))
  return Object.assign(frame, {
    update: (next: FrameSpec) => {
      const changed = show(next)
      // OpenLayers draws in the next frame at the earliest: until then, what is seen is what was.
      if (changed !== null) setDrawn(false)
      if (changed === 'data') void wait(settled())
    },
    setMoving: (now: boolean) => {
      if (now === isMoving) return
      isMoving = now
      if (now) view.beginInteraction()
      else view.endInteraction()
    },
    isComplete: () => isDrawn && pending === 0,
  })
}

type Composed = {
  map: OlMap
  view: OlView
  frame: FrameMap
  /** @returns what is to be drawn anew: features and their names, or the map as it is from elsewhere */
  show: (spec: FrameSpec) => 'data' | 'view' | null
  /** Features are there, and names have their places. */
  settled: () => Promise<void>
  /** The fonts are there: what was measured without them is wrong. */
  restyle: () => void
}

/** @param isKept whether the picture may be kept with its parts */
function composeFrame(host: HTMLElement, spec: FrameSpec, onProblem: (sentence: string) => void, isKept: boolean): Composed {
  const element = document.createElement('div')
  element.style.position = 'relative'
  element.style.transformOrigin = '0 0'
  setSize(element, spec)
  host.append(element)

  const view = new OlView({ ...viewOf(spec), minResolution: 1e-4, maxResolution: 200_000, constrainResolution: false, multiWorld: true })
  const basemap = createBasemap({ onProblem })
  const map = new ExactMap({
    target: element,
    view,
    controls: [],
    interactions: [],
    layers: basemap.layers,
    pixelRatio: (spec.dpi / 96) * spec.symbolScale,
  })
  /** What names and marks took of the picture that was drawn last, by what they are of. */
  let taken: NonNullable<FrameState['declutter']>[string] | undefined
  map.on('postrender', ({ frameState }) => {
    map.alignCanvases((present.dpi / 96) * present.symbolScale)
    if (frameState !== null) taken = frameState.declutter?.['true']
  })
  basemap.apply(spec.basemap)

  const room = new FrameRoom(spec)
  map.addLayer(room.layer)
  const sources = new FeatureSources(onProblem)
  const placementOf = (key: string, resolution: number): Placement | null => labels.placementOf(key, resolution)
  const placeLabels = (): void => {
    labels.invalidate()
    stack.redrawLabels()
  }
  const stack = new LayerStack(
    sources,
    (layer) => map.addLayer(layer),
    (layer) => map.removeLayer(layer),
    placementOf,
    lensOf(spec),
    placeLabels,
  )
  const annotations = new AnnotationLayer(placementOf, { isKept, boxesGiveWay: true })
  map.addLayer(annotations.layer)
  const labels = new PointLabels(
    function* () {
      yield* annotations.labelledPointsOfPage()
      yield* stack.labelledPoints()
    },
    () => view.getRotation(),
    (toPx) => room.around(toPx),
  )
  const showData = ({ document: shown, summaries, withData }: FrameSpec): void => {
    if (!withData) return
    stack.show(shown, sourceState(summaries))
    if (annotations.show(shown.annotations)) placeLabels()
  }
  showData(spec)
  nameParts([
    ...basemap.layers.map((layer, index) => ({ layer, name: index === basemap.layers.length - 1 ? 'Place names' : 'Basemap' })),
    ...stack.parts(),
    { layer: annotations.layer, name: 'Annotations' },
  ])

  let present = spec
  const frame: FrameMap = {
    element,
    background: basemap.background(spec.basemap.style),
    redraw: () => {
      // Empty canvases: OpenLayers would clear what is in them, which a PDF records as a mask that not every reader draws.
      for (const canvas of element.querySelectorAll('canvas')) canvas.width = 0
      for (const layer of map.getAllLayers()) layer.changed()
      map.renderSync()
    },
    widthPx: widthPxOf(spec),
    resolutionM: viewOf(spec).resolution,
    names: () => {
      const points = labels.report(viewOf(present).resolution)
      const written = new Set((taken?.all() ?? []).map(({ value }): unknown => value))
      const shapes = [...stack.namedShapes()].flatMap((all) => reportOfShapes(all, written, (at) => labels.isSeen(at)))
      return [...points, ...shapes].map(({ at, ...name }) => ({ ...name, at: fromPlane(at) }))
    },
    destroy: () => {
      map.setTarget(undefined)
      map.dispose()
      element.remove()
    },
  }
  return {
    map,
    view,
    frame,
    show: (next) => {
      const before = present
      present = next
      let changed: 'data' | 'view' | null = null
      if (before.widthMm !== next.widthMm || before.heightMm !== next.heightMm || before.symbolScale !== next.symbolScale) {
        setSize(element, next)
        frame.widthPx = widthPxOf(next)
        map.updateSize()
        changed = 'view'
      }
      if (before.dpi !== next.dpi || before.symbolScale !== next.symbolScale) {
        map.setPixelRatio((next.dpi / 96) * next.symbolScale)
        changed = 'view'
      }
      stack.setLens(lensOf(next))
      const [from, to] = [viewOf(before), viewOf(next)]
      if (JSON.stringify(from) !== JSON.stringify(to)) {
        view.setResolution(to.resolution)
        view.setRotation(to.rotation)
        view.setCenter(to.center)
        frame.resolutionM = to.resolution
        changed = 'view'
      }
      if (room.show(next) || from.rotation !== to.rotation) {
        placeLabels()
        changed ??= 'view'
      }
      if (before.basemap.style !== next.basemap.style || before.basemap.labels !== next.basemap.labels) {
        basemap.apply(next.basemap)
        frame.background = basemap.background(next.basemap.style)
        changed = 'view'
      }
      const [then, now] = [before.document, next.document]
      if (then.layers !== now.layers || then.annotations !== now.annotations || before.summaries !== next.summaries) {
        showData(next)
        if (then.layers !== now.layers) placeLabels()
        changed = 'data'
      }
      if (changed !== null) map.render()
      return changed
    },
    settled: async () => {
      await stack.settled()
      placeLabels()
      if (spec.withData) annotations.layer.changed()
    },
    restyle: () => {
      forgetTextWidths()
      annotations.restyle()
    },
  }
}

/** Everything larger is everything drawn smaller, seen through a lens. */
function setSize({ style }: HTMLElement, { widthMm, heightMm, symbolScale }: FrameSpec): void {
  style.width = `${mmToPx(widthMm) / symbolScale}px`
  style.height = `${mmToPx(heightMm) / symbolScale}px`
  style.transform = `scale(${symbolScale})`
}

/** What layers are seen through: at the scale of the frame, in the pixels of the picture. */
const lensOf = ({ scale, dpi, symbolScale }: FrameSpec) => ({ scale, pixelRatio: (dpi / 96) * symbolScale })

const widthPxOf = ({ widthMm, symbolScale }: FrameSpec): number => mmToPx(widthMm) / symbolScale

const viewOf = ({ center, scale, rotationDeg, symbolScale }: FrameSpec) => ({
  center: fromLonLat(center),
  resolution: resolutionFor(scale, center[1]) * symbolScale,
  rotation: (rotationDeg * Math.PI) / 180,
})

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
    const toTarget = width / frame.widthPx
    const matrix = new DOMMatrix().scale(toTarget, toTarget).multiply(new DOMMatrix(canvas.style.transform))
    // Pixel on pixel: a canvas that stands between pixels, or is a hair larger, loses its sharpness.
    const place = isPixelOnPixel(matrix) ? new DOMMatrix().translate(Math.round(matrix.e), Math.round(matrix.f)) : matrix
    context.setTransform(new DOMMatrix().translate(Math.round(x), Math.round(y)).multiply(place))
    context.drawImage(canvas, 0, 0)
    context.setTransform(1, 0, 0, 1, 0, 0)
  }
  context.restore()
}

/** As far as the numbers go that CSS keeps. */
const isPixelOnPixel = ({ a, b, c, d }: DOMMatrix): boolean => b === 0 && c === 0 && Math.abs(a - 1) < 1e-4 && Math.abs(d - 1) < 1e-4

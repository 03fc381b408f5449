/** Puts the map together and hands out what the rest of the window may do with it. */
import OlMap from 'ol/Map.js'
import OlView from 'ol/View.js'
import { defaults as defaultInteractions, DragRotate } from 'ol/interaction.js'
import { altShiftKeysOnly, platformModifierKeyOnly } from 'ol/events/condition.js'
import { transformExtent } from 'ol/proj.js'
import type { BoundingBox, View } from '../../electron/contract/document.ts'
import { findLayer } from '../document/layers.ts'
import { annotationStore } from '../store/annotationStore.ts'
import { clearIdentified, identify, selectionStore } from '../store/selectionStore.ts'
import { documentStore, keepView } from '../store/documentStore.ts'
import { extentOf, outlinesIn } from '../store/featureQueries.ts'
import { featureSelectionStore } from '../store/featureSelectionStore.ts'
import type { FeatureSet } from '../store/featureSet.ts'
import { notify, notifyRefusal } from '../store/noticeStore.ts'
import { refusalOf, sourceOf, sourceStore, statusOf } from '../store/sourceStore.ts'
import { viewStore } from '../store/viewStore.ts'
import { labelKeys } from './annotations/annotationFeatures.ts'
import { AnnotationPicture } from './annotations/picture/annotationPicture.ts'
import { createAnnotationTools } from './annotations/tools/annotationTools.ts'
import type { CutLayer } from './annotations/tools/cutOutlines.ts'
import { createBasemap } from './basemap/index.ts'
import { FeatureSources } from './featureSources.ts'
import { loadMapFonts } from './fonts.ts'
import { createHighlight } from './highlight.ts'
import { SelectedMarks } from './selectedMarks.ts'
import { showMarked } from './marked.ts'
import { featuresAt } from './identify.ts'
import type { Placement } from './labels/placement.ts'
import { PointLabels } from './labels/pointLabels.ts'
import { forgetTextWidths } from './labels/textSize.ts'
import { LayerStack, type Lens } from './layerStack.ts'
import { PaintedLayer } from './painter/paintedLayer.ts'
import { Readiness } from './readiness.ts'
import { outOfSightPx } from './outOfSight.ts'
import { RectangleZoom } from './rectangleZoom.ts'
import { resolutionFor, scaleAt } from './scale.ts'
import { beginViewHistory, goBack, goForward, type ViewHistory, visit } from './viewHistory.ts'
import { lonLatOf, openLayersView, viewOf } from './viewConversion.ts'

const animationMs = 250
/** Room around what is zoomed to. */
const paddingPx = 48
/** How long nothing has to change before all names are placed anew. */
const namesRestMs = 400
/** A part of a frame, in which names are placed. */
const sliceMs = 4
/** When so many annotations change at once, placing all names anew is quicker. */
const manyNames = 400
/** A single point is shown at this zoom, not at the closest one. */
const maxFitZoom = 13

export type MapHandle = {
  zoomBy(steps: number): void
  rotateBy(degrees: number): void
  northUp(): void
  /** Shows a box of degrees whole. */
  zoomTo(box: BoundingBox): void
  home(): void
  /** Goes to a view; the way back is kept. */
  show(view: View): void
  back(): void
  forward(): void
  /** Sets the scale 1:`denominator` at the centre of the map. */
  setScale(denominator: number): void
  /** Shows features of a layer whole. A notice says so when there is nothing of them to show. */
  zoomToFeatures(layerId: string, features: FeatureSet): Promise<void>
  /** Lets the user draw the rectangle to zoom to; Escape ends it. */
  drawRectangle(): void
  focus(): void
  destroy(): void
}

/** @param element is filled by the map; it takes the keyboard focus */
export function createMap(element: HTMLElement): MapHandle {
  const view = new OlView({
    center: [0, 0],
    zoom: 2,
    minZoom: 1,
    maxZoom: 20,
    smoothResolutionConstraint: true,
    enableRotation: true,
    constrainRotation: false,
  })
  const basemap = createBasemap({ onProblem: (message) => notifyRefusal({ message, advice: '', file: null, line: null, column: null }) })
  const highlight = createHighlight()
  const map = new OlMap({
    target: element,
    view,
    controls: [],
    interactions: defaultInteractions({ altShiftDragRotate: false, pinchRotate: true }).extend([
      new DragRotate({ condition: (event) => altShiftKeysOnly(event) || platformModifierKeyOnly(event) }),
    ]),
    layers: [...basemap.layers, highlight.layer],
  })
  const readiness = new Readiness(map)
  const sources = new FeatureSources((message) =>
    notifyRefusal({ message, advice: 'Reload the layer from its menu.', file: null, line: null, column: null }),
  )
  const presentLens = (): Lens => {
    const { resolutionM, center } = viewStore.getState()
    return { scale: scaleAt(resolutionM, center[1]), pixelRatio: window.devicePixelRatio }
  }
  const placementOf = (key: string, resolution: number): Placement | null => labels.placementOf(key, resolution)
  const stack = new LayerStack(
    sources,
    (layer) => map.addLayer(layer),
    (layer) => map.removeLayer(layer),
    placementOf,
    presentLens(),
    () => placeLabels(),
    'own',
  )
  const selectedMarks = new SelectedMarks(
    stack,
    (layer) => map.addLayer(layer),
    (layer) => map.removeLayer(layer),
  )
  const showSelected = (): void => selectedMarks.show(featureSelectionStore.getState())
  const annotations = new AnnotationPicture({
    placementOf,
    placeNames: ({ drawn, gone }) => {
      if (drawn.length > manyNames) return placeLabels()
      labels.amend(annotations.features.labelledPoints(drawn), [...drawn, ...gone].flatMap(labelKeys))
      return settleNames()
    },
    busy: (work) => void readiness.during(work),
  })
  map.addLayer(annotations)
  const labels = new PointLabels(
    function* () {
      yield* annotations.features.labelledPoints()
      yield* stack.labelledPoints()
    },
    () => view.getRotation(),
  )
  let isPlacing = false
  /** What is shown, how, or the rotation changed. */
  const placeLabels = (): void => {
    labels.invalidate()
    showPlacedNames()
  }
  function showPlacedNames(): void {
    stack.redrawLabels()
    map.render()
    if (isPlacing) return
    isPlacing = true
    requestAnimationFrame(() => {
      isPlacing = false
      annotations.moveNames()
    })
  }
  /** As `placeLabels`, a part of a frame at a time. What is overtaken by another change is begun anew when that has come to rest. */
  async function placeNamesBySlices(): Promise<void> {
    const steps = labels.placing()
    const { promise, resolve } = Promise.withResolvers<void>()
    const goOn = (): void => {
      const until = performance.now() + sliceMs
      for (let step = steps.next(); ; step = steps.next()) {
        if (step.done === true) {
          if (step.value) showPlacedNames()
          return resolve()
        }
        if (performance.now() > until) return void setTimeout(goOn, 0)
      }
    }
    goOn()
    return promise
  }
  /** A name that was typed has its place at once; the others make room for it when the typing stops. */
  const settleNames = afterwards(namesRestMs, placeNamesBySlices, (work) => void readiness.during(work))
  const tools = createAnnotationTools({
    map,
    element,
    annotations,
    visibleSources: () => stack.visible().flatMap(({ layer }) => layer.getSource() ?? []),
    cutLayers: () => cutLayersOf(stack),
    outlinesIn,
    placementOf,
  })
  const rectangle = new RectangleZoom(map, () => outOfSightPx(element))
  let history: ViewHistory = beginViewHistory(documentStore.getState().history.document.view)
  let home: View = history.present
  let stepping = false

  const publishHistory = (): void => viewStore.setState({ canGoBack: history.past.length > 0, canGoForward: history.future.length > 0 })
  const go = (to: View, animate: boolean): void => {
    view.cancelAnimations()
    if (animate) view.animate({ ...openLayersView(to), duration: animationMs })
    else {
      const { center, zoom, rotation } = openLayersView(to)
      view.setCenter(center)
      view.setZoom(zoom)
      view.setRotation(rotation)
    }
  }

  function showDocument(): void {
    const { history: documents } = documentStore.getState()
    basemap.apply(documents.document.basemap)
    const ground = basemap.background(documents.document.basemap.style)
    element.style.backgroundColor = ground
    // Seen for a frame where the map grows.
    if (element.parentElement !== null) element.parentElement.style.backgroundColor = ground
    stack.show(documents.document, sourceStore.getState())
    showSelected()
    showAnnotations()
    placeLabels()
    const reading = Object.values(sourceStore.getState().status).some(({ state }) => state === 'reading')
    if (reading) void readiness.during(untilNothingIsRead())
    void readiness.during(
      stack.settled().then(() => {
        placeLabels()
        showSelected()
        // A filter may have taken the marked feature away, or given it back.
        return showMarked(selectionStore.getState().marked, stack, highlight)
      }),
    )
  }

  function showAnnotations(): void {
    annotations.show(documentStore.getState().history.document.annotations)
  }

  let drawn = documentStore.getState()
  const stopDocument = documentStore.subscribe((state) => {
    const before = drawn
    drawn = state
    if (state.generation !== before.generation) {
      home = state.history.document.view
      history = beginViewHistory(home)
      publishHistory()
      clearIdentified()
      go(home, false)
    }
    const [now, then] = [state.history.document, before.history.document]
    if (now.layers !== then.layers || now.basemap !== then.basemap || state.generation !== before.generation) showDocument()
    else if (now.annotations !== then.annotations) showAnnotations()
  })
  const stopSources = sourceStore.subscribe((state, before) => {
    if (Object.keys(state.status).some((id) => state.status[id]?.state !== before.status[id]?.state)) showDocument()
  })
  const stopSelection = selectionStore.subscribe(({ marked }, before) => {
    if (marked === before.marked) return
    void readiness.during(showMarked(marked, stack, highlight))
  })

  const stopSelected = featureSelectionStore.subscribe(() => {
    showSelected()
    readiness.touch()
  })

  map.on('moveend', () => {
    const now = viewOf(view)
    if (!stepping) history = visit(history, now)
    stepping = false
    publishHistory()
    keepView(now)
  })
  const publishView = (): void => {
    const { center, zoom, rotationDeg } = viewOf(view)
    viewStore.setState({ center, zoom, rotationDeg, resolutionM: view.getResolution() ?? 1 })
    stack.setLens(presentLens())
  }
  view.on(['change:center', 'change:resolution', 'change:rotation'], publishView)
  view.on('change:rotation', placeLabels)
  map.on('pointermove', ({ coordinate }) => viewStore.setState({ pointer: lonLatOf(coordinate) }))
  element.addEventListener('pointerleave', () => viewStore.setState({ pointer: null }))
  map.on('singleclick', ({ pixel, originalEvent }) => {
    if (viewStore.getState().drawingRectangle || annotationStore.getState().tool !== null) return
    // An annotation is its own record; what lies under it is asked for where there is none.
    if (tools.selectAt(pixel)) clearIdentified()
    else void readiness.during(identify(featuresAt(map, stack, pixel), platformAdds(originalEvent)))
  })

  // Names drawn before their fonts are there would stay in another one.
  void readiness.during(
    loadMapFonts().then(() => {
      forgetTextWidths()
      annotations.restyle()
      placeLabels()
      for (const layer of basemap.layers) layer.changed()
    }),
  )
  go(home, false)
  publishView()
  showDocument()

  const step = (next: ViewHistory): void => {
    if (next === history) return
    history = next
    stepping = true
    go(next.present, true)
  }

  const zoomTo = ([west, south, east, north]: BoundingBox): void => {
    const extent = transformExtent(
      [west, Math.max(-85, south), east < west ? east + 360 : east, Math.min(85, north)],
      'EPSG:4326',
      'EPSG:3857',
    )
    const aside = paddingPx + outOfSightPx(element)
    view.fit(extent, { padding: [paddingPx, aside, paddingPx, aside], maxZoom: maxFitZoom, duration: animationMs })
  }

  return {
    zoomBy: (steps) => view.animate({ zoom: (view.getZoom() ?? 0) + steps, duration: animationMs }),
    rotateBy: (degrees) => view.animate({ rotation: view.getRotation() + (degrees * Math.PI) / 180, duration: animationMs }),
    northUp: () => view.animate({ rotation: 0, duration: animationMs }),
    zoomTo,
    zoomToFeatures: async (layerId, features) => {
      const layer = findLayer(documentStore.getState().history.document, layerId)
      const source = layer === null ? null : sourceOf(layer.path)
      if (source === null) return
      try {
        const box = await extentOf(source.id, features)
        if (box === null) notify('There is nothing to zoom to: what is selected has no place on the map.')
        else zoomTo(box)
      } catch (error) {
        notifyRefusal(refusalOf(error))
      }
    },
    home: () => go(home, true),
    show: (to) => go(to, true),
    back: () => step(goBack(history)),
    forward: () => step(goForward(history)),
    setScale: (denominator) => view.animate({ resolution: resolutionFor(denominator, viewOf(view).center[1]), duration: animationMs }),
    drawRectangle: () => rectangle.start(),
    focus: () => element.focus(),
    destroy: () => {
      stopDocument()
      stopSources()
      stopSelection()
      stopSelected()
      rectangle.stop()
      tools.destroy()
      map.setTarget(undefined)
      map.dispose()
    },
  }
}

/** Layers whose features are in the engine, as they are seen now. */
function cutLayersOf(stack: LayerStack): CutLayer[] {
  return stack.visible().flatMap(({ drawn, layer }) => {
    const source = layer instanceof PaintedLayer ? sourceOf(drawn.path) : null
    const status = source === null ? null : statusOf(sourceStore.getState(), drawn.path)
    if (source === null || status?.state !== 'ready') return []
    return [{ source: source.id, filter: drawn.filter, contentKey: status.summary.contentKey }]
  })
}

/** Adds to what is selected, as in a list. */
const platformAdds = (event: { ctrlKey: boolean; metaKey: boolean; shiftKey: boolean }): boolean =>
  event.ctrlKey || event.metaKey || event.shiftKey

/** Does some work once it has not been asked for so long. @param busy is told of the wait, the work included */
function afterwards(restMs: number, work: () => Promise<void>, busy: (wait: Promise<void>) => void): () => void {
  let timer: ReturnType<typeof setTimeout> | null = null
  let end = (): void => {}
  const workThen = async (done: () => void): Promise<void> => {
    await work()
    done()
  }
  return () => {
    if (timer === null) {
      const { promise, resolve } = Promise.withResolvers<void>()
      end = resolve
      busy(promise)
    } else clearTimeout(timer)
    timer = setTimeout(() => {
      const done = end
      timer = null
      requestIdleCallback(() => void workThen(done), { timeout: restMs })
    }, restMs)
  }
}

/** Layers that are being read will change the picture. */
function untilNothingIsRead(): Promise<void> {
  return new Promise((resolve) => {
    const stop = sourceStore.subscribe(({ status }) => {
      if (Object.values(status).some(({ state }) => state === 'reading')) return
      stop()
      resolve()
    })
  })
}

/** Keeps the OpenLayers layers in step with the document: which, in what order, how they look. */
import type BaseLayer from 'ol/layer/Base.js'
import VectorLayer from 'ol/layer/Vector.js'
import type VectorSource from 'ol/source/Vector.js'
import type { StyleFunction } from 'ol/style/Style.js'
import { isSeenAt, type Layer, type MapDocument } from '../../electron/contract/document.ts'
import { readFilter } from '../../electron/contract/expression/index.ts'
import type { LayerSummary } from '../../electron/contract/layer.ts'
import { drawnLayers } from '../document/layers.ts'
import { type SourceState, sourceStore, statusOf } from '../store/sourceStore.ts'
import type { FeatureSources, Shown as ShownFeatures } from './featureSources.ts'
import { layerPointKey, layerPoints } from './labels/layerPoints.ts'
import { layerShapes, type NamedShape } from './labels/layerShapes.ts'
import type { LabelledPoint } from './labels/pointLabels.ts'
import type { Placement } from './labels/placement.ts'
import { PaintedLabels } from './painter/paintedLabels.ts'
import { PaintedLayer, type Surface } from './painter/paintedLayer.ts'
import { Painter } from './painter/painter.ts'
import { isBig } from './painter/subject.ts'
import { selectedStyle } from './style/selectedStyle.ts'
import { symbolsOf } from '../document/layerLook.ts'
import { iconsAreLoaded, loadIcons } from './style/iconPaths.ts'
import { layerStyleFunction, type PlacementOf } from './style/layerStyle.ts'
import { largestFirst } from './style/renderOrder.ts'

/** Data is drawn above the basemap; labels of both are placed top layer first. */
const firstDataZIndex = 100

type Shown = {
  layer: VectorLayer | PaintedLayer
  drawn: Layer
  /** Switched on, whether or not it is seen at the present scale. */ isOn: boolean
}

/** What the layers are seen through. */
export type Lens = { /** N of 1:N. */ scale: number; /** Pixels of the map in a CSS pixel. */ pixelRatio: number }

/** One for all maps, from the first big layer on. */
let painter: Painter | null = null

export class LayerStack {
  readonly #shown = new Map<string, Shown>()
  /** What each layer shows as soon as it is there. */
  readonly #wanted = new WeakMap<VectorLayer, VectorSource>()
  /** Files as they were last read, by layer. */
  readonly #read = new Map<string, LayerSummary>()
  readonly #sources: FeatureSources
  readonly #add: (layer: BaseLayer) => void
  readonly #remove: (layer: BaseLayer) => void
  readonly #placementOf: (key: string, resolution: number) => Placement | null
  readonly #labelsArrived: () => void
  readonly #surface: Surface
  #icons: Promise<void> | null = null
  #lens: Lens

  /**
   * @param placementOf where the name of a point goes; null when there is no room
   * @param lens what the map has to begin with
   * @param labelsArrived there are other names to be placed
   * @param surface where the pictures of big layers are shown
   */
  constructor(
    sources: FeatureSources,
    add: (layer: BaseLayer) => void,
    remove: (layer: BaseLayer) => void,
    placementOf: (key: string, resolution: number) => Placement | null,
    lens: Lens,
    labelsArrived: () => void = () => {},
    surface: Surface = 'shared',
  ) {
    this.#sources = sources
    this.#add = add
    this.#remove = remove
    this.#placementOf = placementOf
    this.#labelsArrived = labelsArrived
    this.#lens = lens
    this.#surface = surface
  }

  /** Draws a document. Cheap when little changed: a layer that is the same object as before is left alone. */
  show(document: MapDocument, sources: SourceState): void {
    const wanted = drawnLayers(document)
    const ids = new Set(wanted.map(({ layer }) => layer.id))
    for (const [id, { layer }] of this.#shown) {
      if (!ids.has(id)) this.#drop(id, layer)
    }
    const used: ShownFeatures[] = []
    for (const [index, { layer, visible }] of wanted.entries()) {
      const status = statusOf(sources, layer.path)
      if (status?.state !== 'ready') {
        // A file that is being read again keeps what it showed.
        const before = this.#read.get(layer.id)
        if (before !== undefined && sources.byPath[layer.path] !== undefined) used.push({ summary: before, filter: layer.filter })
        continue
      }
      const { summary } = status
      this.#read.set(layer.id, summary)
      // The layer's line says why it is not shown.
      const isUnderstood = readFilter(layer.filter, summary.fields).ok
      if (!isBig(summary) && isUnderstood) used.push({ summary, filter: layer.filter })
      const shown = isBig(summary) ? this.#paintedFor(layer, summary) : this.#vectorFor(layer, summary, isUnderstood)
      shown.isOn = visible && isUnderstood
      for (const one of layersOf(shown)) {
        one.setZIndex(firstDataZIndex + wanted.length - index)
        one.setOpacity(layer.opacity)
      }
      this.#showAtScale(shown)
    }
    this.#sources.retain(used)
    if (this.#icons === null && !iconsAreLoaded() && wanted.some(({ layer }) => hasIcons(layer))) this.#icons = this.#loadIcons()
  }

  /** Resolves when everything that layers are drawn with is there. */
  async settled(): Promise<void> {
    await Promise.all([this.#sources.settled(), this.#icons])
  }

  /** Layers and labels may be seen at some scales alone, and hatches have their width in pixels of the picture. Cheap when little changed. */
  setLens(lens: Lens): void {
    const before = this.#lens
    this.#lens = lens
    if (lens.pixelRatio !== before.pixelRatio) this.#restyleAll(() => true)
    if (lens.scale === before.scale) return
    let changed = false
    for (const shown of this.#shown.values()) changed = this.#showAtScale(shown) || changed
    if (changed) this.#labelsArrived()
  }

  /** @returns whether something is seen now that was not, or the other way about */
  #showAtScale(shown: Shown): boolean {
    const { layer, drawn, isOn } = shown
    const isSeen = isOn && isSeenAt(drawn.style, this.#lens.scale)
    const isLabelled = isSeen && this.#showsLabels(drawn)
    const before = [layer.getVisible(), labelled.get(layer) ?? false]
    layer.setVisible(isSeen)
    labelled.set(layer, isLabelled)
    if (layer instanceof PaintedLayer) layer.labels.layer.setVisible(isLabelled)
    else if (before[1] !== isLabelled) layer.changed()
    return before[0] !== isSeen || before[1] !== isLabelled
  }

  #showsLabels({ style }: Layer): boolean {
    return style.label !== null && isSeenAt(style.label, this.#lens.scale)
  }

  async #loadIcons(): Promise<void> {
    await loadIcons()
    this.#restyleAll(hasIcons)
  }

  #restyleAll(concerns: (layer: Layer) => boolean): void {
    for (const { layer, drawn } of this.#shown.values()) {
      if (layer instanceof VectorLayer && concerns(drawn)) layer.setStyle(this.#styleOf(drawn))
    }
  }

  /** Draws the names of points at their new places. */
  redrawLabels(): void {
    for (const { drawn, layer } of this.#shown.values()) {
      if (drawn.style.label !== null) (layer instanceof PaintedLayer ? layer.labels.layer : layer).changed()
    }
  }

  /** Points of all visible layers, topmost layer first. */
  *labelledPoints(): Generator<LabelledPoint> {
    for (const { drawn, layer } of this.visible()) {
      const source = layer instanceof PaintedLayer ? layer.labels.source : layer.getSource()
      if (source !== null) yield* layerPoints(drawn, source, this.#showsLabels(drawn))
    }
  }

  /** Lines and areas of each visible layer whose names are seen, topmost layer first. */
  *namedShapes(): Generator<Iterable<NamedShape>> {
    for (const { drawn, layer } of this.visible()) {
      const source = layer instanceof PaintedLayer ? layer.labels.source : layer.getSource()
      if (source !== null && this.#showsLabels(drawn)) yield layerShapes(drawn, source)
    }
  }

  /** Visible layers, topmost first, with what the document says of them. */
  visible(): Shown[] {
    return [...this.#shown.values()]
      .filter(({ layer }) => layer.getVisible())
      .toSorted((a, b) => (b.layer.getZIndex() ?? 0) - (a.layer.getZIndex() ?? 0))
  }

  /** What is drawn for each layer, with its name. */
  parts(): { layer: BaseLayer; name: string }[] {
    return [...this.#shown.values()].flatMap((shown) => layersOf(shown).map((layer) => ({ layer, name: shown.drawn.name })))
  }

  find(layerId: string): Shown['layer'] | null {
    return this.#shown.get(layerId)?.layer ?? null
  }

  /** A painted layer of the same features in another look; null where the features are in the window. Whoever asks adds and drops it. */
  paintedTwin(layerId: string): PaintedLayer | null {
    const shown = this.#shown.get(layerId)
    const status = shown === undefined ? null : statusOf(sourceStore.getState(), shown.drawn.path)
    if (!(shown?.layer instanceof PaintedLayer) || status?.state !== 'ready') return null
    painter ??= new Painter()
    const labels = new PaintedLabels(
      () => null,
      () => {},
    )
    return new PaintedLayer(
      { painter, surface: this.#surface },
      labels,
      status.summary,
      { ...shown.drawn, style: selectedStyle },
      this.#sources.failed,
    )
  }

  #vectorFor(layer: Layer, summary: LayerSummary, isUnderstood: boolean): Shown {
    const shown = this.#vectorShown(layer)
    if (!isUnderstood) return shown
    const { source, isLoaded, loading } = this.#sources.get({ summary, filter: layer.filter })
    const { layer: vector } = shown
    this.#wanted.set(vector, source)
    if (isLoaded || vector.getSource() === null) vector.setSource(source)
    // What was shown stays until there is something else to show.
    else if (vector.getSource() !== source) void loading.then(() => this.#wanted.get(vector) === source && vector.setSource(source))
    return shown
  }

  #vectorShown(layer: Layer): Shown & { layer: VectorLayer } {
    const known = this.#shown.get(layer.id)
    if (known?.layer instanceof VectorLayer) {
      if (known.drawn.style !== layer.style) this.#restyle(known.layer, known.drawn, layer)
      known.drawn = layer
      return known as Shown & { layer: VectorLayer }
    }
    // A file that has grown or shrunk.
    if (known !== undefined) this.#drop(layer.id, known.layer)
    const order = largestFirst(layer.style)
    return this.#keep(
      layer,
      new VectorLayer({
        style: this.#styleOf(layer),
        ...(order === null ? {} : { renderOrder: order }),
        declutter: true,
        updateWhileAnimating: true,
        updateWhileInteracting: true,
      }),
    )
  }

  /** The order of drawing is a part of a layer that can be set with the style, but not by it. */
  #restyle(vector: VectorLayer, before: Layer, layer: Layer): void {
    const order = largestFirst(layer.style)
    if (order !== null || largestFirst(before.style) !== null) vector.setRenderOrder(order ?? undefined)
    vector.setStyle(this.#styleOf(layer))
  }

  #paintedFor(layer: Layer, summary: LayerSummary): Shown {
    const known = this.#shown.get(layer.id)
    if (known?.layer instanceof PaintedLayer) {
      known.layer.show(summary, layer)
      known.drawn = layer
      return known
    }
    if (known !== undefined) this.#drop(layer.id, known.layer)
    painter ??= new Painter()
    const labels = new PaintedLabels(this.#placementFor(layer.id), this.#labelsArrived)
    return this.#keep(layer, new PaintedLayer({ painter, surface: this.#surface }, labels, summary, layer, this.#sources.failed))
  }

  #keep<L extends Shown['layer']>(drawn: Layer, layer: L): Shown & { layer: L } {
    const shown = { layer, drawn, isOn: false }
    this.#shown.set(drawn.id, shown)
    for (const one of layersOf(shown)) this.#add(one)
    return shown
  }

  #drop(id: string, layer: Shown['layer']): void {
    for (const one of layersOf({ layer })) this.#remove(one)
    this.#shown.delete(id)
    this.#read.delete(id)
    if (layer instanceof PaintedLayer) layer.dispose()
  }

  #styleOf(layer: Layer): StyleFunction {
    return layerStyleFunction(layer.style, {
      placementOf: this.#placementFor(layer.id),
      pixelRatio: this.#lens.pixelRatio,
      showsLabels: () => this.#showsLabels(layer),
    })
  }

  #placementFor(layerId: string): PlacementOf {
    return (feature, resolution) => this.#placementOf(layerPointKey(layerId, feature.getId()), resolution)
  }
}

/** Whether the names of a layer are seen at the present scale. */
const labelled = new WeakMap<Shown['layer'], boolean>()

const hasIcons = ({ style }: Layer): boolean => symbolsOf(style).some(({ icon }) => icon !== undefined && icon !== null)

/** Bottom first. */
const layersOf = ({ layer }: Pick<Shown, 'layer'>): (VectorLayer | PaintedLayer)[] =>
  layer instanceof PaintedLayer ? [layer, layer.labels.layer] : [layer]

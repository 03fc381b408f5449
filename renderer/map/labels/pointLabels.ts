/** The placements of all point labels that are shown, kept for a resolution and a rotation: panning does not move a name. */
import type Feature from 'ol/Feature.js'
import type Point from 'ol/geom/Point.js'
import type VectorSource from 'ol/source/Vector.js'
import type { Layer } from '../../../electron/contract/document.ts'
import { mmToPx, ptToPx } from '../style/millimetres.ts'
import { attributeText, labelFont } from '../style/labelText.ts'
import { type Box, type LabelRequest, markBox, type Placement, placeLabels } from './placement.ts'
import { textWidthPx } from './textSize.ts'

/** Topmost first. */
export type LabelledLayer = { drawn: Layer; source: VectorSource }

/** Beyond this many, names at such a density say nothing; the rest go without. */
const maxLabels = 3_000
const maxMarks = 10_000

export class PointLabels {
  readonly #shown: () => LabelledLayer[]
  readonly #rotation: () => number
  #key = ''
  #revision = 0
  #placements = new Map<string, Placement | null>()

  /**
   * @param shown the visible layers
   * @param rotation of the view, radians clockwise
   */
  constructor(shown: () => LabelledLayer[], rotation: () => number) {
    this.#shown = shown
    this.#rotation = rotation
  }

  /** Layers, their features or their styles changed. */
  invalidate(): void {
    this.#revision += 1
  }

  /**
   * @param resolution metres of EPSG:3857 a CSS pixel
   * @returns null when there is no room for the name
   */
  placementOf(layerId: string, feature: string | number | undefined, resolution: number): Placement | null {
    const key = `${resolution} ${this.#rotation()} ${this.#revision}`
    if (key !== this.#key) {
      this.#key = key
      this.#placements = this.#place(resolution)
    }
    return this.#placements.get(`${layerId} ${feature}`) ?? null
  }

  #place(resolution: number): Map<string, Placement | null> {
    const [cos, sin] = [Math.cos(this.#rotation()), Math.sin(this.#rotation())]
    const keys: string[] = []
    const requests: LabelRequest[] = []
    const marks: Box[] = []
    for (const { drawn, source } of this.#shown()) {
      const label = drawn.style.label
      const font = label === null ? '' : labelFont(label)
      for (const feature of source.getFeatures() as Feature<Point>[]) {
        if (marks.length >= maxMarks) break
        const geometry = feature.getGeometry()
        if (geometry?.getType() !== 'Point') continue
        const [mapX = 0, mapY = 0] = geometry.getCoordinates()
        const [px, py] = [mapX / resolution, -mapY / resolution]
        const mark = { x: px * cos - py * sin, y: px * sin + py * cos, radiusPx: radiusOf(drawn, feature) }
        marks.push(markBox({ ...mark, widthPx: 0, heightPx: 0 }))
        if (label === null || requests.length >= maxLabels) continue
        const text = attributeText(feature.get(label.field))
        if (text === '') continue
        keys.push(`${drawn.id} ${feature.getId()}`)
        requests.push({ ...mark, widthPx: textWidthPx(text, font) + 2, heightPx: ptToPx(label.sizePt) * 1.15 })
      }
    }
    return new Map(placeLabels(requests, marks).map((placement, index) => [keys[index] ?? '', placement]))
  }
}

function radiusOf({ style }: Layer, feature: Feature): number {
  if (style.kind === 'single') return mmToPx(style.symbol.sizeMm) / 2
  const value = (feature.get(style.field) as unknown) ?? null
  const symbol = style.categories.find((category) => category.value === value)?.symbol ?? style.other
  return mmToPx(symbol.sizeMm) / 2
}

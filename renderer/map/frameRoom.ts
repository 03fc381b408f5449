/** The room that names have in a frame of a page: within its edge, and clear of what lies over the map. */
import Feature from 'ol/Feature.js'
import Point from 'ol/geom/Point.js'
import VectorLayer from 'ol/layer/Vector.js'
import VectorSource from 'ol/source/Vector.js'
import Icon from 'ol/style/Icon.js'
import Style from 'ol/style/Style.js'
import { fromLonLat } from 'ol/proj.js'
import type { LonLat } from '../../electron/contract/document.ts'
import type { Box } from './labels/placement.ts'
import type { Surroundings, ToPx } from './labels/pointLabels.ts'
import { mmToPx } from './style/millimetres.ts'

/** Millimetres from the upper left corner of the frame. */
export type CoveredBox = { x: number; y: number; width: number; height: number }

/** Over everything: what is placed first has its place. */
const zIndex = 100_000
/** How far the edge of the picture reaches outward: farther than any name is long. */
const beyondPx = 4_000
/** Between a name and the edge. */
const gapPx = 2

type Spec = { center: LonLat; widthMm: number; heightMm: number; symbolScale: number; covered: readonly CoveredBox[] }

export class FrameRoom {
  /** Keeps the names of the basemap and of lines and areas away: they are placed by OpenLayers. */
  readonly layer: VectorLayer
  readonly #middle = new Point([0, 0])
  #spec: Spec
  /** Of the frame, in CSS pixels from its middle. */
  #window: Box
  #forbidden: readonly Box[]

  constructor(spec: Spec) {
    this.layer = new VectorLayer({ source: new VectorSource({ features: [new Feature(this.#middle)] }), zIndex, declutter: true })
    this.#spec = spec
    this.#window = windowOf(spec)
    this.#forbidden = this.#take(spec)
  }

  /** @returns whether names have to be placed anew */
  show(spec: Spec): boolean {
    const window = windowOf(spec)
    const isSame =
      JSON.stringify([this.#spec.center, this.#window, this.#forbidden]) ===
      JSON.stringify([spec.center, window, forbiddenIn(spec, window)])
    this.#spec = spec
    // Other marks, even alike ones, have OpenLayers draw the whole map anew.
    if (isSame) return false
    this.#window = window
    this.#forbidden = this.#take(spec)
    return true
  }

  around(toPx: ToPx): Surroundings {
    const [x = 0, y = 0] = fromLonLat(this.#spec.center)
    const [midX, midY] = toPx([x, y])
    const moved = ({ minX, minY, maxX, maxY }: Box): Box => ({ minX: minX + midX, minY: minY + midY, maxX: maxX + midX, maxY: maxY + midY })
    return { forbidden: this.#forbidden.map(moved), window: moved(this.#window), middleX: x }
  }

  #take(spec: Spec): Box[] {
    const forbidden = forbiddenIn(spec, this.#window)
    this.#middle.setCoordinates(fromLonLat(spec.center))
    this.layer.setStyle(forbidden.map((box) => new Style({ image: nothingIn(box) })))
    return forbidden
  }
}

function windowOf({ widthMm, heightMm, symbolScale }: Spec): Box {
  const [x, y] = [mmToPx(widthMm) / symbolScale / 2, mmToPx(heightMm) / symbolScale / 2]
  return { minX: -x, minY: -y, maxX: x, maxY: y }
}

/** What lies over the frame, and what is beyond each of its sides. */
function forbiddenIn({ covered, symbolScale }: Spec, { minX, minY, maxX, maxY }: Box): Box[] {
  const px = (mm: number): number => mmToPx(mm) / symbolScale
  return [
    ...covered.map(({ x, y, width, height }) => ({
      minX: minX + px(x) - gapPx,
      minY: minY + px(y) - gapPx,
      maxX: minX + px(x + width) + gapPx,
      maxY: minY + px(y + height) + gapPx,
    })),
    { minX: minX - beyondPx, minY: minY - beyondPx, maxX: minX + gapPx, maxY: maxY + beyondPx },
    { minX: maxX - gapPx, minY: minY - beyondPx, maxX: maxX + beyondPx, maxY: maxY + beyondPx },
    { minX, minY: minY - beyondPx, maxX, maxY: minY + gapPx },
    { minX, minY: maxY - gapPx, maxX, maxY: maxY + beyondPx },
  ]
}

/** A picture that is not seen, as large as a box, around the point in the middle of the frame. */
function nothingIn({ minX, minY, maxX, maxY }: Box): Icon {
  const canvas = document.createElement('canvas')
  canvas.width = 1
  canvas.height = 1
  // One that was never drawn on is not there for a page that is recorded.
  canvas.getContext('2d')
  const [width, height] = [maxX - minX, maxY - minY]
  return new Icon({
    img: canvas,
    scale: [width, height],
    anchor: [-minX / width, -minY / height],
    opacity: 0,
    declutterMode: 'obstacle',
  })
}

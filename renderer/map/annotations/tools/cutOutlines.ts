/**
 * The vertices and edges near the pointer of layers that the engine keeps. Those around the pointer are asked for before they are needed, so that drawing catches
 * on them at once. Knows no map.
 */
import type { BoundingBox } from '../../../../electron/contract/document.ts'
import type { SourceId } from '../../../../electron/contract/layer.ts'
import type { Outlines, OutlinesRequest } from '../../../../electron/contract/outlines.ts'
import { fromPlane, halfWorldM, type PlanePoint } from '../../../document/geodesy/mercator.ts'
import type { Shape } from './snapping.ts'

/** A layer whose features are in the engine. */
export type CutLayer = {
  source: SourceId
  filter: string
  /** Changes when the file does. */
  contentKey: string
}

/** West, south, east, north in EPSG:3857. */
type Area = readonly [number, number, number, number]

type Known = { area: Area; shapes: Shape[] }

/** So many times as far as the pointer catches; less, where there is more than can be handed over. */
const widest = 16
const least = 1.5
const maxVertices = 20_000
const worldM = 2 * halfWorldM

export class CutOutlines {
  readonly #layers: () => readonly CutLayer[]
  readonly #ask: (source: SourceId, request: OutlinesRequest) => Promise<Outlines>
  readonly #arrived: () => void
  readonly #known = new Map<string, Known>()
  readonly #asked = new Set<string>()

  /** @param layers that are shown now @param arrived there is more to catch on than before */
  constructor(
    layers: () => readonly CutLayer[],
    ask: (source: SourceId, request: OutlinesRequest) => Promise<Outlines>,
    arrived: () => void,
  ) {
    this.#layers = layers
    this.#ask = ask
    this.#arrived = arrived
  }

  /**
   * What is at hand; what is not is asked for.
   *
   * @param at in any turn of the world
   * @param reachM in metres of EPSG:3857
   */
  near(at: PlanePoint, reachM: number): Shape[] {
    const turn = worldM * Math.floor((at[0] + halfWorldM) / worldM)
    const home: PlanePoint = [at[0] - turn, at[1]]
    const layers = this.#layers()
    const keys = new Set(layers.map(keyOf))
    for (const key of this.#known.keys()) if (!keys.has(key)) this.#known.delete(key)
    return layers.flatMap((layer) => {
      const known = this.#known.get(keyOf(layer))
      if (known === undefined || !holds(known.area, home, reachM)) {
        void this.#fetch(layer, home, reachM, widest)
        return []
      }
      // Well before the edge is reached, what is beyond it is on its way.
      if (!holds(known.area, home, 2 * reachM)) void this.#fetch(layer, home, reachM, widest)
      return turn === 0 ? known.shapes : known.shapes.map((shape) => shifted(shape, turn))
    })
  }

  async #fetch(layer: CutLayer, at: PlanePoint, reachM: number, times: number): Promise<void> {
    const key = keyOf(layer)
    if (this.#asked.has(key)) return
    this.#asked.add(key)
    try {
      let area = around(at, reachM * times)
      let found = await this.#ask(layer.source, { area: degrees(area), filter: layer.filter, limit: maxVertices })
      while (!found.complete && times > least) {
        times = Math.max(least, times / 3)
        area = around(at, reachM * times)
        found = await this.#ask(layer.source, { area: degrees(area), filter: layer.filter, limit: maxVertices })
      }
      this.#known.set(key, { area, shapes: found.runs.map((flat) => ({ flat, stride: 2, ends: [flat.length] })) })
    } catch {
      // A layer that was closed meanwhile has nothing to catch on.
    } finally {
      this.#asked.delete(key)
    }
    this.#arrived()
  }
}

const keyOf = ({ source, filter, contentKey }: CutLayer): string => `${source} ${contentKey} ${filter}`

const around = ([x, y]: PlanePoint, reachM: number): Area => [x - reachM, y - reachM, x + reachM, y + reachM]

const holds = ([west, south, east, north]: Area, [x, y]: PlanePoint, reachM: number): boolean =>
  x - reachM >= west && x + reachM <= east && y - reachM >= south && y + reachM <= north

/** A box over the antimeridian has its east before its west, as everywhere in the contract. */
function degrees([west, south, east, north]: Area): BoundingBox {
  const clamp = (y: number): number => Math.min(halfWorldM, Math.max(-halfWorldM, y))
  const [w, s] = fromPlane([west, clamp(south)])
  const [e, n] = fromPlane([east, clamp(north)])
  return [wrapped(w), s, wrapped(e), n]
}

const wrapped = (lon: number): number => lon - 360 * Math.floor((lon + 180) / 360)

function shifted({ flat, stride, ends }: Shape, dx: number): Shape {
  return { flat: flat.map((value, index) => (index % stride === 0 ? value + dx : value)), stride, ends }
}

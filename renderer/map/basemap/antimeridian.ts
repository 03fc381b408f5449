/** Land is cut at 180°, and the cut is no coast. */
import RenderFeature from 'ol/render/Feature.js'

const half = 20037508.342789244
/** The archives round to this much, in metres, at their coarsest. */
const tolerance = 20_000

/** Whether a piece of land reaches the cut. */
export function touchesAntimeridian(land: RenderFeature): boolean {
  const [west = 0, , east = 0] = land.getExtent()
  return west < tolerance - half || east > half - tolerance
}

const onCut = (x: number): boolean => Math.abs(Math.abs(x) - half) < 1

const coasts = new WeakMap<RenderFeature, RenderFeature>()

/** The outline of a piece of land without the edges that run along the cut. */
export function coastOf(land: RenderFeature): RenderFeature {
  let coast = coasts.get(land)
  if (coast === undefined) coasts.set(land, (coast = withoutCut(land)))
  return coast
}

function withoutCut(land: RenderFeature): RenderFeature {
  const from = land.getFlatCoordinates()
  const flat: number[] = []
  const ends: number[] = []
  let start = 0
  for (const end of (land.getEnds() as number[] | number[][]).flat()) {
    let open = false
    for (let i = start; i + 3 < end; i += 2) {
      const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] = [from[i], from[i + 1], from[i + 2], from[i + 3]]
      if (onCut(x1) && onCut(x2)) {
        if (open) ends.push(flat.length)
        open = false
        continue
      }
      if (!open) flat.push(x1, y1)
      flat.push(x2, y2)
      open = true
    }
    if (open) ends.push(flat.length)
    start = end
  }
  return new RenderFeature('MultiLineString', flat, ends, 2, {}, undefined)
}

/** The places of marks, boxes and letters, told to OpenLayers: names of the basemap and of the layers are not written over them. */
import type { FrameState } from 'ol/Map.js'
import { getCenter } from 'ol/extent.js'
import RBush from 'rbush'
import type { Annotation } from '../../../../electron/contract/annotation.ts'
import { halfWorldM } from '../../../document/geodesy/mercator.ts'
import { type Placement, samePlacement } from '../../labels/placement.ts'
import { textEra } from '../../labels/textSize.ts'
import type { Shown } from '../annotationFeatures.ts'
import type { PixelBox } from '../editing/boxes.ts'
import { labelPart, partsOf } from '../editing/parts.ts'
import { shapeName, uprightBox } from '../shapeName.ts'

/** The layers that look after one another's names share this group. */
const group = 'true'

type Tree = NonNullable<FrameState['declutter']>[string]
type Entry = ReturnType<Tree['all']>[number]

/**
 * @param placementOf where the name of an annotation stands
 * @param boxesOf what is covered, in CSS pixels from its place
 */
export function obstaclesIn(
  frameState: FrameState,
  shown: readonly Shown[],
  placementOf: (id: string) => Placement | null,
  boxesOf: (one: Shown, placement: Placement | null) => readonly PixelBox[] = obstacleBoxes,
): void {
  const { declutter, extent, pixelRatio, viewState } = frameState
  if (declutter === null || declutter === undefined || extent === null) return
  const tree = (declutter[group] ??= new RBush<Entry>(9))
  const [west = 0, south = 0, east = 0, north = 0] = extent
  const scale = pixelRatio / viewState.resolution
  const marginM = 300 * viewState.resolution
  const [middle = 0] = getCenter(extent)
  const entries: Entry[] = []
  for (const one of shown) {
    const placement = placementOf(one.annotation.id)
    const at = placeOf(one, placement)
    if (at === null) continue
    // The turn of the world that is nearest to the middle of the view.
    const x = at[0] + 2 * halfWorldM * Math.round((middle - at[0]) / (2 * halfWorldM))
    if (x < west - marginM || x > east + marginM || at[1] < south - marginM || at[1] > north + marginM) continue
    const [px, py] = [(x - west) * scale, (north - at[1]) * scale]
    for (const box of boxesOf(one, placement)) {
      const { left, top, right, bottom } = viewState.rotation === 0 ? box : squared(box)
      entries.push({
        minX: px + left * pixelRatio,
        minY: py + top * pixelRatio,
        maxX: px + right * pixelRatio,
        maxY: py + bottom * pixelRatio,
        value: one.feature,
      })
    }
  }
  tree.load(entries)
}

/** Where its letters stand: its place, or the anchor of its name. */
function placeOf({ annotation, feature }: Shown, placement: Placement | null): readonly [number, number] | null {
  const name = shapeName(annotation, placement)
  if (name !== null || annotation.geometry.type !== 'Point') return name?.anchor ?? null
  const extent = feature.getGeometry()?.getExtent()
  if (extent === undefined) return null
  const [x = 0, y = 0] = getCenter(extent)
  return [x, y]
}

type Known = { placement: Placement | null; boxes: PixelBox[]; era: number }
const known = new WeakMap<Annotation, Known>()

/** Marks, boxes and letters, in CSS pixels from the place. Worked out once for each annotation and each place of its name. */
function obstacleBoxes(shown: Shown, placement: Placement | null): PixelBox[] {
  const before = known.get(shown.annotation)
  if (before?.era === textEra() && samePlacement(before.placement, placement)) return before.boxes
  const boxes = computeBoxes(shown, placement)
  known.set(shown.annotation, { placement, boxes, era: textEra() })
  return boxes
}

function computeBoxes({ annotation }: Shown, placement: Placement | null): PixelBox[] {
  const { kind } = annotation.properties
  if (kind === 'image') return []
  if (annotation.geometry.type === 'Point' && kind !== 'circle' && kind !== 'rings') {
    const name = labelPart(annotation, placement)
    return [...partsOf(annotation).map(({ box }) => box), ...(name === null ? [] : [name.box])]
  }
  const name = shapeName(annotation, placement)
  return name === null ? [] : [uprightBox(name)]
}

/** For a map that is turned: as wide as high, about the same middle. */
function squared({ left, top, right, bottom }: PixelBox): PixelBox {
  const reach = Math.hypot(Math.max(-left, right), Math.max(-top, bottom))
  return { left: -reach, top: -reach, right: reach, bottom: reach }
}

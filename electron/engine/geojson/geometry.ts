/** From what was read of a geometry object to drawable parts: checks the nesting against the type, names the parts, repairs what can be repaired. */
import { geometryTypes } from '../../contract/layer.ts'
import type { LayerBuilder } from '../store/layerBuilder.ts'
import { holePart, linePart, outerRingPart, pointPart } from '../store/layerStore.ts'
import { halfWorld, toLon } from '../store/mercator.ts'
import { firstOfGroup } from './coordinates.ts'
import type { Region } from './region.ts'
import { repair, type Shape } from './repair.ts'

export const collection = geometryTypes.indexOf('GeometryCollection')

/** Arrays around a position, and what its parts are, by geometry type. */
const forms = geometryTypes.map((type) => ({
  type,
  depth: type.startsWith('Multi')
    ? type === 'MultiPolygon'
      ? 3
      : type === 'MultiLineString'
        ? 2
        : 1
    : type === 'Polygon'
      ? 2
      : type === 'LineString'
        ? 1
        : 0,
  part: type.endsWith('Point') ? pointPart : type.endsWith('LineString') ? linePart : outerRingPart,
}))

const world = { half: Math.round(halfWorld), pole: Math.round(halfWorld) }

/**
 * Gives the parts of a region their kinds. The region must be the last thing in the builder.
 *
 * @param kind index of the geometry type
 * @param place line and column for what is wrong with the geometry as a whole
 */
export function finishParts(builder: LayerBuilder, region: Region, kind: number, place: { line: number; column: number }): void {
  const form = forms[kind]
  if (form === undefined || region.fault !== null || region.isEmpty) return
  if (region.positionDepth !== form.depth) {
    const how = region.positionDepth > form.depth ? 'too deeply' : 'not deeply enough'
    region.fault = { message: `Its coordinates are nested ${how} for a ${form.type}.`, ...place }
    return
  }
  if (form.part !== pointPart && needsRepair(builder, region, form.part)) rebuild(builder, region, form.part, place)
  else setKinds(builder, region, form.part)
}

function setKinds(builder: LayerBuilder, region: Region, part: number): void {
  for (let i = region.part; i < region.partEnd; i++) {
    builder.partKinds[i] = part === outerRingPart && builder.partKinds[i] !== firstOfGroup ? holePart : part
  }
}

/** Whether there is a line or ring that is too short, not closed, or steps over more than half the world. */
function needsRepair(builder: LayerBuilder, region: Region, part: number): boolean {
  const { xy, partEnds } = builder
  const isRing = part === outerRingPart
  const canJump = region.extent.east - region.extent.west > 180
  let from = region.vertex
  for (let i = region.part; i < region.partEnd; i++) {
    const to = partEnds[i] as number
    if (to - from < (isRing ? 4 : 2)) return true
    if (isRing && (xy[from * 2] !== xy[to * 2 - 2] || xy[from * 2 + 1] !== xy[to * 2 - 1])) return true
    if (canJump)
      for (let v = from + 1; v < to; v++) if (Math.abs((xy[v * 2] as number) - (xy[v * 2 - 2] as number)) > world.half) return true
    from = to
  }
  return false
}

function rebuild(builder: LayerBuilder, region: Region, part: number, place: { line: number; column: number }): void {
  const { shape, repairs } = repair(shapeOf(builder, region, part), world)
  builder.truncate(region.vertex, region.part)
  for (const line of shape.lines) addPart(builder, line, linePart)
  for (const rings of shape.polygons) for (const [i, ring] of rings.entries()) addPart(builder, ring, i === 0 ? outerRingPart : holePart)
  region.end(builder)
  region.rebuilt = true
  const count = repairs.droppedRing === 1 ? 'one position' : `${repairs.droppedRing} positions`
  if (repairs.closedRing) region.note('A ring was not closed; it was closed.')
  if (region.isEmpty) {
    if (repairs.droppedRing > 0) region.fault = { message: `A ring has only ${count}; it needs four.`, ...place }
    else if (repairs.droppedLine) region.fault = { message: 'A line has only one position; it needs two.', ...place }
    return
  }
  if (repairs.droppedRing > 0) region.note(`A ring has only ${count}, where four are needed; it was left out.`)
  if (repairs.droppedLine) region.note('A line has only one position, where two are needed; it was left out.')
  measure(builder, region)
}

function shapeOf(builder: LayerBuilder, region: Region, part: number): Shape {
  const shape: Shape = { points: [], lines: [], polygons: [] }
  let from = region.vertex
  for (let i = region.part; i < region.partEnd; i++) {
    const to = builder.partEnds[i] as number
    const line: number[][] = []
    for (let v = from; v < to; v++) line.push([builder.xy[v * 2] as number, builder.xy[v * 2 + 1] as number])
    if (part === linePart) shape.lines.push(line)
    else if (builder.partKinds[i] === firstOfGroup) shape.polygons.push([line])
    else shape.polygons.at(-1)?.push(line)
    from = to
  }
  return shape
}

function addPart(builder: LayerBuilder, line: number[][], kind: number): void {
  builder.reserveVertices(line.length)
  for (const [x, y] of line) {
    const v = builder.vertexCount++
    builder.xy[v * 2] = Math.round(x as number)
    builder.xy[v * 2 + 1] = Math.round(y as number)
  }
  builder.endPart(kind)
}

/** Longitudes may have changed by a cut; latitudes have not. To a centimetre. */
function measure(builder: LayerBuilder, region: Region): void {
  let west = Infinity
  let east = -Infinity
  for (let v = region.vertex; v < region.vertexEnd; v++) {
    const x = builder.xy[v * 2] as number
    if (x < west) west = x
    if (x > east) east = x
  }
  region.extent.west = degreesOf(west)
  region.extent.east = degreesOf(east)
}

/** Rounded to what fixed point holds, and no further than the antimeridian. */
export function degreesOf(x: number): number {
  return Math.min(180, Math.max(-180, Math.round(toLon(x) * 1e7) / 1e7))
}

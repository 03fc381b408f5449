/**
 * Makes files to measure with: one third points, one third lines of 15–25 vertices, one third polygons of 25–35, five attributes each, scattered over central Europe. The same
 * count gives the same bytes. 100,000 features are 50 MB. Places are given to a metre: a million features then still fit into one string, without which most other
 * programs cannot open them at all.
 *
 *     node tests/bench/generate.ts COUNT FILE
 */
import { createWriteStream } from 'node:fs'
import { once } from 'node:events'

export const extent = { west: 5, south: 47, east: 20, north: 53 } as const

const kinds = ['road', 'river', 'border', 'base', 'depot', 'school', 'field', 'forest'] as const
const words = ['north', 'south', 'upper', 'lower', 'new', 'old', 'great', 'little', 'red', 'white'] as const

/** Numbers from 0 to below 1, the same ones for the same seed (Steele and Vigna 2021, mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), state | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
}

type Spread = { west: number; south: number; east: number; north: number }

/** One feature as GeoJSON text. @param scale of lines and polygons: 1 for some kilometres */
export function featureText(index: number, random: () => number, area: Spread = extent, scale = 1): string {
  const lon = area.west + random() * (area.east - area.west)
  const lat = area.south + random() * (area.north - area.south)
  const properties = `{"id":${index},"name":"${words[Math.floor(random() * 10)]} ${words[Math.floor(random() * 10)]} ${index}","kind":"${kinds[Math.floor(random() * 8)]}","value":${(random() * 1000).toFixed(3)},"year":${1950 + Math.floor(random() * 75)}}`
  return `{"type":"Feature","properties":${properties},"geometry":${geometryText(index % 3, lon, lat, random, scale)}}`
}

function geometryText(shape: number, lon: number, lat: number, random: () => number, scale: number): string {
  if (shape === 0) return `{"type":"Point","coordinates":[${text(lon)},${text(lat)}]}`
  if (shape === 1) {
    const positions: string[] = []
    let [x, y] = [lon, lat]
    let heading = random() * 2 * Math.PI
    for (let left = 15 + Math.floor(random() * 11); left > 0; left--) {
      positions.push(`[${text(x)},${text(y)}]`)
      heading += (random() - 0.5) * 1.2
      x += Math.cos(heading) * 0.003 * scale
      y += Math.sin(heading) * 0.002 * scale
    }
    return `{"type":"LineString","coordinates":[${positions.join(',')}]}`
  }
  const corners = 25 + Math.floor(random() * 11)
  const radius = (0.004 + random() * 0.012) * scale
  const ring = Array.from({ length: corners }, (_, corner) => {
    const angle = (corner / corners) * 2 * Math.PI
    const r = radius * (0.75 + random() * 0.5)
    return `[${text(lon + r * Math.cos(angle))},${text(lat + r * 0.65 * Math.sin(angle))}]`
  })
  return `{"type":"Polygon","coordinates":[[${[...ring, ring[0]].join(',')}]]}`
}

const text = (degrees: number): string => degrees.toFixed(5)

/** Writes a file. @param count of features */
export async function generate(count: number, file: string, seed = 1): Promise<void> {
  const random = seeded(seed)
  const out = createWriteStream(file)
  out.write('{"type":"FeatureCollection","features":[\n')
  const batch = 1_000
  for (let first = 0; first < count; first += batch) {
    const features = Array.from({ length: Math.min(batch, count - first) }, (_, i) => featureText(first + i, random))
    if (!out.write((first === 0 ? '' : ',\n') + features.join(',\n'))) await once(out, 'drain')
  }
  out.end('\n]}\n')
  await once(out, 'finish')
}

if (import.meta.main) {
  const [count, file] = process.argv.slice(2)
  if (count === undefined || file === undefined) throw new Error('COUNT and FILE are wanted.')
  await generate(Number(count), file)
}

/** A layer of everything: features of all kinds, scattered by a seed; and cuts of it, read back. */
import type { CutRequest } from '../../../../electron/contract/cut.ts'
import { cut } from '../../../../electron/engine/cut/cut.ts'
import type { OpenLayer } from '../../../../electron/engine/sources.ts'
import { type Piece, PieceReader } from '../../../../renderer/map/painter/pieces.ts'
import { featureText, seeded } from '../../../bench/generate.ts'
import { collection, feature } from '../layer.ts'

const area = { west: 40, south: 30, east: 48, north: 36 }

/** Points, lines and polygons of many sizes, and every tenth feature something of several parts, with a hole, or without a geometry. */
export function scattered(count: number, seed: number): string {
  const random = seeded(seed)
  const at = (): [number, number] => [area.west + random() * 8, area.south + random() * 6]
  const ring = ([lon, lat]: [number, number], size: number): number[][] => [
    [lon, lat],
    [lon + size, lat],
    [lon + size, lat + size],
    [lon, lat + size],
    [lon, lat],
  ]
  return collection(
    ...Array.from({ length: count }, (_, index) => {
      const scale = 10 ** (random() * 4 - 2)
      const middle = at()
      const properties = { kind: ['road', 'base', 'depot'][index % 3] }
      switch (index % 20) {
        case 3:
          return feature({ type: 'MultiPoint', coordinates: [at(), at(), middle, middle] }, properties)
        case 7:
          return feature(
            {
              type: 'MultiPolygon',
              coordinates: [
                [ring(middle, scale / 10), ring([middle[0] + scale / 40, middle[1] + scale / 40], scale / 20)],
                [ring(at(), 1e-6)],
              ],
            },
            properties,
          )
        case 11:
          return feature(
            {
              type: 'GeometryCollection',
              geometries: [
                { type: 'Point', coordinates: at() },
                { type: 'LineString', coordinates: [middle, at()] },
              ],
            },
            properties,
          )
        case 15:
          return feature(null, properties)
        default:
          return featureText(index, random, area, scale)
      }
    }),
  )
}

export type Cut = { bytes: Uint8Array<ArrayBuffer>[]; pieces: Piece[] }

const { signal } = new AbortController()

export async function cutOf(open: OpenLayer, request: Partial<CutRequest> & Pick<CutRequest, 'box' | 'resolution'>): Promise<Cut> {
  const bytes: Uint8Array<ArrayBuffer>[] = []
  await cut(open, { reachPx: 0, filter: '', classes: null, ...request }, { signal, send: (piece) => bytes.push(piece) })
  const reader = new PieceReader()
  return { bytes, pieces: bytes.flatMap((piece) => [...reader.take(piece)]) }
}

export type Shape = { id: number; classIndex: number; parts: { kind: number; xy: number[] }[] }

export function shapesOf({ pieces }: Cut): Shape[] {
  return pieces.flatMap((piece) => {
    let part = 0
    return Array.from({ length: piece.features }, (_, index): Shape => {
      const parts: Shape['parts'] = []
      for (; part < (piece.partEnds[index] ?? 0); part++) {
        const from = part === 0 ? 0 : (piece.vertexEnds[part - 1] ?? 0)
        parts.push({ kind: piece.partKinds[part] ?? -1, xy: [...piece.xy.subarray(from * 2, (piece.vertexEnds[part] ?? 0) * 2)] })
      }
      return { id: piece.ids[index] ?? -1, classIndex: piece.classes[index] ?? -1, parts }
    })
  })
}

/** Metres of EPSG:3857. */
export function metres(lon: number, lat: number): [number, number] {
  const radius = 6_378_137
  return [(lon * Math.PI * radius) / 180, radius * Math.log(Math.tan(Math.PI / 4 + (lat * Math.PI) / 360))]
}

/** A picture of so many pixels. */
export function pictureAt(lon: number, lat: number, resolution: number, width = 800, height = 600): Pick<CutRequest, 'box' | 'resolution'> {
  const [x, y] = metres(lon, lat)
  return {
    box: [x - (width / 2) * resolution, y - (height / 2) * resolution, x + (width / 2) * resolution, y + (height / 2) * resolution],
    resolution,
  }
}

/** Addresses under `map://`, the only scheme the window can read. One host, so that everything is one origin. */
import { z } from './schema.ts'
import { SourceId } from './layer.ts'

export const scheme = 'map'
export const origin = 'map://cartouche'

export const basemapArchives = ['world.pmtiles', 'iraq.pmtiles'] as const

export const appAddress = `${origin}/app/index.html`
/** The page that draws pages, in a window that nobody sees. */
export const exportAddress = `${origin}/app/export.html`
export const basemapAddress = (archive: (typeof basemapArchives)[number]): string => `${origin}/basemap/${archive}`
/** `{z}/{x}/{y}` in XYZ order. */
export const reliefTileAddress = (z: number, x: number, y: number): string => `${origin}/relief/${z}/${x}/${y}`
export const featuresAddress = (source: SourceId, contentKey: string): string =>
  `${origin}/layer/${source}/features?v=${encodeURIComponent(contentKey)}`

/** Answers a `CutRequest` (POST, JSON) with the pieces of a cut. */
export const cutAddress = (source: SourceId): string => `${origin}/layer/${source}/cut`

export type Address =
  | { kind: 'app'; path: string }
  | { kind: 'basemap'; archive: (typeof basemapArchives)[number] }
  | { kind: 'relief'; z: number; x: number; y: number }
  | { kind: 'features' | 'cut'; source: SourceId }

/** Written in one way only, and inside of the world. */
const Count = z
  .string()
  .regex(/^(0|[1-9]\d{0,7})$/)
  .transform(Number)
const Tile = z.tuple([Count, Count, Count]).refine(([z, x, y]) => z <= 24 && x < 2 ** z && y < 2 ** z)

/** Decodes an address, or gives null for one that does not exist. Paths cannot climb: a segment is never `..`. */
export function parseAddress(text: string): Address | null {
  const url = URL.canParse(text) ? new URL(text) : null
  if (url === null || url.protocol !== `${scheme}:` || url.host !== 'cartouche' || url.username !== '' || url.password !== '') return null
  const [room, ...rest] = url.pathname.slice(1).split('/').map(decode)
  if (rest.some((segment) => segment === '' || segment === '..' || segment === '.' || /[/\\\0]/.test(segment))) return null
  if (room === 'app' && rest.length > 0) return { kind: 'app', path: rest.join('/') }
  if (room === 'basemap' && rest.length === 1) {
    const archive = basemapArchives.find((name) => name === rest[0])
    return archive === undefined ? null : { kind: 'basemap', archive }
  }
  if (room === 'relief') {
    const tile = Tile.safeParse(rest)
    return tile.success ? { kind: 'relief', z: tile.data[0], x: tile.data[1], y: tile.data[2] } : null
  }
  if (room === 'layer' && rest.length === 2 && (rest[1] === 'features' || rest[1] === 'cut')) {
    const source = SourceId.safeParse(rest[0])
    return source.success ? { kind: rest[1], source: source.data } : null
  }
  return null
}

function decode(segment: string): string {
  try {
    return decodeURIComponent(segment)
  } catch {
    return '..'
  }
}

/** Answers `map://` requests: the window's own pages, basemap archives by byte range, relief tiles and the features of layers. Plain Node, no Electron. */
import { createReadStream } from 'node:fs'
import { open, stat } from 'node:fs/promises'
import { extname, join, normalize, sep } from 'node:path'
import { Readable } from 'node:stream'
import { type Address, parseAddress } from '../contract/addresses.ts'
import { CutRequest } from '../contract/cut.ts'
import type { SourceId } from '../contract/layer.ts'
import { RefusalError } from '../contract/refusal.ts'
import { parseByteRange } from './byteRange.ts'
import { type PieceSource, streamOfPieces } from './pieceStream.ts'

export type MapProtocolParts = {
  /** Folder of the built renderer. */
  appFolder: string
  /** Folder of the basemap archives. */
  basemapFolder: string
  reliefTile(z: number, x: number, y: number): Uint8Array<ArrayBuffer> | null
  /** @throws RefusalError */
  features(source: SourceId): Promise<Uint8Array>
  /** The pieces of a cut. @throws RefusalError, CancelledError */
  cut(source: SourceId, request: CutRequest, ...pieces: Parameters<PieceSource>): Promise<unknown>
}

/**
 * The page may load its own files and nothing else. `img-src` has `blob:` and `data:` for pictures that OpenLayers and the export draw themselves.
 * No `unsafe-inline`, no `unsafe-eval`.
 */
export const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "font-src 'self'",
  "img-src 'self' data: blob:",
  "connect-src 'self'",
  "worker-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')

const mediaTypes: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.json': 'application/json',
  '.pmtiles': 'application/vnd.pmtiles',
}

/** @returns a function from a request to its response; it never throws */
export function createMapProtocol(parts: MapProtocolParts): (request: Request) => Promise<Response> {
  return async (request) => {
    try {
      return await answer(parts, request)
    } catch (error) {
      if (error instanceof RefusalError) return Response.json(error.refusal, { status: 422, headers: baseHeaders })
      return plain(isMissing(error) ? 404 : 500)
    }
  }
}

const baseHeaders = { 'Content-Security-Policy': contentSecurityPolicy, 'X-Content-Type-Options': 'nosniff' }

/** A path through a file, or longer than the system's, leads nowhere as well. */
const isMissing = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && ['ENOENT', 'ENOTDIR', 'ENAMETOOLONG'].includes(String(error.code))

async function answer(parts: MapProtocolParts, request: Request): Promise<Response> {
  const address = parseAddress(request.url)
  if (address?.kind === 'cut') return answerCut(parts, address, request)
  if (request.method !== 'GET' && request.method !== 'HEAD') return plain(405, { Allow: 'GET, HEAD' })
  switch (address?.kind) {
    case 'app':
      return sendFile(inside(parts.appFolder, address.path), request)
    case 'basemap':
      return sendFile(join(parts.basemapFolder, address.archive), request)
    case 'relief': {
      const tile = parts.reliefTile(address.z, address.x, address.y)
      return tile === null ? plain(404) : bytes(request, tile, 'image/webp', 'public, max-age=31536000, immutable')
    }
    case 'features':
      return bytes(request, (await parts.features(address.source)) as Uint8Array<ArrayBuffer>, 'application/geo+json', 'no-store')
    case undefined:
      return plain(404)
  }
}

/** What is asked for may be longer than an address: it is the body of the request. */
async function answerCut(
  parts: MapProtocolParts,
  { source }: Extract<Address, { kind: 'cut' | 'features' }>,
  request: Request,
): Promise<Response> {
  if (request.method !== 'POST') return plain(405, { Allow: 'POST' })
  const wanted = CutRequest.safeParse(await request.json().catch(() => null))
  if (!wanted.success) return plain(400)
  const body = await streamOfPieces((signal, onPiece) => parts.cut(source, wanted.data, signal, onPiece), request.signal)
  return new Response(body, { headers: { ...baseHeaders, 'Content-Type': 'application/octet-stream', 'Cache-Control': 'no-store' } })
}

/** `parseAddress` already refuses segments that climb; this holds even if it one day does not. */
function inside(folder: string, path: string): string {
  const full = normalize(join(folder, path))
  if (!full.startsWith(normalize(folder) + sep)) throw Object.assign(new Error('outside'), { code: 'ENOENT' })
  return full
}

async function sendFile(path: string, request: Request): Promise<Response> {
  const status = await stat(path)
  if (!status.isFile()) return plain(404)
  const etag = `"${status.size.toString(36)}-${Math.trunc(status.mtimeMs).toString(36)}"`
  const headers: Record<string, string> = {
    ...baseHeaders,
    'Content-Type': mediaTypes[extname(path)] ?? 'application/octet-stream',
    'Accept-Ranges': 'bytes',
    'Cache-Control': 'no-cache',
    ETag: etag,
  }
  if (request.headers.get('if-none-match') === etag) return new Response(null, { status: 304, headers })
  const ifRange = request.headers.get('if-range')
  // RFC 9110 §14.2: ranges are for GET.
  const asked = request.method === 'GET' && (ifRange === null || ifRange === etag) ? request.headers.get('range') : null
  const range = parseByteRange(asked, status.size)
  if (range === 'unsatisfiable')
    return new Response(null, { status: 416, headers: { ...headers, 'Content-Range': `bytes */${status.size}` } })
  if (request.method === 'HEAD') return new Response(null, { headers: { ...headers, 'Content-Length': String(status.size) } })
  if (range === null) {
    const body = Readable.toWeb(createReadStream(path)) as ReadableStream<Uint8Array>
    return new Response(body, { headers: { ...headers, 'Content-Length': String(status.size) } })
  }
  return new Response(await readRange(path, range.start, range.end), {
    status: 206,
    headers: {
      ...headers,
      'Content-Range': `bytes ${range.start}-${range.end}/${status.size}`,
      'Content-Length': String(range.end - range.start + 1),
    },
  })
}

/** Archive readers ask for pieces of a few kilobytes; one read is faster than a stream, and larger ones are streamed. */
async function readRange(path: string, start: number, end: number): Promise<Uint8Array<ArrayBuffer> | ReadableStream<Uint8Array>> {
  const length = end - start + 1
  if (length > 4 * 1024 * 1024) return Readable.toWeb(createReadStream(path, { start, end })) as ReadableStream<Uint8Array>
  const file = await open(path, 'r')
  try {
    const buffer = new Uint8Array(length)
    const { bytesRead } = await file.read(buffer, 0, length, start)
    return buffer.subarray(0, bytesRead)
  } finally {
    await file.close()
  }
}

function bytes(request: Request, body: Uint8Array<ArrayBuffer>, type: string, cache: string): Response {
  return new Response(request.method === 'HEAD' ? null : body, {
    headers: { ...baseHeaders, 'Content-Type': type, 'Content-Length': String(body.byteLength), 'Cache-Control': cache },
  })
}

const plain = (status: number, headers: Record<string, string> = {}): Response =>
  new Response(null, { status, headers: { ...baseHeaders, ...headers } })

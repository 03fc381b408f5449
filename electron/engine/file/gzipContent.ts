/**
 * A layer that is compressed with gzip (RFC 1952; members that follow one another are one text, §2.2). It is unpacked once, while it is read for the first
 * time, into a file of the cache: attributes are read from there, since nothing can be found in the middle of compressed data.
 */
import { mkdir, open, rename, rm, statfs } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { pipeline, Readable } from 'node:stream'
import { setTimeout as pause } from 'node:timers/promises'
import { constants, createGunzip, type Gunzip, gunzipSync } from 'node:zlib'
import { RefusalError } from '../../contract/refusal.ts'
import { ContentHash } from './contentHash.ts'
import { BrokenContent, type ContentPiece, headOf, type LayerContent } from './layerContent.ts'
import { type FileState, isSame, type LayerFile, openLayerFile, stateOf } from './layerFile.ts'
import { padding, piecesOf } from './pieces.ts'
import { type ByteRanges, rangesOf, type RangeReader } from './ranges.ts'

/** Bytes of text that are handed on at once. */
const chunkSize = 256 * 1024

/** Compressed bytes that are unpacked at once: what the last ones of a damaged file held is lost with them. */
const feedSize = 16 * 1024

/** Text may always be this long; and beyond it this many times as long as the file. Layers are 4 to 30 times as long, a made-up bomb up to 1,032 times. */
const harmless = 256 * 2 ** 20
const ratioLimit = 100

/** What unpacking leaves free on the disk. */
const freeLimit = 2 ** 30
/** Bytes of text after which the disk is asked again how much is free. */
const askAfter = 64 * 2 ** 20

export const isGzip = (head: Uint8Array): boolean => head[0] === 0x1f && head[1] === 0x8b

export class GzipContent implements LayerContent {
  readonly file: LayerFile
  readonly packing = 'gzip'
  private readonly textPath: string
  /** Bytes of text, once it is unpacked. */
  private textLength: number | null = null
  private hash = new ContentHash()
  private key: Promise<string> | null = null

  /** @param textPath where the text goes; its folder is made */
  constructor(file: LayerFile, textPath: string) {
    this.file = file
    this.textPath = textPath
  }

  /** @throws BrokenContent */
  async head(): Promise<Uint8Array> {
    try {
      return gunzipSync(await headOf(this.file), { finishFlush: constants.Z_SYNC_FLUSH })
    } catch (error) {
      throw broken(error)
    }
  }

  async *pieces(signal: AbortSignal): AsyncGenerator<ContentPiece> {
    if (this.textLength === null) yield* this.unpack(signal)
    else yield* this.readText(signal, this.textLength)
  }

  contentKey(): Promise<string> {
    return (this.key ??= this.hash.finish())
  }

  async ranges(): Promise<ByteRanges> {
    return new UnpackedRanges(this.file, this.textPath, await stateOf(this.textPath))
  }

  /** Unpacks, and keeps the text; of a file that is broken or given up, what came before. */
  private async *unpack(signal: AbortSignal): AsyncGenerator<ContentPiece> {
    this.hash = new ContentHash()
    this.key = null
    await mkdir(dirname(this.textPath), { recursive: true })
    const temporary = join(dirname(this.textPath), `text-${Date.now().toString(36)}-${Math.random().toString(36).slice(2, 10)}.tmp`)
    const text = await open(temporary, 'wx', 0o600)
    const gunzip = createGunzip({ chunkSize })
    const progress = { done: 0 }
    const unpacked = pipeline(Readable.from(this.packedPieces(gunzip, signal, progress)), gunzip, () => undefined)
    const limits = new TextLimits(this.file, dirname(this.textPath))
    const buffer = new Uint8Array(chunkSize + padding)
    let length = 0
    try {
      for await (const chunk of unpacked as AsyncIterable<Uint8Array>) {
        await limits.check(length + chunk.length)
        const writing = text.write(chunk, 0, chunk.length, length)
        writing.catch(() => undefined)
        length += chunk.length
        buffer.set(chunk)
        yield { bytes: buffer, length: chunk.length, done: progress.done }
        await writing
      }
      this.textLength = length
    } catch (error) {
      throw broken(error)
    } finally {
      gunzip.destroy()
      await text.close()
      await rename(temporary, this.textPath).catch(async () => rm(temporary, { force: true }))
    }
  }

  private async *packedPieces(gunzip: Gunzip, signal: AbortSignal, progress: { done: number }): AsyncGenerator<Uint8Array> {
    for await (const { bytes, length } of piecesOf(this.file.handle, signal)) {
      // The piece is overwritten while parts of it still wait to be unpacked.
      const piece = bytes.slice(0, length)
      await this.hash.add(piece)
      for (let from = 0; from < length; from += feedSize) {
        yield piece.subarray(from, from + feedSize)
        progress.done += Math.min(feedSize, length - from)
      }
    }
    // The end is told by itself: told with the last bytes, it would take what they hold with it if it comes too early.
    while (gunzip.writableLength > 0 && !gunzip.destroyed) await pause(1)
  }

  private async *readText(signal: AbortSignal, textLength: number): AsyncGenerator<ContentPiece> {
    const text = await open(this.textPath, 'r')
    let read = 0
    try {
      for await (const { bytes, length } of piecesOf(text, signal)) {
        read += length
        yield { bytes, length, done: Math.round((read / textLength) * this.file.size) }
      }
    } finally {
      await text.close()
    }
  }
}

/** Text that was unpacked; when the cache has lost it, it is unpacked again. */
class UnpackedRanges implements ByteRanges {
  private readonly file: LayerFile
  private readonly textPath: string
  private state: FileState | null
  private unpacking: Promise<void> | null = null

  constructor(file: LayerFile, textPath: string, state: FileState | null) {
    this.file = file
    this.textPath = textPath
    this.state = state
  }

  async reader(windowSize?: number): Promise<RangeReader> {
    const now = await stateOf(this.textPath)
    if (now === null || this.state === null || !isSame(now, this.state)) {
      await (this.unpacking ??= this.unpackAgain().finally(() => (this.unpacking = null)))
    }
    return rangesOf(this.textPath, this.state ?? this.file.state, this.file.name).reader(windowSize)
  }

  /** @throws RefusalError when the file is gone or is not what it was */
  private async unpackAgain(): Promise<void> {
    const { path, name, state } = this.file
    const file = await openLayerFile(path)
    try {
      if (!isSame(file.state, state)) {
        throw new RefusalError({ message: `${name} has changed since it was opened.`, advice: 'Open it again.', file: path })
      }
      const pieces = new GzipContent(file, this.textPath).pieces(new AbortController().signal)
      while ((await pieces.next()).done !== true);
      this.state = await stateOf(this.textPath)
    } finally {
      await file.close()
    }
  }
}

/** Refuses what would fill the disk. */
class TextLimits {
  private readonly file: LayerFile
  private readonly folder: string
  private nextAsk = 0

  constructor(file: LayerFile, folder: string) {
    this.file = file
    this.folder = folder
  }

  /** @param length bytes of text so far @throws RefusalError */
  async check(length: number): Promise<void> {
    const { name, path, size } = this.file
    if (length > harmless && length > size * ratioLimit) {
      throw new RefusalError({
        message: `${name} unpacks to more than ${ratioLimit} times its size, which no map layer does.`,
        advice: 'It may be made to fill the disk: open it only if you know where it comes from, and unpack it yourself.',
        file: path,
      })
    }
    if (length < this.nextAsk) return
    this.nextAsk = length + askAfter
    const { bavail, bsize } = await statfs(this.folder)
    if (bavail * bsize < freeLimit) {
      throw new RefusalError({
        message: `There is not enough room on the disk to unpack ${name}.`,
        advice: 'Make room, for example with “Clear Cache”, or unpack the file elsewhere and open what comes out.',
        file: path,
      })
    }
  }
}

function broken(error: unknown): unknown {
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string' || !error.code.startsWith('Z_')) return error
  if (error.code === 'Z_BUF_ERROR') {
    return new BrokenContent('ends in the middle of its compressed data.', 'Ask for the file again, then open it.')
  }
  return error.message === 'incorrect data check' || error.message === 'incorrect length check'
    ? new BrokenContent('is damaged: what is unpacked from it does not agree with its checksum.', 'Ask for the file again, then open it.')
    : new BrokenContent('is damaged: from some place on it cannot be unpacked.', 'Ask for the file again, then open it.')
}

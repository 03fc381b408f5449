/**
 * Files of the cache: stretches of bytes with names, and a description of them. Every byte is under a checksum (CRC-32), so that a file that was damaged,
 * cut short or only half written is found out, whatever happened to it.
 *
 *     magic (16 bytes) · sections, each begun at a multiple of 8 · description (JSON) · length of the description, its checksum (2 × u32) · magic
 */
import { randomBytes } from 'node:crypto'
import { type FileHandle, open, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { crc32 } from 'node:zlib'

const magic = Buffer.from('CARTOUCHE CACHE\n', 'latin1')
const trailerLength = 8 + magic.length
/** Read and written in one go; between two the engine answers others. */
const stretch = 8 << 20

export type Section = { name: string; bytes: Uint8Array }

export type SectionFile<D> = {
  description: D
  /** @throws when there is none of this name, or it is damaged */
  read(name: string): Promise<Uint8Array<ArrayBuffer>>
  close(): Promise<void>
}

type Entry = { name: string; at: number; length: number; crc: number }

/** Ending of a file that is not written to its end yet. */
export const unfinishedEnding = '.tmp'

/**
 * Writes a file, at once or not at all: under another name first, then renamed. A crash may leave the other name behind.
 *
 * @returns bytes written @throws the file system's error
 */
export async function writeSections(path: string, description: unknown, sections: readonly Section[]): Promise<number> {
  const temporary = temporaryFor(path)
  try {
    const handle = await open(temporary, 'wx', 0o600)
    let length = 0
    try {
      length = await fill(handle, description, sections)
    } finally {
      await handle.close()
    }
    await rename(temporary, path)
    return length
  } catch (error) {
    await rm(temporary, { force: true }).catch(() => undefined)
    throw error
  }
}

/** @returns null when there is no such file, or it is not whole */
export async function openSections<D>(path: string): Promise<SectionFile<D> | null> {
  const handle = await open(path, 'r').catch(() => null)
  if (handle === null) return null
  const read = await tableOf(handle).catch(() => null)
  if (read === null) {
    await handle.close()
    return null
  }
  const { description, entries } = read
  return {
    description: description as D,
    async read(name) {
      const entry = entries.find((one) => one.name === name)
      if (entry === undefined) throw new Error(`there is no ${name} in ${path}`)
      return readChecked(handle, entry)
    },
    close: async () => handle.close(),
  }
}

/** A name for a file on its way, in the folder of its target. */
export const temporaryFor = (path: string): string => join(dirname(path), `${randomBytes(6).toString('hex')}${unfinishedEnding}`)

async function fill(handle: FileHandle, description: unknown, sections: readonly Section[]): Promise<number> {
  await write(handle, magic, 0)
  let at = magic.length
  const entries: Entry[] = []
  for (const { name, bytes } of sections) {
    const crc = await write(handle, bytes, at)
    entries.push({ name, at, length: bytes.length, crc })
    at = Math.ceil((at + bytes.length) / 8) * 8
  }
  const table = Buffer.from(JSON.stringify({ description, entries }))
  const trailer = Buffer.alloc(trailerLength)
  trailer.writeUInt32LE(table.length, 0)
  trailer.writeUInt32LE(crc32(table), 4)
  trailer.set(magic, 8)
  await write(handle, Buffer.concat([table, trailer]), at)
  return at + table.length + trailer.length
}

/** @returns the checksum of what was written */
async function write(handle: FileHandle, bytes: Uint8Array, position: number): Promise<number> {
  let crc = 0
  for (let from = 0; from < bytes.length;) {
    const part = bytes.subarray(from, from + stretch)
    const { bytesWritten } = await handle.write(part, 0, part.length, position + from)
    crc = crc32(part.subarray(0, bytesWritten), crc)
    from += bytesWritten
  }
  return crc
}

async function tableOf(handle: FileHandle): Promise<{ description: unknown; entries: Entry[] } | null> {
  const { size } = await handle.stat()
  if (size < magic.length + trailerLength) return null
  const trailer = Buffer.from(await readBytes(handle, size - trailerLength, trailerLength))
  if (!trailer.subarray(8).equals(magic)) return null
  const length = trailer.readUInt32LE(0)
  const at = size - trailerLength - length
  if (at < magic.length) return null
  const table = await readBytes(handle, at, length)
  if (crc32(table) !== trailer.readUInt32LE(4)) return null
  return JSON.parse(Buffer.from(table).toString('utf8')) as { description: unknown; entries: Entry[] }
}

/** One stretch is checked while the next one is read. */
async function readChecked(handle: FileHandle, { name, at, length, crc }: Entry): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = new Uint8Array(length)
  let sum = 0
  let unchecked = 0
  for (let from = 0; from < length; from += stretch) {
    const reading = readInto(handle, bytes.subarray(from, from + stretch), at + from)
    sum = crc32(bytes.subarray(unchecked, from), sum)
    unchecked = from
    await reading
  }
  sum = crc32(bytes.subarray(unchecked), sum)
  if (sum !== crc) throw new Error(`${name} is damaged`)
  return bytes
}

async function readBytes(handle: FileHandle, at: number, length: number): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = new Uint8Array(length)
  await readInto(handle, bytes, at)
  return bytes
}

async function readInto(handle: FileHandle, bytes: Uint8Array, position: number): Promise<void> {
  for (let from = 0; from < bytes.length;) {
    const { bytesRead } = await handle.read(bytes, from, bytes.length - from, position + from)
    if (bytesRead === 0) throw new Error('it ends too early')
    from += bytesRead
  }
}

/** Bytes that are kept in the cache beside a layer, by names: what was worked out from its attributes, and is worth not working out again. */
import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { openSections, writeSections } from './sectionFile.ts'

export interface Blobs {
  /** @returns bytes kept under a name for exactly this content of the file by this version of the program; null when there are none, or they are damaged */
  read(name: string): Promise<Uint8Array<ArrayBuffer> | null>
  /** Keeps bytes under a name, in place of those that were there. Never throws: a cache that cannot be written is none. */
  write(name: string, bytes: Uint8Array): Promise<void>
}

/** For layers that are not kept: small ones, and where there is no cache. */
export const noBlobs: Blobs = { read: async () => null, write: async () => undefined }

type Description = { name: string; contentKey: string; version: string }

/** @param written is told that the cache has grown */
export function blobsIn(folder: string, contentKey: string, version: string, written: () => void): Blobs {
  const fileOf = (name: string): string => join(folder, `blob-${createHash('sha256').update(name).digest('hex').slice(0, 24)}`)
  return {
    async read(name) {
      const file = await openSections<Description>(fileOf(name))
      if (file === null) return null
      try {
        const { description } = file
        const isOurs = description.name === name && description.contentKey === contentKey && description.version === version
        return isOurs ? await file.read('bytes') : null
      } catch {
        return null
      } finally {
        await file.close()
      }
    },
    async write(name, bytes) {
      const description: Description = { name, contentKey, version }
      await writeSections(fileOf(name), description, [{ name: 'bytes', bytes }]).then(written, () => undefined)
    },
  }
}

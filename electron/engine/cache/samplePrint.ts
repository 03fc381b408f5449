/**
 * Where in the cache a file's layer is looked for: a fingerprint of the file's size and of a few pieces spread over it. It finds a copy of a file under
 * any name, and costs the same for every size. It proves nothing: two files may agree in it (see `cacheEntry.ts` for what is asked besides).
 */
import { createHash } from 'node:crypto'
import type { LayerFile } from '../file/layerFile.ts'

const samples = 16
const sampleSize = 4_096

/** @returns 32 hexadecimal digits */
export async function samplePrint({ handle, size }: LayerFile): Promise<string> {
  const hash = createHash('sha256').update(`${size}\n`)
  const bytes = new Uint8Array(sampleSize)
  const last = Math.max(0, size - sampleSize)
  for (let i = 0; i < samples; i++) {
    // The first and the last bytes are among them.
    const { bytesRead } = await handle.read(bytes, 0, sampleSize, Math.round((last * i) / (samples - 1)))
    hash.update(bytes.subarray(0, bytesRead))
  }
  return hash.digest('hex').slice(0, 32)
}

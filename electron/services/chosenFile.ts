/** Files that the user chose for their content: annotations as text, pictures. Read whole, up to a limit. */
import { readFile, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { RefusalError } from '../contract/refusal.ts'

const megabyte = 1024 * 1024
const maxTextMb = 64
/** As base64 in the document: 16 million characters. */
const maxImageMb = 11

/** @returns text without a byte order mark; UTF-8, or UTF-16 where the mark says so @throws RefusalError */
export async function readChosenText(path: string): Promise<string> {
  const bytes = await readChosen(path, maxTextMb, 'Add it as a layer instead.')
  const encoding = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8'
  return new TextDecoder(encoding).decode(bytes)
}

/** @returns a `data:` address that a document can hold @throws RefusalError also when it is no PNG, JPEG or WebP, whatever its name */
export async function readChosenImage(path: string): Promise<string> {
  const bytes = await readChosen(path, maxImageMb, 'Make it smaller first; 2,000 pixels across are plenty for a page.')
  const type = imageTypeOf(bytes)
  if (type === null) {
    throw new RefusalError({
      message: `${basename(path)} is not a PNG, JPEG or WebP picture.`,
      advice: 'Save it in one of these formats and choose it again.',
      file: basename(path),
    })
  }
  return `data:image/${type};base64,${bytes.toString('base64')}`
}

/** By content: names may say anything. */
export function imageTypeOf(bytes: Uint8Array): 'png' | 'jpeg' | 'webp' | null {
  const starts = (signature: readonly number[], at = 0): boolean => signature.every((byte, index) => bytes[at + index] === byte)
  if (starts([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) return 'png'
  if (starts([0xff, 0xd8, 0xff])) return 'jpeg'
  return starts([0x52, 0x49, 0x46, 0x46]) && starts([0x57, 0x45, 0x42, 0x50], 8) ? 'webp' : null
}

async function readChosen(path: string, maxMb: number, advice: string): Promise<Buffer> {
  const file = basename(path)
  try {
    const { size } = await stat(path)
    if (size > maxMb * megabyte) {
      throw new RefusalError({ message: `${file} is larger than ${maxMb} MB.`, advice, file })
    }
    return await readFile(path)
  } catch (error) {
    if (error instanceof RefusalError) throw error
    throw new RefusalError({
      message: `${file} could not be read (${error instanceof Error && 'code' in error ? String(error.code) : 'unknown'}).`,
      advice: 'Check that it is there and that you may read it.',
      file,
    })
  }
}

import { truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { imageTypeOf, readChosenImage, readChosenText } from '../../../electron/services/chosenFile.ts'
import { temporaryFolder } from './folder.ts'

const png = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]

async function file(name: string, content: string | Uint8Array): Promise<string> {
  const path = join(await temporaryFolder(), name)
  await writeFile(path, content)
  return path
}

describe('text that was chosen', () => {
  test('comes without its byte order mark, in UTF-8 and UTF-16', async () => {
    expect(await readChosenText(await file('a.json', '\uFEFF{"a":"é"}'))).toBe('{"a":"é"}')
    const utf16 = new Uint8Array([0xff, 0xfe, 0x7b, 0x00, 0x7d, 0x00])
    expect(await readChosenText(await file('b.kml', utf16))).toBe('{}')
  })

  test('is refused by name when it is too large or not there', async () => {
    const path = await file('large.geojson', '')
    await truncate(path, 64 * 1024 * 1024 + 1)
    await expect(readChosenText(path)).rejects.toMatchObject({
      refusal: { message: 'large.geojson is larger than 64 MB.', advice: 'Add it as a layer instead.', file: 'large.geojson' },
    })
    await expect(readChosenText('/no/such/file.kml')).rejects.toMatchObject({
      refusal: { message: 'file.kml could not be read (ENOENT).' },
    })
  })
})

describe('a picture that was chosen', () => {
  test('is told by its content', () => {
    expect(imageTypeOf(new Uint8Array(png))).toBe('png')
    expect(imageTypeOf(new Uint8Array([0xff, 0xd8, 0xff, 0xe0]))).toBe('jpeg')
    expect(imageTypeOf(new TextEncoder().encode('RIFF\0\0\0\0WEBPVP8 '))).toBe('webp')
    expect(imageTypeOf(new TextEncoder().encode('<svg onload="alert(1)"/>'))).toBeNull()
    expect(imageTypeOf(new Uint8Array(0))).toBeNull()
  })

  test('becomes an address that a document can hold', async () => {
    const data = await readChosenImage(await file('map.jpg', new Uint8Array([...png, 1, 2, 3])))
    expect(data).toBe(`data:image/png;base64,${Buffer.from([...png, 1, 2, 3]).toString('base64')}`)
  })

  test('is refused when it is something else', async () => {
    await expect(readChosenImage(await file('logo.png', '<svg/>'))).rejects.toMatchObject({
      refusal: { message: 'logo.png is not a PNG, JPEG or WebP picture.' },
    })
  })
})

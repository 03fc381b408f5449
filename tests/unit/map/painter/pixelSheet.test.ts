import { describe, expect, it } from 'vitest'
import { type Ink, PixelSheet } from '../../../../renderer/map/painter/pixelSheet.ts'
import { solidAround } from '../../../../renderer/map/painter/stamp.ts'
import { seeded } from '../../../bench/generate.ts'

const red: Ink = [0.8, 0.2, 0.1, 1]
const pale: Ink = [0.8, 0.2, 0.1, 0.35]
const blue: Ink = [0.1, 0.2, 0.8, 1]

/** Small squares and lines in a crowd, with a stroke of one colour and a fill of another or the same. */
function crowd(stroke: Ink | null, fill: Ink | null, split: number): PixelSheet[] {
  const random = seeded(5)
  const sheets = Array.from({ length: split }, () => new PixelSheet(24, 24))
  for (let i = 0; i < 3_000; i++) {
    const [x, y, size] = [random() * 24, random() * 24, random() * 4]
    const xy = Float32Array.from([x, y, x + size, y, x + size, y + size, x, y + size])
    sheets[i % split]!.shape(xy, 0, fill === null ? 2 : 4, stroke, 1.5, fill)
  }
  return sheets
}

describe('small shapes in a crowd', () => {
  it('end in one colour where all are of it', () => {
    const [sheet] = crowd(red, pale, 1)
    // One premultiplied pixel of the ink.
    expect([...new Set(sheet!.pixels)].map((pixel) => pixel.toString(16))).toEqual(['ff1a33cc'])
  })

  it('go on changing where they are of two', () => {
    const sheet = new PixelSheet(4, 4)
    const square = Float32Array.from([0, 0, 4, 0, 4, 4, 0, 4])
    sheet.shape(square, 0, 4, null, 0, red)
    const before = sheet.pixels.slice()
    sheet.shape(square, 0, 4, blue, 1, pale)
    expect(sheet.pixels).not.toEqual(before)
    sheet.shape(square, 0, 4, null, 0, blue)
    expect([...new Set(sheet.pixels)].map((pixel) => pixel.toString(16))).toEqual(['ffcc331a'])
  })

  it('are painted where nothing was', () => {
    const sheet = new PixelSheet(4, 4)
    sheet.shape(Float32Array.from([0, 0, 4, 0, 4, 4, 0, 4]), 0, 4, null, 0, pale)
    expect(sheet.pixels.every((pixel) => pixel >>> 24 === 89)).toBe(true)
  })
})

describe('the solid square of a mark', () => {
  const stamp = (rows: string[]): { side: number; pixels: Uint32Array } => ({
    side: rows.length,
    pixels: Uint32Array.from(rows.join(''), (letter) => (letter === '#' ? 0xff0000ff : letter === '+' ? 0x800000ff : 0)),
  })

  it('reaches to the nearest pixel that shines through', () => {
    expect(solidAround(stamp([' ++ ', '+##+', '+##+', ' ++ ']), 2)).toBe(1)
    expect(solidAround(stamp(['####', '####', '####', '####']), 2)).toBe(2)
    expect(solidAround(stamp(['+++++', '+###+', '+###+', '+###+', '+++++']), 2.5)).toBe(1.5)
  })

  it('is none where the mark has a hole', () => {
    expect(solidAround(stamp(['####', '#  #', '#  #', '####']), 2)).toBe(0)
  })
})

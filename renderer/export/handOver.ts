/** Hands a recorded page over to main, as the bytes of its format. */
import type { ExportFormat, PictureHead } from '../../electron/contract/export.ts'
import { call } from '../bridge/index.ts'
import { bandRows, drawBands } from './picture/bands.ts'
import { deflated, Deflater } from './picture/deflate.ts'
import { blockSide, jpegHead, JpegWriter } from './picture/jpeg.ts'
import { PngRows } from './picture/pngRows.ts'
import { differenced } from './picture/tiffStrips.ts'
import type { Recording } from './recording/recording.ts'

const jpegQuality = 92
/** Small enough for programs that read a strip at a time. */
const stripPixels = 500_000

type Shape = {
  dpi: number
  credits: string[]
  /** CSS colour under the page; null for none, where a format can have none. */
  background: string | null
  /** Of a band; null for as many as are usual. */
  rows?: number | null
}

/** @returns when all of the picture was taken */
export async function handOverPicture(recording: Recording, format: Exclude<ExportFormat, 'pdf' | 'svg'>, shape: Shape): Promise<void> {
  const { width, height } = recording
  const channels = shape.background === null && format !== 'jpg' ? 4 : 3
  const stripRows = Math.max(1, Math.min(height, Math.floor(stripPixels / width)))
  const head: PictureHead = { widthPx: width, heightPx: height, channels, dpi: shape.dpi, stripRows, credits: shape.credits }
  await call('export.begin', head)
  if (format === 'png') await handOverPng(recording, channels, shape)
  else if (format === 'tif') await handOverTiff(recording, channels, stripRows, shape)
  else await handOverJpeg(recording, shape)
}

async function handOverPng(recording: Recording, channels: 3 | 4, { background, rows }: Shape): Promise<void> {
  const { width, height } = recording
  const filter = new PngRows(width, channels)
  const deflater = new Deflater(handOver)
  await drawBands(recording, rows ?? bandRows(width, height), background, async (band) => {
    await deflater.write(filter.filtered(band.pixels, band.rows))
    await tell(band, height)
  })
  await deflater.end()
}

async function handOverTiff(recording: Recording, channels: 3 | 4, stripRows: number, { background }: Shape): Promise<void> {
  const { width, height } = recording
  await drawBands(recording, bandRows(width, height, stripRows), background, async (band) => {
    for (let row = 0; row < band.rows; row += stripRows) {
      const rows = Math.min(stripRows, band.rows - row)
      const pixels = band.pixels.subarray(row * width * 4, (row + rows) * width * 4)
      await handOver(await deflated(differenced(pixels, width, rows, channels)))
    }
    await tell(band, height)
  })
}

async function handOverJpeg(recording: Recording, { background, dpi }: Shape): Promise<void> {
  const { width, height } = recording
  const writer = new JpegWriter(width, jpegQuality)
  await handOver(jpegHead(width, height, dpi, jpegQuality))
  await drawBands(recording, bandRows(width, height, blockSide), background ?? '#ffffff', async (band) => {
    await handOver(writer.rows(band.pixels, band.rows))
    await tell(band, height)
  })
  await handOver(writer.end())
}

/** A text, in pieces. */
export async function handOverText(text: string): Promise<void> {
  const bytes = new TextEncoder().encode(text)
  for (let at = 0; at < bytes.length; at += pieceBytes) await handOver(bytes.slice(at, at + pieceBytes))
}

const pieceBytes = 4 << 20

const handOver = async (bytes: Uint8Array<ArrayBuffer>): Promise<void> => void (await call('export.piece', { bytes }))

const tell = async ({ firstRow, rows }: { firstRow: number; rows: number }, height: number): Promise<void> =>
  void (await call('export.progress', { done: (firstRow + rows) / height }))

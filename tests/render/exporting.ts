/** Many exports from one window: what is asked is written into a folder, as the Export dialog would ask for it. */
import { execFile } from 'node:child_process'
import { accessSync, constants } from 'node:fs'
import { mkdir, mkdtemp, readFile } from 'node:fs/promises'
import { delimiter, join } from 'node:path'
import { promisify } from 'node:util'
import pixelmatch from 'pixelmatch'
import { PNG } from 'pngjs'
import type { MapDocument } from '../../electron/contract/document.ts'
import type { Exported, ExportSettings } from '../../electron/contract/export.ts'
import type { App } from '../e2e/app.ts'
import { answerOpen, answerSave } from '../e2e/systemDialogs.ts'

export type Wish = Partial<ExportSettings> & Pick<ExportSettings, 'format'>

export type ExportDesk = {
  document: MapDocument
  /** @returns what was written, in the order of the wishes @throws Error with the refusal's sentences */
  write: (wishes: readonly Wish[], document?: MapDocument) => Promise<Exported[]>
  folder: string
}

const plain = { page: null, size: null, portrait: false, dpi: null, worldFile: false, transparent: false, box: null } as const

/** @param own a map that the window has open: its layers are let in */
export function exportDesk(app: App, own: MapDocument, folder: string): ExportDesk {
  return {
    document: own,
    folder,
    write: async (wishes, document = own) => {
      const into = await mkdtemp(join(folder, 'exports-'))
      await mkdir(into, { recursive: true })
      const [only] = wishes
      if (wishes.length === 1 && only !== undefined) await answerSave(app, [join(into, `map.${only.format}`)])
      else await answerOpen(app, [into])
      const settings = wishes.map((wish) => ({ ...plain, ...wish }))
      const job = crypto.randomUUID()
      const outcome = await app.page.evaluate(async (argument) => window.cartouche.call('export.run', argument), {
        document,
        map: null,
        settings,
        to: 'ask' as const,
        job,
      })
      if (!outcome.ok) throw new Error('refusal' in outcome ? `${outcome.refusal.message} ${outcome.refusal.advice}`.trim() : 'Cancelled.')
      if (outcome.value === null) throw new Error('No place was chosen.')
      return outcome.value
    },
  }
}

export const readPng = async (path: string): Promise<PNG> => PNG.sync.read(await readFile(path))

export type Difference = { share: number; picture: PNG }

/** Share of the pixels that differ to the eye, up to anti-aliasing. @throws Error for pictures of two sizes */
export function differenceOf(a: PNG, b: PNG, threshold = 0.1): Difference {
  if (a.width !== b.width || a.height !== b.height) throw new Error(`${a.width} × ${a.height} pixels are not ${b.width} × ${b.height}.`)
  const picture = new PNG({ width: a.width, height: a.height })
  const different = pixelmatch(a.data, b.data, picture.data, a.width, a.height, { threshold })
  return { share: different / (a.width * a.height), picture }
}

/** A picture that the browser knows (SVG, JPEG, PNG), as it draws it. */
export async function drawnByChromium(app: App, path: string, type: string, width: number, height: number): Promise<PNG> {
  const address = `data:${type};base64,${(await readFile(path)).toString('base64')}`
  const drawn = await app.page.evaluate(
    async (given) => {
      const image = new Image()
      image.src = given.address
      await image.decode()
      const canvas = new OffscreenCanvas(given.width, given.height)
      const context = canvas.getContext('2d')
      context?.drawImage(image, 0, 0, given.width, given.height)
      const bytes = new Uint8Array(await (await canvas.convertToBlob()).arrayBuffer())
      let text = ''
      for (const byte of bytes) text += String.fromCharCode(byte)
      return btoa(text)
    },
    { address, width, height },
  )
  return PNG.sync.read(Buffer.from(drawn, 'base64'))
}

const run = promisify(execFile)

/** Whether a tool of poppler or GDAL is there: what it would look at cannot be looked at without it. */
export function isInstalled(tool: string): boolean {
  return (process.env.PATH ?? '').split(delimiter).some((folder) => {
    try {
      accessSync(join(folder, tool), constants.X_OK)
      return true
    } catch {
      return false
    }
  })
}

/** @returns what a tool prints */
export async function printed(tool: string, ...words: string[]): Promise<string> {
  const { stdout } = await run(tool, words, { maxBuffer: 64 << 20 })
  return stdout
}

/** A PDF's page as poppler draws it. */
export async function drawnByPoppler(path: string, width: number, height: number): Promise<PNG> {
  const stem = `${path}-drawn`
  await run('pdftoppm', ['-png', '-singlefile', '-scale-to-x', String(width), '-scale-to-y', String(height), path, stem])
  return readPng(`${stem}.png`)
}

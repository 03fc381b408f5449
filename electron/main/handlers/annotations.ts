/** Files of annotations and pictures that the user chooses, and the templates that he keeps. */
import { type BrowserWindow, dialog } from 'electron'
import { basename, extname } from 'node:path'
import type { Calls } from '../../contract/calls.ts'
import { RefusalError } from '../../contract/refusal.ts'
import type { Handlers } from '../../contract/table.ts'
import { readChosenImage, readChosenText } from '../../services/chosenFile.ts'
import { writeDurably } from '../../services/durableFile.ts'
import type { CallContext } from '../ipc.ts'
import type { Program } from '../program.ts'

type AnnotationCalls = Extract<keyof Calls, `annotations.${string}` | `templates.${string}` | 'image.choose'>

const formats = {
  geojson: { name: 'GeoJSON', extensions: ['geojson', 'json'] },
  kml: { name: 'KML', extensions: ['kml'] },
  csv: { name: 'CSV table', extensions: ['csv'] },
} as const

export function annotationHandlers({ templates }: Program): Pick<Handlers<Calls, CallContext>, AnnotationCalls> {
  return {
    'annotations.import': async (_argument, { window }) => {
      const path = await askForFile(window, 'Import Annotations', [
        { name: 'Annotations', extensions: [...formats.geojson.extensions, ...formats.kml.extensions] },
        { name: 'All files', extensions: ['*'] },
      ])
      return path === null ? null : { name: basename(path), text: await readChosenText(path) }
    },
    'annotations.export': async ({ suggestedName, text, kind }, { window }) => {
      const { name, extensions } = formats[kind]
      const chosen = await dialog.showSaveDialog(window, {
        title: 'Export Annotations',
        defaultPath: `${fileName(suggestedName)}.${extensions[0]}`,
        filters: [{ name, extensions: [...extensions] }],
        properties: ['createDirectory', 'showOverwriteConfirmation'],
      })
      if (chosen.canceled || chosen.filePath === '') return null
      const path = extname(chosen.filePath) === '' ? `${chosen.filePath}.${extensions[0]}` : chosen.filePath
      await write(path, text)
      return { name: basename(path) }
    },
    'image.choose': async (_argument, { window }) => {
      const path = await askForFile(window, 'Choose a Picture', [{ name: 'Pictures', extensions: ['png', 'jpg', 'jpeg', 'webp'] }])
      return path === null ? null : { name: basename(path), data: await readChosenImage(path) }
    },
    'templates.list': async () => (await templates.read()) ?? [],
    'templates.keep': async ({ templates: kept }) => {
      await templates.write(kept)
      return {}
    },
  }
}

async function askForFile(window: BrowserWindow, title: string, filters: Electron.FileFilter[]): Promise<string | null> {
  const chosen = await dialog.showOpenDialog(window, { title, properties: ['openFile'], filters })
  return chosen.filePaths[0] ?? null
}

async function write(path: string, text: string): Promise<void> {
  try {
    await writeDurably(path, text)
  } catch (error) {
    throw new RefusalError({
      message: `${basename(path)} could not be written (${error instanceof Error && 'code' in error ? String(error.code) : 'unknown'}).`,
      advice: 'Choose another folder, or check that the disk is not full.',
      file: basename(path),
    })
  }
}

const fileName = (title: string): string =>
  title
    .replaceAll(/[\\/:*?"<>|\p{Cc}]/gu, ' ')
    .trim()
    .slice(0, 100) || 'Annotations'

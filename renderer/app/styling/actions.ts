/** What is done to the style of a layer as a whole: copied, pasted, made anew, kept for its file. Each takes the layer's id. */
import type { Layer } from '../../../electron/contract/document.ts'
import type { LayerSummary, SourceRef } from '../../../electron/contract/layer.ts'
import { call } from '../../bridge/index.ts'
import { setStyle } from '../../document/commands.ts'
import { fitStyle } from '../../document/fitStyle.ts'
import { findLayer } from '../../document/layers.ts'
import { freshStyle } from '../../document/newLayer.ts'
import { currentDocument, runCommand } from '../../store/documentStore.ts'
import { notify } from '../../store/noticeStore.ts'
import { sourceOf, sourceStore, statusOf } from '../../store/sourceStore.ts'
import { copyToStyleClipboard, styleClipboard } from '../../store/styleClipboard.ts'
import { fileNameOf } from '../documents.ts'
import { report } from '../files.ts'
import { defaultStyleOf } from './defaultStyle.ts'

export function copyStyle(id: string): void {
  const layer = findLayer(currentDocument(), id)
  if (layer === null) return
  copyToStyleClipboard({ style: layer.style, from: layer.name })
  notify(`Style of ${layer.name} copied.`)
}

/** Undo takes it back; what does not fit the layer is said. */
export function pasteStyle(id: string): void {
  const layer = findLayer(currentDocument(), id)
  const { copied } = styleClipboard.getState()
  if (layer === null || copied === null) return
  const { style, misfits } = fitStyle(copied.style, layer.style, summaryOf(layer)?.fields ?? null)
  runCommand(setStyle(currentDocument(), id, style))
  notify(
    misfits.length === 0
      ? `Style of ${copied.from} pasted onto ${layer.name}.`
      : `Style of ${copied.from} pasted onto ${layer.name}, as far as it fits.`,
    misfits.join(' '),
  )
}

/** As the file looks when it is opened: as its user wished, or as the program would draw it. */
export async function resetStyle(id: string): Promise<void> {
  await withFile(id, async (layer, source, summary) => {
    const fresh = freshStyle(currentDocument(), source, summary, id)
    const own = await defaultStyleOf(source, summary, fresh)
    runCommand(setStyle(currentDocument(), id, own ?? fresh))
    notify(`Style of ${layer.name} reset${own === null ? '' : ' to the default of its file'}.`)
  })
}

/** Not a change of the document: it is kept with the program, and other maps that open the file get it too. */
export async function saveAsDefaultStyle(id: string): Promise<void> {
  await withFile(id, async (layer, source) => {
    await call('layers.keepDefaultStyle', { source: source.id, style: layer.style })
    notify(`${fileNameOf(source.path)} will look like this whenever it is opened.`, 'Maps that show it already stay as they are.')
  })
}

export async function clearDefaultStyle(id: string): Promise<void> {
  await withFile(id, async (_layer, source) => {
    const own = await call('layers.defaultStyle', { source: source.id })
    if (own !== null) await call('layers.keepDefaultStyle', { source: source.id, style: null })
    const file = fileNameOf(source.path)
    notify(own === null ? `${file} has no default style.` : `The default style of ${file} is cleared.`)
  })
}

async function withFile(id: string, work: (layer: Layer, source: SourceRef, summary: LayerSummary) => Promise<void>): Promise<void> {
  const layer = findLayer(currentDocument(), id)
  const source = layer === null ? null : sourceOf(layer.path)
  const summary = layer === null ? null : summaryOf(layer)
  if (layer === null) return
  if (source === null || summary === null) notify(`${layer.name} is not read yet.`, 'Wait for its file, or locate it, and try again.')
  else await report(async () => work(layer, source, summary))
}

function summaryOf({ path }: Layer): LayerSummary | null {
  const status = statusOf(sourceStore.getState(), path)
  return status?.state === 'ready' ? status.summary : null
}

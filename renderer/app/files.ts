/** Layer files that come in, by dialog, drop, command line or from outside: read, checked, put on the map. A file that is refused leaves nothing behind. */
import type { Admitted } from '../../electron/contract/calls.ts'
import type { BoundingBox } from '../../electron/contract/document.ts'
import type { LayerSummary, SourceRef } from '../../electron/contract/layer.ts'
import type { Refusal } from '../../electron/contract/refusal.ts'
import { call, drop } from '../bridge/index.ts'
import { addLayers } from '../document/commands.ts'
import { allLayers } from '../document/layers.ts'
import { newLayer, unionOfBoxes } from '../document/newLayer.ts'
import { currentDocument, runCommand } from '../store/documentStore.ts'
import { type NoticeAction, notifyRefusal } from '../store/noticeStore.ts'
import { selectNode } from '../store/selectionStore.ts'
import { closeSource, knowSources, readSource, refusalOf, sourceOf, wantInPart } from '../store/sourceStore.ts'
import { howMany } from './layers/words.ts'
import { defaultStyleOf } from './styling/defaultStyle.ts'
import { theMap } from './theMap.ts'

export async function chooseLayers(): Promise<void> {
  await report(async () => takeIn(await call('layers.choose', {})))
}

export async function dropFiles(files: File[]): Promise<void> {
  await report(async () => takeIn(await drop(files)))
}

/** Says what could not be opened and adds the rest as layers, topmost in their order. */
export async function takeIn({ sources, refusals }: Admitted): Promise<void> {
  for (const refusal of refusals) notifyRefusal(refusal)
  await addSources(sources)
}

/** Reads files and adds a layer for each that can be read. The map goes to them when none of it is in view. */
export async function addSources(sources: SourceRef[]): Promise<void> {
  if (sources.length === 0) return
  knowSources(sources)
  const outcomes = await Promise.all(sources.map(async (source) => ({ source, outcome: await readSource(source) })))
  const read: { source: SourceRef; summary: LayerSummary }[] = []
  for (const { source, outcome } of outcomes) {
    if (outcome !== null && 'features' in outcome) read.push({ source, summary: outcome })
    else {
      if (outcome !== null) notifyRefusal(outcome, partOffer(source, outcome))
      if (!isShown(source)) void closeSource(source.id).catch(() => undefined)
    }
  }
  if (read.length === 0) return
  const taken = currentDocument()
  const room = maxLayers - allLayers(taken).length
  if (read.length > room) {
    notifyRefusal(tooManyLayers)
    return
  }
  const layers = await Promise.all(
    read.map(async ({ source, summary }, index) => {
      const layer = newLayer(taken, source, summary, index)
      return { ...layer, style: (await defaultStyleOf(source, summary, layer.style)) ?? layer.style }
    }),
  )
  runCommand(addLayers(layers))
  selectNode(layers[0]?.id ?? null)
  const box = unionOfBoxes(read.map(({ summary }) => summary.boundingBox))
  if (box !== null) theMap()?.zoomTo(box)
}

/** A broken file may hold enough before its break. */
function partOffer(source: SourceRef, { readable }: Refusal): NoticeAction | null {
  if (readable === undefined) return null
  const run = (): void => {
    wantInPart(source)
    void report(async () => addSources([source]))
  }
  return { label: `Open what can be read (${howMany(readable, 'feature')})`, run }
}

/** Reads the files that a document's layers name. One that cannot be read keeps its layer, marked. */
export async function readLayers(sources: SourceRef[]): Promise<void> {
  knowSources(sources)
  for (const { path, inPart } of allLayers(currentDocument())) {
    const source = sourceOf(path)
    if (inPart === true && source !== null) wantInPart(source)
  }
  await Promise.all(sources.map(async (source) => readSource(source)))
}

/** The extent of every layer that was read and is not empty. */
export function extentOfLayers(summaries: (path: string) => LayerSummary | null): BoundingBox | null {
  return unionOfBoxes(allLayers(currentDocument()).map(({ path }) => summaries(path)?.boundingBox ?? null))
}

/** Does something that may be refused, and tells the user the refusal. */
export async function report(work: () => Promise<void>): Promise<void> {
  try {
    await work()
  } catch (error) {
    notifyRefusal(refusalOf(error))
  }
}

const isShown = (source: SourceRef): boolean => allLayers(currentDocument()).some(({ path }) => sourceOf(path)?.id === source.id)

/** What a document holds at most (see `MapDocument`). */
const maxLayers = 1_000

const tooManyLayers: Refusal = {
  message: `A map holds up to ${maxLayers.toLocaleString('en-US')} layers, and these would be more.`,
  advice: 'Remove layers that are not needed, or open the files in another map.',
  file: null,
  line: null,
  column: null,
}

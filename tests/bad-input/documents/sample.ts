/** A map to be damaged: two layers and a group, three annotations, as the program itself writes it. */
import type { Layer, MapDocument } from '../../../electron/contract/document.ts'
import { formatDocument } from '../../../electron/services/documentFile.ts'
import { documentOf, group, layer } from '../../unit/document/documents.ts'
import { pin } from '../../crash/drawing.ts'

const named = (id: string, name: string): Layer => layer(id, { name, path: `${id}.geojson` })

export const sample: MapDocument = {
  ...documentOf(named('roads', 'Roads'), group('g', [named('bases', 'Bases'), named('towns', 'Towns')])),
  title: 'Bases in Iraq',
  annotations: [pin(1), pin(2), pin(3)],
}

/** One item a line: the layer Roads is on line 20 or so; `lineOf` finds out. */
export const sampleText = formatDocument(sample)

/** The sample with one piece of its text replaced. */
export function replaced(what: string | RegExp, by: string): string {
  const text = sampleText.replace(what, by)
  if (text === sampleText) throw new Error(`The sample has no ${String(what)}.`)
  return text
}

/** The sample with its lines changed, one by one. */
export const byLine = (change: (line: string) => string): string => sampleText.split('\n').map(change).join('\n')

/** The sample as data, changed, and written without any line breaks. */
// oxlint-disable-next-line typescript/no-explicit-any -- a document that is bad has no type
export function changed(change: (document: Record<string, any>) => void): string {
  const copy = structuredClone(sample) as Record<string, unknown>
  change(copy)
  return JSON.stringify(copy)
}

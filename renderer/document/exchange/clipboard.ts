/** Copy and paste between documents, as GeoJSON text that other programs take too. */
import type { Annotation } from '../../../electron/contract/annotation.ts'
import { readGeoJson, writeGeoJson } from './geojson.ts'
import type { Imported } from './imported.ts'

export const copiedText = (annotations: readonly Annotation[]): string => writeGeoJson(annotations)

/**
 * @param text of the clipboard
 * @returns annotations with ids of their own, unlocked; null when the text is not meant as GeoJSON
 * @throws RefusalError when it is, and cannot be read
 */
export function pastedAnnotations(
  text: string,
  now: string = new Date().toISOString(),
  newId: () => string = () => crypto.randomUUID(),
): Imported | null {
  if (!/^\uFEFF?\s*\{/.test(text) || !/"type"\s*:/.test(text)) return null
  const { annotations, problems } = readGeoJson(text, { file: 'The clipboard', now, newId })
  return {
    annotations: annotations.map((one) => ({
      ...one,
      id: newId(),
      properties: { ...one.properties, locked: false, created: now, modified: now },
    })),
    problems,
  }
}

/** The content of a layer file, by how it is packed; which is seen from its first bytes, not from its name. */
import { GzipContent, isGzip } from './gzipContent.ts'
import { headOf, type LayerContent, PlainContent } from './layerContent.ts'
import type { LayerFile } from './layerFile.ts'

export const isPacked = async (file: LayerFile): Promise<boolean> => isGzip(await headOf(file))

/** @param textPath where packed content is unpacked to; null for content that is not packed */
export function contentOf(file: LayerFile, textPath: string | null): LayerContent {
  return textPath === null ? new PlainContent(file) : new GzipContent(file, textPath)
}

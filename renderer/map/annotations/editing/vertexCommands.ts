import type { Annotation } from '../../../../electron/contract/annotation.ts'
import type { MapDocument } from '../../../../electron/contract/document.ts'
import { setGeometry } from '../../../document/annotations/commands.ts'
import type { Command } from '../../../document/history.ts'
import { type VertexAt, withoutVertex } from './vertices.ts'

/** @returns null when the shape would have too few vertices left */
export function removeVertexCommand(document: MapDocument, { id, geometry }: Annotation, vertex: VertexAt): Command | null {
  const rest = withoutVertex(geometry, vertex)
  return rest === null ? null : setGeometry(document, id, rest)
}

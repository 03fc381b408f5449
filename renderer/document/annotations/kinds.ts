/** Which kinds of annotation a geometry can be. */
import { type Annotation, type AnnotationGeometry, type AnnotationKind, geometriesOfKind } from '../../../electron/contract/annotation.ts'

/** Whether an annotation may become another kind, with the geometry, radii and image that it has. */
export function kindFits({ geometry, properties }: Annotation, kind: AnnotationKind): boolean {
  if (kind === properties.kind) return true
  if (!takesGeometry(kind, geometry)) return false
  if (kind === 'circle') return properties.radiiM.length === 1
  if (kind === 'rings') return properties.radiiM.length > 0
  return kind !== 'image' || properties.image !== null
}

export const takesGeometry = (kind: AnnotationKind, { type }: Pick<AnnotationGeometry, 'type'>): boolean =>
  geometriesOfKind[kind].includes(type)

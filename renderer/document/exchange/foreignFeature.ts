/** Any feature, of any program, as annotations. */
import type { Annotation, AnnotationGeometry, AnnotationKind } from '../../../electron/contract/annotation.ts'
import type { LayerProblem } from '../../../electron/contract/layer.ts'
import { takesGeometry } from '../annotations/kinds.ts'
import { type AnnotationDraft, defaultStyle, newAnnotation } from '../annotations/new.ts'
import { foreignRecord, ownStyle } from './foreignRecord.ts'
import { foreignStyle } from './foreignStyle.ts'
import { repaired, skipped } from './imported.ts'
import { simpleGeometries } from './simpleGeometry.ts'

export type ForeignFeature = {
  geometry: unknown
  /** In their order. */
  attributes: ReadonlyMap<string, unknown>
  id?: string
}

/**
 * Multi-part features become several annotations with the same record.
 *
 * @param index of the feature in its file, from 0
 * @param now ISO 8601, UTC
 */
export function annotationsFrom(
  { geometry, attributes, id = '' }: ForeignFeature,
  index: number,
  now: string,
): { annotations: Annotation[]; problems: LayerProblem[] } {
  const { geometries, heightsM, faults } = simpleGeometries(geometry)
  const { draft, kind, created, modified, isCut } = foreignRecord(attributes)
  const name =
    draft.label === undefined || draft.label === '' ? `Feature ${index + 1}` : `Feature ${index + 1} (“${draft.label.slice(0, 60)}”)`
  const problems = faults.map((reason) =>
    (geometries.length === 0 ? skipped : repaired)(index, `${name} was ${geometries.length === 0 ? '' : 'partly '}left out: ${reason}.`),
  )
  if (isCut && geometries.length > 0)
    problems.push(repaired(index, `${name} has more text than an annotation takes; the end of it was left out.`))
  const annotations = geometries.map((one, part): Annotation => {
    const itsKind = kindOf(one, kind, draft)
    const height = heightsM[part] ?? null
    const annotation = newAnnotation(
      itsKind,
      { type: 'Point', coordinates: [0, 0] },
      {
        ...draft,
        style: draft.style ?? { ...defaultStyle(itsKind), ...foreignStyle(attributes, one.type), ...ownStyle(attributes.get('style')) },
        ...(height === null ? {} : { note: [draft.note ?? '', `Height: ${height} m`].filter(Boolean).join('\n').slice(0, 100_000) }),
      },
      now,
      part === 0 ? id.slice(0, 64) : '',
    )
    // Digits of a file stay as they are; only what is drawn by hand is rounded.
    return { ...annotation, geometry: one, properties: { ...annotation.properties, created: created ?? now, modified: modified ?? now } }
  })
  return { annotations, problems }
}

/** The kind that it says it is, where it can be; otherwise the plain one. */
function kindOf(geometry: AnnotationGeometry, kind: AnnotationKind | null, { radiiM = [], image = null }: AnnotationDraft): AnnotationKind {
  const isComplete = kind === 'circle' ? radiiM.length === 1 : kind === 'rings' ? radiiM.length > 0 : kind !== 'image' || image !== null
  if (kind !== null && takesGeometry(kind, geometry) && isComplete) return kind
  return geometry.type === 'Point' ? 'point' : geometry.type === 'LineString' ? 'line' : 'polygon'
}

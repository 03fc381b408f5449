import type { Annotation } from '../../../../electron/contract/annotation.ts'
import { AnnotationFeatures } from '../../../../renderer/map/annotations/annotationFeatures.ts'
import type { LabelledPoint } from '../../../../renderer/map/labels/pointLabels.ts'

/** What the placing of names is told of annotations. */
export function labelledPointsOf(...annotations: Annotation[]): LabelledPoint[] {
  const features = new AnnotationFeatures()
  features.show(annotations)
  return [...features.labelledPoints()]
}

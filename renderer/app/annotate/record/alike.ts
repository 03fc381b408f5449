/** Whether a part of the panel shows the same as before: what was done to another part draws nothing of it anew. */
import type { Annotation, AnnotationProperties } from '../../../../electron/contract/annotation.ts'

type Shown = { annotations: readonly Annotation[] }

/** @param names of the properties that are shown @returns for `memo` */
export const alikeIn =
  (names: readonly (keyof AnnotationProperties)[]) =>
  ({ annotations: before }: Shown, { annotations: now }: Shown): boolean =>
    before === now ||
    (before.length === now.length &&
      before.every(({ id, geometry, properties }, index) => {
        const other = now[index]
        return (
          other !== undefined &&
          id === other.id &&
          geometry.type === other.geometry.type &&
          names.every((name) => properties[name] === other.properties[name])
        )
      }))

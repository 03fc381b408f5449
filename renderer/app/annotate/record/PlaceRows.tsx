/** Where the name stands: found by the program, or so far from its place as the user says. A callout's box stands in its usual place, and gives way on a page, until it is moved. */
import { RotateCcw } from 'lucide-react'
import type { ReactNode } from 'react'
import type { Annotation, AnnotationProperties } from '../../../../electron/contract/annotation.ts'
import { calloutHomeMm } from '../../../document/annotations/calloutHome.ts'
import { IconButton } from '../../parts/Button.tsx'
import { Choices } from '../../parts/Choices.tsx'
import { NumberField } from '../../parts/NumberField.tsx'
import { Row } from '../../styling/Row.tsx'
import { editRecord } from './edit.ts'
import styles from './PlaceRows.module.css'
import { several, shared } from './shared.ts'

type OffsetMm = NonNullable<AnnotationProperties['labelOffsetMm']>

const limitMm = 2_000

export function PlaceRows({ annotations }: { annotations: readonly Annotation[] }): ReactNode {
  const [first] = annotations
  if (first === undefined) return null
  const isCallout = first.properties.kind === 'callout'
  const isManual = shared(annotations, ({ labelOffsetMm }) => labelOffsetMm !== null)
  return (
    <>
      {isCallout ? (
        <Row label="Box place">
          <OffsetFields what="Box" annotations={annotations} />
          <IconButton
            name="Put the box back beside its place"
            disabled={isManual === false}
            icon={<RotateCcw />}
            side="left"
            onClick={() => editRecord({ labelOffsetMm: null })}
          />
        </Row>
      ) : (
        <>
          <Row label="Name place">
            <Choices
              name="Name place"
              value={isManual === several ? null : isManual ? 'manual' : 'automatic'}
              choices={[
                { value: 'automatic', name: 'Automatic' },
                { value: 'manual', name: 'By hand' },
              ]}
              onChange={(to) => editRecord({ labelOffsetMm: to === 'manual' ? beside(first) : null })}
            />
          </Row>
          {isManual === true ? (
            <Row label="Offset">
              <OffsetFields what="Name" annotations={annotations} />
            </Row>
          ) : null}
        </>
      )}
    </>
  )
}

/** Right and downward, as the page is read. */
function OffsetFields({ what, annotations }: { what: 'Name' | 'Box'; annotations: readonly Annotation[] }): ReactNode {
  const [first] = annotations
  const [x, y] = first?.properties.labelOffsetMm ?? (first?.properties.kind === 'callout' ? calloutHomeMm : [0, 0])
  const range = { min: -limitMm, max: limitMm, step: 0.5, unit: '' }
  return (
    <span className={styles['offsets']}>
      <span aria-hidden>→</span>
      <NumberField
        name={`${what} to the right, in millimetres`}
        value={x}
        {...range}
        onChange={(to) => editRecord({ labelOffsetMm: [to, y] })}
      />
      <span aria-hidden>↓</span>
      <NumberField
        name={`${what} downward, in millimetres`}
        value={y}
        {...range}
        onChange={(to) => editRecord({ labelOffsetMm: [x, to] })}
      />
      <span aria-hidden>mm</span>
    </span>
  )
}

/** Where a name stands when it is first put by hand: to the right of a mark, in the middle of a line or an area. */
function beside({ geometry, properties: { kind, style } }: Annotation): OffsetMm {
  const isMark = geometry.type === 'Point' && kind !== 'circle' && kind !== 'rings'
  return isMark ? [Math.round((style.sizeMm / 2 + 1) * 10) / 10, 0] : [0, kind === 'rings' ? -3 : 0]
}

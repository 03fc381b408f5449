/** What is known of the selected annotation and how it is known, and how it is drawn. Of several: what they have in common. */
import type { ReactNode } from 'react'
import type { Annotation } from '../../../../electron/contract/annotation.ts'
import { describe, kindNames } from '../../../document/annotations/new.ts'
import { selectAnnotations } from '../../../store/annotationStore.ts'
import { DetailsPanel } from '../../parts/DetailsPanel.tsx'
import { beginRun, beginRunOnFocus } from '../../styling/styleRuns.ts'
import { AnnotationPicture } from '../picture/AnnotationPicture.tsx'
import { Facts } from './Facts.tsx'
import { RecordActions } from './RecordActions.tsx'
import { RecordFields } from './RecordFields.tsx'
import { StyleFields } from './StyleFields.tsx'
import styles from './RecordPanel.module.css'

const close = (): void => selectAnnotations([])

export function RecordPanel({ annotations }: { annotations: readonly Annotation[] }): ReactNode {
  const [first] = annotations
  if (first === undefined) return null
  // Fields hold what was typed and is no value yet: another selection begins afresh.
  const key = annotations.length === 1 ? first.id : annotations.map(({ id }) => id).join(' ')
  return (
    <DetailsPanel
      name="Record"
      heading={annotations.length === 1 ? <Heading annotation={first} /> : `${annotations.length.toLocaleString('en-US')} annotations`}
      onClose={close}
      onPointerDownCapture={beginRun}
      onFocusCapture={beginRunOnFocus}
    >
      <RecordActions annotations={annotations} />
      <RecordFields key={`record ${key}`} annotations={annotations} />
      <StyleFields key={`style ${key}`} annotations={annotations} />
      {annotations.length === 1 ? <Facts annotation={first} /> : null}
    </DetailsPanel>
  )
}

function Heading({ annotation }: { annotation: Annotation }): ReactNode {
  const { kind, style, symbol, tapered, label } = annotation.properties
  return (
    <span className={styles['heading']}>
      <AnnotationPicture {...{ kind, style, symbol, tapered }} />
      <bdi className={styles['headingText']}>{describe(annotation)}</bdi>
      {label.trim() === '' ? null : <span className={styles['kind']}>{kindNames[kind]}</span>}
    </span>
  )
}

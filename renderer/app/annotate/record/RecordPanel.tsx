/** What is known of the selected annotation and how it is known, and how it is drawn. Of several: what they have in common. */
import type { ReactNode } from 'react'
import type { Annotation } from '../../../../electron/contract/annotation.ts'
import { describe, kindNames } from '../../../document/annotations/new.ts'
import { selectAnnotations } from '../../../store/annotationStore.ts'
import { useTurns } from '../../parts/afterPaint.ts'
import { DetailsPanel } from '../../parts/DetailsPanel.tsx'
import { InTurn } from '../../parts/InTurn.tsx'
import { beginRun, beginRunOnFocus } from '../../styling/styleRuns.ts'
import { AnnotationPicture } from '../picture/AnnotationPicture.tsx'
import { Facts } from './Facts.tsx'
import { RecordActions } from './RecordActions.tsx'
import { SourceFields, TimeFields, WhatFields } from './RecordFields.tsx'
import { subjectOf } from './shared.ts'
import { StyleFields } from './StyleFields.tsx'
import styles from './RecordPanel.module.css'

function close(): void {
  // The panel is out of sight from now on, and its fields take no more letters.
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
  selectAnnotations([])
}

type RecordPanelProps = {
  annotations: readonly Annotation[]
  /** Out of sight, and as it was. */
  hidden: boolean
  /** It has its room already, and not yet its contents. */
  isWaiting: boolean
}

export function RecordPanel({ annotations, hidden, isWaiting }: RecordPanelProps): ReactNode {
  const due = useTurns(subjectOf(annotations), 4)
  const [first] = annotations
  if (first === undefined) return null
  const isLocked = annotations.every(({ properties }) => properties.locked)
  return (
    <DetailsPanel
      name="Record"
      hidden={hidden}
      data-waiting={isWaiting ? '' : undefined}
      heading={annotations.length === 1 ? <Heading annotation={first} /> : `${annotations.length.toLocaleString('en-US')} annotations`}
      onClose={close}
      onPointerDownCapture={beginRun}
      onFocusCapture={beginRunOnFocus}
    >
      <RecordActions isLocked={isLocked} count={annotations.length} />
      <WhatFields annotations={annotations} />
      <InTurn isDue={due > 1}>
        <SourceFields annotations={annotations} />
      </InTurn>
      <InTurn isDue={due > 2}>
        <TimeFields annotations={annotations} />
        {annotations.length === 1 ? <Facts annotation={first} /> : null}
      </InTurn>
      <InTurn isDue={due > 3}>
        <StyleFields annotations={annotations} />
      </InTurn>
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

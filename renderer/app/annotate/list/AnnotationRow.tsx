/** One annotation in the list: its picture, name, kind, status and date, and the two switches that act on it. */
import { Eye, EyeOff, Lock, LockOpen } from 'lucide-react'
import { memo, type ReactNode } from 'react'
import type { Annotation } from '../../../../electron/contract/annotation.ts'
import { describe, kindNames } from '../../../document/annotations/new.ts'
import { AnnotationPicture } from '../picture/AnnotationPicture.tsx'
import styles from './AnnotationRow.module.css'

export const rowPx = 40

type AnnotationRowProps = {
  annotation: Annotation
  index: number
  count: number
  topPx: number
  isSelected: boolean
  isTabbable: boolean
}

export const AnnotationRow = memo(function AnnotationRow({
  annotation,
  index,
  count,
  topPx,
  isSelected,
  isTabbable,
}: AnnotationRowProps): ReactNode {
  const { kind, style, symbol, tapered, visible, locked, status } = annotation.properties
  const name = describe(annotation)
  const date = dateOf(annotation)
  return (
    <li
      className={styles['row']}
      style={{ transform: `translateY(${topPx}px)` }}
      data-annotation={annotation.id}
      data-index={index}
      data-selected={isSelected || undefined}
      data-hidden={visible ? undefined : ''}
      aria-setsize={count}
      aria-posinset={index + 1}
    >
      <button type="button" data-row="" className={styles['main']} aria-pressed={isSelected} tabIndex={isTabbable ? 0 : -1}>
        <AnnotationPicture {...{ kind, style, symbol, tapered }} />
        <span className={styles['words']}>
          <bdi className={styles['name']}>{name}</bdi>
          <span className={styles['details']}>
            <span className={styles['kind']}>{kindNames[kind]}</span>
            {status === '' ? null : <bdi className={styles['status']}>{status}</bdi>}
            {date === null ? null : <span className={styles['date']}>{date}</span>}
          </span>
        </span>
      </button>
      <button
        type="button"
        data-lock=""
        className={styles['switch']}
        aria-label={`Lock ${name}`}
        title={locked ? 'Unlock' : 'Lock'}
        aria-pressed={locked}
        tabIndex={isTabbable ? 0 : -1}
      >
        {locked ? <Lock /> : <LockOpen />}
      </button>
      <button
        type="button"
        data-visible=""
        className={styles['switch']}
        aria-label={`Show ${name}`}
        title={visible ? 'Hide' : 'Show'}
        aria-pressed={visible}
        tabIndex={isTabbable ? 0 : -1}
      >
        {visible ? <Eye /> : <EyeOff />}
      </button>
    </li>
  )
})

/** When it held or was reported, whichever is known first. */
function dateOf({ properties: { validFrom, validTo, reported, source } }: Annotation): string | null {
  if (validFrom !== null && validTo !== null) return validFrom === validTo ? validFrom : `${validFrom} – ${validTo}`
  if (validFrom !== null) return `from ${validFrom}`
  return validTo !== null ? `to ${validTo}` : (reported ?? source.date)
}

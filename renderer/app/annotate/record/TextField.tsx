/** A field of free text. What is typed is in the document at once; undo takes back the whole run of typing. */
import { memo, type ReactNode, useId } from 'react'
import { FieldRow } from './FieldRow.tsx'
import { several, type Shared } from './shared.ts'
import styles from './RecordPanel.module.css'

type TextFieldProps = {
  label: string
  value: Shared<string>
  maxLength: number
  onChange: (value: string) => void
  /** Several lines; the field grows with them. */
  lines?: boolean
  /** Shown while nothing is typed. */
  placeholder?: string
  /** The words that a double click on the page leads to. */
  isWords?: boolean
  /** Behind the field. */
  children?: ReactNode
}

export const TextField = memo(function TextField({
  label,
  value,
  maxLength,
  onChange,
  lines = false,
  placeholder,
  isWords = false,
  children,
}: TextFieldProps): ReactNode {
  const id = useId()
  const shared = {
    id,
    dir: 'auto',
    maxLength,
    // Undo in this field is undo of the map: see `typesIntoDocument`.
    'data-undo': 'document',
    value: value === several ? '' : value,
    ...(value === several ? { placeholder: 'Several values' } : placeholder === undefined ? {} : { placeholder }),
    ...(isWords ? { 'data-words': '' } : {}),
  } as const
  return (
    <FieldRow label={label} htmlFor={id} top={lines}>
      {lines ? (
        <textarea {...shared} rows={1} className={styles['area']} onChange={(event) => onChange(event.target.value)} />
      ) : (
        <input {...shared} type="text" className={styles['text']} spellCheck={false} onChange={(event) => onChange(event.target.value)} />
      )}
      {children}
    </FieldRow>
  )
})

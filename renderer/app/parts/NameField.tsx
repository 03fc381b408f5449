/** A name being typed where it stands. Enter and leaving keep it, Escape does not; an empty one is none. */
import { type KeyboardEvent, type ReactNode, useLayoutEffect, useRef } from 'react'
import styles from './NameField.module.css'

type NameFieldProps = {
  name: string
  /** Another name was typed. */
  onName: (name: string) => void
  /** The field is to go. */
  onClose: () => void
  /** It was ended by a key, and what it belongs to takes the focus back. */
  onKeyDone?: () => void
  /** In a row of a list: the letters stay where they were. */
  inRow?: boolean
}

export function NameField({ name, onName, onClose, onKeyDone, inRow = false }: NameFieldProps): ReactNode {
  const field = useRef<HTMLInputElement>(null)
  const isDone = useRef(false)
  useLayoutEffect(() => {
    field.current?.focus()
    field.current?.select()
  }, [])
  const finish = (keep: boolean): void => {
    if (isDone.current) return
    isDone.current = true
    const typed = field.current?.value.trim() ?? ''
    if (keep && typed !== '' && typed !== name) onName(typed)
    onClose()
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    event.stopPropagation()
    // Enter also ends the composing of a character.
    if (event.nativeEvent.isComposing || (event.key !== 'Enter' && event.key !== 'Escape')) return
    event.preventDefault()
    finish(event.key === 'Enter')
    onKeyDone?.()
  }
  return (
    <input
      ref={field}
      type="text"
      dir="auto"
      className={[styles['field'], inRow ? styles['inRow'] : ''].join(' ')}
      aria-label={`Name of ${name}`}
      defaultValue={name}
      maxLength={500}
      onKeyDown={onKeyDown}
      onBlur={() => finish(true)}
    />
  )
}

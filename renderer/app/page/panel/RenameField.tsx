/** A name being typed where it stands. Enter and leaving keep it, Escape does not. */
import { type KeyboardEvent, type ReactNode, useLayoutEffect, useRef } from 'react'
import { pageStore } from '../pageStore.ts'
import styles from './PagePanel.module.css'

type RenameFieldProps = { name: string; onName: (name: string) => void; onDone?: () => void }

export function RenameField({ name, onName, onDone }: RenameFieldProps): ReactNode {
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
    pageStore.setState({ renaming: null })
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    event.stopPropagation()
    // Enter also ends the composing of a character.
    if (event.nativeEvent.isComposing || (event.key !== 'Enter' && event.key !== 'Escape')) return
    event.preventDefault()
    finish(event.key === 'Enter')
    onDone?.()
  }
  return (
    <input
      ref={field}
      type="text"
      dir="auto"
      className={styles['rename']}
      aria-label={`Name of ${name}`}
      defaultValue={name}
      maxLength={500}
      onKeyDown={onKeyDown}
      onBlur={() => finish(true)}
    />
  )
}

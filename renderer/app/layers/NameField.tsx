/** A name being typed where it stands. Enter and leaving keep it, Escape does not. */
import { type KeyboardEvent, type ReactNode, useLayoutEffect, useRef } from 'react'
import type { LayerNode } from '../../../electron/contract/document.ts'
import { renameNode } from '../../document/commands.ts'
import { currentDocument, runCommand } from '../../store/documentStore.ts'
import { startRenaming } from '../../store/panelStore.ts'
import styles from './TreeItem.module.css'

type NameFieldProps = { node: LayerNode; /** The row takes the focus back. */ onDone: () => void }

export function NameField({ node, onDone }: NameFieldProps): ReactNode {
  const field = useRef<HTMLInputElement>(null)
  const isDone = useRef(false)
  useLayoutEffect(() => {
    field.current?.focus()
    field.current?.select()
  }, [])

  const finish = (keep: boolean): void => {
    if (isDone.current) return
    isDone.current = true
    const name = field.current?.value.trim() ?? ''
    if (keep && name !== '' && name !== node.name) runCommand(renameNode(currentDocument(), node.id, name))
    startRenaming(null)
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    event.stopPropagation()
    // Enter also ends the composing of a character.
    if (event.nativeEvent.isComposing || (event.key !== 'Enter' && event.key !== 'Escape')) return
    event.preventDefault()
    finish(event.key === 'Enter')
    onDone()
  }
  return (
    <input
      ref={field}
      type="text"
      dir="auto"
      className={styles['field']}
      aria-label={`Name of ${node.name}`}
      defaultValue={node.name}
      maxLength={500}
      onKeyDown={onKeyDown}
      onBlur={() => finish(true)}
    />
  )
}

/** The document's title, which can be typed, and what it says of its date. */
import { type ReactNode, useEffect, useState } from 'react'
import { setTitle } from '../../document/commands.ts'
import { documentStore, runCommand } from '../../store/documentStore.ts'
import { useStore } from '../parts/useStore.ts'
import styles from './Toolbar.module.css'

export function DocumentTitle(): ReactNode {
  const title = useStore(documentStore, (state) => state.history.document.title)
  const asOf = useStore(documentStore, (state) => state.history.document.asOf)
  const update = useStore(documentStore, (state) => state.history.document.update)
  const [typed, setTyped] = useState(title)
  useEffect(() => setTyped(title), [title])

  const commit = (): void => {
    const next = typed.trim()
    if (next === '') setTyped(title)
    else if (next !== title) runCommand(setTitle(next))
  }
  return (
    <div className={styles['title']}>
      <h1 className="visually-hidden">{title}</h1>
      <input
        className={styles['titleField']}
        aria-label="Map title"
        dir="auto"
        title={title}
        value={typed}
        maxLength={500}
        spellCheck={false}
        onChange={(event) => setTyped(event.target.value)}
        onBlur={commit}
        onKeyDown={(event) => {
          if (event.key === 'Enter') event.currentTarget.blur()
          if (event.key === 'Escape') {
            setTyped(title)
            requestAnimationFrame(() => (event.target as HTMLInputElement).blur())
          }
        }}
      />
      {asOf === null ? null : (
        <span className={styles['subtitle']}>
          Update {update} · as of {asOf}
        </span>
      )}
    </div>
  )
}

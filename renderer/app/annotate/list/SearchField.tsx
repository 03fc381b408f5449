/** Words that are looked for in every field of the records. */
import { Search } from 'lucide-react'
import type { ReactNode } from 'react'
import styles from './AnnotationsPanel.module.css'

export function SearchField({ value, onChange }: { value: string; onChange: (value: string) => void }): ReactNode {
  return (
    <div className={styles['search']}>
      <Search aria-hidden />
      <input
        type="search"
        dir="auto"
        aria-label="Search annotations"
        placeholder="Search"
        spellCheck={false}
        maxLength={500}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Escape' || value === '') return
          event.preventDefault()
          onChange('')
        }}
      />
    </div>
  )
}

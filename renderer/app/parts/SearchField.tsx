/** A field with a magnifying glass, to search in a list. */
import { Search } from 'lucide-react'
import type { ComponentProps, ReactNode } from 'react'
import styles from './SearchField.module.css'

type SearchFieldProps = Omit<ComponentProps<'input'>, 'type' | 'className' | 'value' | 'onChange'> & {
  /** Its accessible name. */
  name: string
  value: string
  onChange: (value: string) => void
  /** Escape empties the field first, and does what it does elsewhere when it is empty. */
  emptiedByEscape?: boolean
}

export function SearchField({ name, value, onChange, emptiedByEscape = false, onKeyDown, ...rest }: SearchFieldProps): ReactNode {
  return (
    <div className={styles['search']}>
      <Search aria-hidden />
      <input
        type="search"
        dir="auto"
        spellCheck={false}
        {...rest}
        aria-label={name}
        value={value}
        onChange={({ target }) => onChange(target.value)}
        onKeyDown={(event) => {
          if (emptiedByEscape && event.key === 'Escape' && value !== '') {
            event.preventDefault()
            event.stopPropagation()
            onChange('')
          } else onKeyDown?.(event)
        }}
      />
    </div>
  )
}

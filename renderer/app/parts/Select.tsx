/** A drop-down list of which one entry holds. An entry may carry a picture before its name and a detail behind it. */
import { Select as Base } from '@base-ui/react/select'
import { Check, ChevronDown } from 'lucide-react'
import type { ReactNode } from 'react'
import styles from './Select.module.css'

export type Option<T extends string> = { value: T; name: string; detail?: string; picture?: ReactNode }

type SelectProps<T extends string> = {
  /** Its accessible name. */
  name: string
  value: T | null
  options: readonly Option<T>[]
  onChange: (value: T) => void
  /** Shown while nothing is chosen. */
  placeholder: string
  disabled?: boolean
  /** Its accessible name stays `name`, as that of a field in a form; otherwise what is chosen is a part of it. */
  nameOnly?: boolean
}

export function Select<T extends string>({
  name,
  value,
  options,
  onChange,
  placeholder,
  disabled = false,
  nameOnly = false,
}: SelectProps<T>): ReactNode {
  const chosen = options.find((option) => option.value === value)
  return (
    <Base.Root value={value} onValueChange={(next) => next !== null && onChange(next)} disabled={disabled}>
      <Base.Trigger className={styles['trigger']} aria-label={nameOnly ? name : `${name}: ${chosen?.name ?? placeholder}`}>
        <span className={styles['value']}>
          {chosen === undefined ? <span className={styles['placeholder']}>{placeholder}</span> : <Face option={chosen} />}
        </span>
        <Base.Icon className={styles['icon']}>
          <ChevronDown />
        </Base.Icon>
      </Base.Trigger>
      <Base.Portal>
        <Base.Positioner className={styles['positioner']} sideOffset={4} alignItemWithTrigger={false}>
          <Base.Popup className={styles['popup']}>
            <Base.List className={styles['list']} aria-label={name}>
              {options.map((option) => (
                <Base.Item key={option.value} value={option.value} label={option.name} className={styles['item']}>
                  <Base.ItemText className={styles['text']}>
                    <Face option={option} />
                  </Base.ItemText>
                  {option.detail === undefined ? null : <span className={styles['detail']}>{option.detail}</span>}
                  <Base.ItemIndicator className={styles['check']} keepMounted>
                    <Check />
                  </Base.ItemIndicator>
                </Base.Item>
              ))}
            </Base.List>
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  )
}

function Face<T extends string>({ option }: { option: Option<T> }): ReactNode {
  return (
    <>
      {option.picture}
      <bdi className={styles['name']}>{option.name}</bdi>
    </>
  )
}

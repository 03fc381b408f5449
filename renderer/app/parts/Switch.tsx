/** Turns one thing on or off, at once. */
import { Switch as Base } from '@base-ui/react/switch'
import type { ReactNode } from 'react'
import styles from './Switch.module.css'

type SwitchProps = { name: string; on: boolean; onChange: (on: boolean) => void; disabled?: boolean }

export function Switch({ name, on, onChange, disabled = false }: SwitchProps): ReactNode {
  return (
    <Base.Root className={styles['switch']} aria-label={name} checked={on} onCheckedChange={onChange} disabled={disabled}>
      <Base.Thumb className={styles['thumb']} />
    </Base.Root>
  )
}

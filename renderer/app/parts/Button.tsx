/** The window's buttons: with words, or with a picture and a name that is spoken and shown on hover. */
import { Tooltip } from '@base-ui/react/tooltip'
import type { ComponentProps, ReactNode } from 'react'
import styles from './Button.module.css'

type ButtonProps = ComponentProps<'button'> & { kind?: 'plain' | 'primary' | 'danger' }

export function Button({ kind = 'plain', className, ...props }: ButtonProps): ReactNode {
  return <button type="button" {...props} className={[styles['button'], styles[kind], className].join(' ')} />
}

type IconButtonProps = Omit<ComponentProps<'button'>, 'children'> & {
  /** Its accessible name and its tooltip. */
  name: string
  /** Shown behind the name in the tooltip. */
  keys?: string | undefined
  icon: ReactNode
  pressed?: boolean
  side?: 'top' | 'bottom' | 'left' | 'right'
}

export function IconButton({ name, keys, icon, pressed, side = 'bottom', className, ...props }: IconButtonProps): ReactNode {
  return (
    <Tooltip.Root>
      <Tooltip.Trigger
        delay={500}
        render={
          <button
            type="button"
            aria-label={name}
            {...(pressed === undefined ? {} : { 'aria-pressed': pressed })}
            {...props}
            className={[styles['icon'], pressed === true ? styles['pressed'] : '', className].join(' ')}
          >
            {icon}
          </button>
        }
      />
      <Tooltip.Portal>
        <Tooltip.Positioner side={side} sideOffset={6} className={styles['positioner']}>
          <Tooltip.Popup className={styles['tooltip']}>
            {name}
            {keys === undefined ? null : <span className={styles['keys']}>{keys}</span>}
          </Tooltip.Popup>
        </Tooltip.Positioner>
      </Tooltip.Portal>
    </Tooltip.Root>
  )
}

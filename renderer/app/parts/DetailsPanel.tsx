/** A panel of the details column: a region with a heading, a close button that Escape stands for, and a body that scrolls. */
import { X } from 'lucide-react'
import { type ComponentProps, type ReactNode, useEffect, useRef } from 'react'
import { IconButton } from './Button.tsx'
import styles from './DetailsPanel.module.css'

type DetailsPanelProps = Omit<ComponentProps<'section'>, 'title' | 'ref'> & {
  /** Name of the region. */
  name: string
  heading: ReactNode
  onClose: () => void
  /** What Escape does in the place of closing. */
  onEscape?: () => void
  /** Buttons beside the heading. */
  actions?: ReactNode
}

export function DetailsPanel({ name, heading, onClose, onEscape = onClose, actions, children, ...props }: DetailsPanelProps): ReactNode {
  const panel = useRef<HTMLElement>(null)
  // Listens on the element itself: pop-ups of the panel stand elsewhere in the page and have an Escape of their own.
  useEffect(() => {
    const element = panel.current
    const closeOnEscape = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape' || event.defaultPrevented) return
      event.stopPropagation()
      onEscape()
    }
    element?.addEventListener('keydown', closeOnEscape)
    return () => element?.removeEventListener('keydown', closeOnEscape)
  }, [onEscape])
  return (
    <section {...props} ref={panel} aria-label={name} className={styles['panel']}>
      <header className={styles['header']}>
        <h2 className={styles['heading']}>{heading}</h2>
        {actions}
        <IconButton name={`Close ${name}`} icon={<X />} onClick={onClose} side="left" />
      </header>
      <div className={styles['body']}>{children}</div>
    </section>
  )
}

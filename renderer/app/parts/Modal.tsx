/** A dialog over the window. Escape and its button close it; the focus goes back where it was. */
import { Dialog } from '@base-ui/react/dialog'
import { X } from 'lucide-react'
import { type ReactNode, useRef } from 'react'
import { IconButton } from './Button.tsx'
import styles from './Modal.module.css'

type ModalProps = {
  title: string
  onClose: () => void
  children: ReactNode
  /** Buttons at the foot. */
  actions?: ReactNode
  widthPx?: number
}

export function Modal({ title, onClose, children, actions, widthPx = 520 }: ModalProps): ReactNode {
  // What is read first has the focus, and scrolls with the arrow keys.
  const body = useRef<HTMLDivElement>(null)
  return (
    <Dialog.Root open onOpenChange={(open) => !open && onClose()}>
      <Dialog.Portal>
        <Dialog.Backdrop className={styles['backdrop']} />
        <Dialog.Popup initialFocus={body} className={styles['popup']} style={{ width: `min(${widthPx}px, calc(100vw - 48px))` }}>
          <header className={styles['header']}>
            <Dialog.Title className={styles['title']}>{title}</Dialog.Title>
            <IconButton name="Close" icon={<X />} onClick={onClose} />
          </header>
          <div ref={body} tabIndex={-1} className={styles['body']}>
            {children}
          </div>
          {actions === undefined ? null : <footer className={styles['footer']}>{actions}</footer>}
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  )
}

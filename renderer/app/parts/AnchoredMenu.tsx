/** A menu at a button or at the pointer, opened by whoever has the state. */
import { Menu } from '@base-ui/react/menu'
import { ChevronRight } from 'lucide-react'
import type { ReactNode } from 'react'
import styles from './AnchoredMenu.module.css'

export type MenuAnchor = HTMLElement | { getBoundingClientRect: () => DOMRect } | null

type AnchoredMenuProps = {
  isOpen: boolean
  anchor: MenuAnchor
  onClose: () => void
  /** What has the focus when the menu is closed. */
  focusAfter: () => HTMLElement | null
  children: ReactNode
}

export function AnchoredMenu({ isOpen, anchor, onClose, focusAfter, children }: AnchoredMenuProps): ReactNode {
  return (
    <Menu.Root open={isOpen} onOpenChange={(open) => !open && onClose()}>
      <Menu.Portal>
        <Menu.Positioner anchor={anchor} align="start" side="bottom" sideOffset={2} className={styles['positioner']}>
          <Menu.Popup className={styles['popup']} finalFocus={() => focusAfter() ?? false}>
            {children}
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  )
}

type MenuItemProps = { label: string; keys?: string | undefined; disabled?: boolean; onClick: () => void }

export function MenuItem({ label, keys, disabled = false, onClick }: MenuItemProps): ReactNode {
  return (
    <Menu.Item className={styles['item']} label={label} disabled={disabled} onClick={onClick}>
      <span className={styles['label']}>{label}</span>
      {keys === undefined ? null : (
        <span className={styles['keys']} aria-hidden="true">
          {keys}
        </span>
      )}
    </Menu.Item>
  )
}

/** A menu of its own, beside its entry. */
export function SubMenu({ label, children }: { label: string; children: ReactNode }): ReactNode {
  return (
    <Menu.SubmenuRoot>
      <Menu.SubmenuTrigger className={styles['item']} label={label}>
        <span className={styles['label']}>{label}</span>
        <ChevronRight className={styles['further']} aria-hidden />
      </Menu.SubmenuTrigger>
      <Menu.Portal>
        <Menu.Positioner sideOffset={2} alignOffset={-5} className={styles['positioner']}>
          <Menu.Popup className={styles['popup']}>{children}</Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.SubmenuRoot>
  )
}

export const MenuSeparator = (): ReactNode => <Menu.Separator className={styles['separator']} />

/** The button in the head of the style panel, with the menu of what is done to the style as a whole. */
import { Ellipsis } from 'lucide-react'
import { type ReactNode, useRef, useState } from 'react'
import { AnchoredMenu } from '../parts/AnchoredMenu.tsx'
import { IconButton } from '../parts/Button.tsx'
import { StyleItems } from './StyleItems.tsx'

export function StyleMenu({ layerId }: { layerId: string }): ReactNode {
  const place = useRef<HTMLSpanElement>(null)
  /** The button while its menu is open. */
  const [anchor, setAnchor] = useState<HTMLElement | null>(null)
  return (
    <span ref={place}>
      <IconButton
        name="More for this style"
        icon={<Ellipsis />}
        side="left"
        aria-haspopup="menu"
        aria-expanded={anchor !== null}
        onClick={({ currentTarget }) => setAnchor(currentTarget)}
      />
      <AnchoredMenu
        isOpen={anchor !== null}
        anchor={anchor}
        onClose={() => setAnchor(null)}
        focusAfter={() => place.current?.querySelector('button') ?? null}
      >
        {anchor === null ? null : <StyleItems id={layerId} />}
      </AnchoredMenu>
    </span>
  )
}

/** The button in the head of the style panel, with the menu of what is done to the style as a whole. */
import { Ellipsis } from 'lucide-react'
import { type ReactNode, useRef, useState } from 'react'
import { AnchoredMenu } from '../parts/AnchoredMenu.tsx'
import { IconButton } from '../parts/Button.tsx'
import { StyleItems } from './StyleItems.tsx'

export function StyleMenu({ layerId }: { layerId: string }): ReactNode {
  const place = useRef<HTMLSpanElement>(null)
  const [isOpen, setIsOpen] = useState(false)
  const button = (): HTMLElement | null => place.current?.querySelector('button') ?? null
  return (
    <span ref={place}>
      <IconButton name="More for this style" icon={<Ellipsis />} side="left" onClick={() => setIsOpen(true)} />
      <AnchoredMenu isOpen={isOpen} anchor={place.current} onClose={() => setIsOpen(false)} focusAfter={button}>
        {isOpen ? <StyleItems id={layerId} /> : null}
      </AnchoredMenu>
    </span>
  )
}

/** The colour of an annotation: those that stay apart for everyone and in grey print at hand, every other one behind a button. */
import { Popover } from '@base-ui/react/popover'
import { Plus } from 'lucide-react'
import { type KeyboardEvent, type ReactNode, useRef } from 'react'
import { annotationColors } from '../../../document/annotations/new.ts'
import { ColorPicker } from '../../styling/ColorPicker.tsx'
import picker from '../../styling/ColorPicker.module.css'
import { several, type Shared } from './shared.ts'
import styles from './RecordPanel.module.css'

type PaletteFieldProps = { name: string; color: Shared<string>; onChange: (color: string) => void }

export function PaletteField({ name, color, onChange }: PaletteFieldProps): ReactNode {
  const group = useRef<HTMLDivElement>(null)
  const chosen = annotationColors.findIndex(({ hex }) => hex === color)
  const move = (event: KeyboardEvent): void => {
    const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key]
    const cells = [...(group.current?.querySelectorAll<HTMLElement>('[role="radio"]') ?? [])]
    const from = cells.indexOf(event.target as HTMLElement)
    if (step === undefined || from < 0) return
    event.preventDefault()
    const to = (from + step + cells.length) % cells.length
    cells[to]?.focus()
    const next = annotationColors[to]
    if (next !== undefined) onChange(next.hex)
  }
  const isOwn = color !== several && chosen < 0
  return (
    <div ref={group} role="radiogroup" aria-label={name} tabIndex={-1} className={styles['palette']} onKeyDown={move}>
      {annotationColors.map(({ name: spoken, hex }, index) => (
        <button
          key={hex}
          type="button"
          role="radio"
          className={styles['swatch']}
          style={{ backgroundColor: hex }}
          title={spoken}
          aria-label={spoken}
          aria-checked={index === chosen}
          tabIndex={index === Math.max(0, chosen) ? 0 : -1}
          onClick={() => onChange(hex)}
        />
      ))}
      <Popover.Root>
        <Popover.Trigger
          className={`${styles['swatch']} ${isOwn ? '' : styles['more']}`}
          aria-label="Other colour"
          title="Other colour"
          {...(isOwn ? { style: { backgroundColor: color } } : {})}
        >
          {isOwn ? null : <Plus />}
        </Popover.Trigger>
        <Popover.Portal>
          <Popover.Positioner className={picker['positioner']} sideOffset={4} align="end" collisionPadding={8}>
            <Popover.Popup className={picker['popup']} aria-label={name}>
              <ColorPicker name={name} color={color === several ? '#000000' : color} onChange={onChange} />
            </Popover.Popup>
          </Popover.Positioner>
        </Popover.Portal>
      </Popover.Root>
    </div>
  )
}

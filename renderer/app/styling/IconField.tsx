/** An icon in place of a plain mark: a button that shows it and opens the picker, and one that takes it away. */
import { Popover } from '@base-ui/react/popover'
import { X } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import type { IconName } from '../../../electron/contract/style.ts'
import { defaultStyle } from '../../document/annotations/new.ts'
import { AnnotationPicture } from '../annotate/picture/AnnotationPicture.tsx'
import { symbolName } from '../annotate/symbols/catalogue.ts'
import { SymbolPicker } from '../annotate/symbols/SymbolPicker.tsx'
import { IconButton } from '../parts/Button.tsx'
import styles from './ColorPicker.module.css'

type IconFieldProps = { icon: IconName | null; color: string; onChange: (icon: IconName | null) => void }

export function IconField({ icon, color, onChange }: IconFieldProps): ReactNode {
  const [open, setOpen] = useState(false)
  const name = icon === null ? 'None' : symbolName(icon)
  return (
    <>
      <Popover.Root open={open} onOpenChange={setOpen}>
        <Popover.Trigger className={styles['swatch']} aria-label={`Icon: ${name}`}>
          {icon === null ? null : (
            <AnnotationPicture kind="symbol" style={{ ...defaultStyle('symbol'), color, haloColor: null }} symbol={icon} tapered={false} />
          )}
          <span className={styles['swatchName']}>{name}</span>
        </Popover.Trigger>
        <Popover.Portal>
          <Popover.Positioner className={styles['positioner']} side="left" align="start" sideOffset={10} collisionPadding={8}>
            <Popover.Popup className={styles['popup']} aria-label="Icons">
              <SymbolPicker
                symbol={icon ?? { set: 'maki', name: 'circle' }}
                color={color}
                only="icons"
                onChange={() => undefined}
                onPick={({ set, name: picked }) => {
                  if (set === 'maki' || set === 'temaki') onChange({ set, name: picked })
                  setOpen(false)
                }}
              />
            </Popover.Popup>
          </Popover.Positioner>
        </Popover.Portal>
      </Popover.Root>
      {icon === null ? null : <IconButton name="Remove icon" icon={<X />} side="left" onClick={() => onChange(null)} />}
    </>
  )
}

/** A colour in a form: a button in that colour, which opens the picker. */
import { Popover } from '@base-ui/react/popover'
import type { ReactNode } from 'react'
import { colorName } from '../../document/palettes.ts'
import { ColorPicker } from './ColorPicker.tsx'
import styles from './ColorPicker.module.css'

type ColorFieldProps = { name: string; color: string; onChange: (color: string) => void }

export function ColorField({ name, color, onChange }: ColorFieldProps): ReactNode {
  return (
    <Popover.Root>
      <Popover.Trigger className={styles['swatch']} aria-label={`${name}: ${colorName(color)}`}>
        <span className={styles['sample']} style={{ backgroundColor: color }} />
        <span className={styles['swatchName']}>{colorName(color)}</span>
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Positioner className={styles['positioner']} sideOffset={4} align="start" collisionPadding={8}>
          <Popover.Popup className={styles['popup']} aria-label={name}>
            <ColorPicker {...{ name, color, onChange }} />
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  )
}

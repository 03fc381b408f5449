/** The symbol in a form: a button that shows it and opens the picker. */
import { Popover } from '@base-ui/react/popover'
import { type ReactNode, useState } from 'react'
import type { AnnotationSymbol } from '../../../../electron/contract/annotation.ts'
import { defaultStyle } from '../../../document/annotations/new.ts'
import { AnnotationPicture } from '../picture/AnnotationPicture.tsx'
import picker from '../../styling/ColorPicker.module.css'
import record from '../record/RecordPanel.module.css'
import { symbolName } from './catalogue.ts'
import { SymbolPicker } from './SymbolPicker.tsx'

type SymbolFieldProps = { symbol: AnnotationSymbol | null; color: string; onChange: (symbol: AnnotationSymbol) => void }

export function SymbolField({ symbol, color, onChange }: SymbolFieldProps): ReactNode {
  const [open, setOpen] = useState(false)
  const shown: AnnotationSymbol = symbol ?? { set: 'mark', name: 'circle' }
  return (
    <Popover.Root open={open} onOpenChange={setOpen}>
      <Popover.Trigger className={record['symbolButton']} aria-label={`Symbol: ${symbolName(shown)}`}>
        <AnnotationPicture kind="symbol" style={{ ...defaultStyle('symbol'), color }} symbol={shown} tapered={false} />
        <span className={record['symbolName']}>{symbolName(shown)}</span>
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Positioner className={picker['positioner']} side="left" align="start" sideOffset={10} collisionPadding={8}>
          <Popover.Popup className={picker['popup']} aria-label="Symbols">
            <SymbolPicker
              symbol={shown}
              color={color}
              onChange={onChange}
              onPick={(chosen) => {
                onChange(chosen)
                setOpen(false)
              }}
            />
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  )
}

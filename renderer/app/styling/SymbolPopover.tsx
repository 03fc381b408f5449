/** A symbol in a list of classes: a button that shows it, and opens all that can be set of it. */
import { Popover } from '@base-ui/react/popover'
import type { ReactNode } from 'react'
import type { SymbolStyle } from '../../../electron/contract/document.ts'
import { documentStore } from '../../store/documentStore.ts'
import { SymbolSwatch } from '../layers/Swatch.tsx'
import { useStore } from '../parts/useStore.ts'
import type { GeometryKinds } from './geometryKinds.ts'
import { SymbolFields } from './SymbolFields.tsx'
import picker from './ColorPicker.module.css'
import styles from './Classes.module.css'

type SymbolPopoverProps = {
  /** What is drawn with the symbol. */
  of: string
  symbol: SymbolStyle
  kinds: GeometryKinds
  onChange: (change: Partial<SymbolStyle>) => void
}

export function SymbolPopover({ of, symbol, kinds, onChange }: SymbolPopoverProps): ReactNode {
  const ground = useStore(documentStore, (state) => state.history.document.basemap.style)
  return (
    <Popover.Root>
      <Popover.Trigger className={styles['swatch']} aria-label={`Symbol of ${of}`}>
        <SymbolSwatch symbol={symbol} geometries={kinds.counts} ground={ground} />
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Positioner className={picker['positioner']} side="left" align="start" sideOffset={10} collisionPadding={8}>
          <Popover.Popup className={`${picker['popup']} ${styles['symbol']}`} aria-label={`Symbol of ${of}`}>
            <h3 className={styles['symbolHeading']}>
              <bdi>{of}</bdi>
            </h3>
            <SymbolFields symbols={[symbol]} kinds={kinds} onChange={onChange} color="picker" />
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  )
}

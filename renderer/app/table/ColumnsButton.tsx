/** Which columns the table has. Their order is changed in its header. */
import { Popover } from '@base-ui/react/popover'
import { Columns3 } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import type { TableLayout } from '../../../electron/contract/document.ts'
import type { LayerField } from '../../../electron/contract/layer.ts'
import { Button, IconButton } from '../parts/Button.tsx'
import { SearchField } from '../parts/SearchField.tsx'
import picker from '../styling/ColorPicker.module.css'
import { typeNames } from '../styling/fields.ts'
import { hiding, orderedFields, plainLayout } from './columns.ts'
import styles from './AttributeTable.module.css'

type ColumnsButtonProps = { fields: readonly LayerField[]; layout: TableLayout; onLayout: (layout: TableLayout) => void }

/** A list longer than this can be searched. */
const longList = 12

export function ColumnsButton({ fields, layout, onLayout }: ColumnsButtonProps): ReactNode {
  const [wanted, setWanted] = useState('')
  const hidden = new Set(layout.hidden)
  const hiddenCount = fields.filter(({ name }) => hidden.has(name)).length
  const found = orderedFields(fields, layout).filter(({ name }) => name.toLocaleLowerCase().includes(wanted.toLocaleLowerCase()))
  return (
    <Popover.Root onOpenChange={() => setWanted('')}>
      <Popover.Trigger
        render={
          <IconButton
            name={hiddenCount === 0 ? 'Columns' : `Columns: ${hiddenCount} hidden`}
            icon={<Columns3 />}
            side="top"
            pressed={hiddenCount > 0}
          />
        }
      />
      <Popover.Portal>
        <Popover.Positioner className={picker['positioner']} align="end" side="top" sideOffset={6} collisionPadding={8}>
          <Popover.Popup className={`${picker['popup']} ${styles['popup']}`} aria-label="Columns">
            {fields.length > longList ? (
              <SearchField name="Search columns" placeholder="Search columns" value={wanted} onChange={setWanted} />
            ) : null}
            <ul className={styles['columnList']}>
              {found.slice(0, 500).map(({ name, type }) => (
                <li key={name}>
                  <label className={styles['columnRow']}>
                    <input
                      type="checkbox"
                      checked={!hidden.has(name)}
                      onChange={({ target }) => onLayout(hiding(layout, name, !target.checked))}
                    />
                    <bdi title={name}>{name}</bdi>
                    <span className={styles['columnType']}>{typeNames[type]}</span>
                  </label>
                </li>
              ))}
            </ul>
            <div className={styles['popupFoot']}>
              <Button disabled={layout.hidden.length === 0} onClick={() => onLayout({ ...layout, hidden: [] })}>
                Show all
              </Button>
              <Button disabled={layout === plainLayout} onClick={() => onLayout(plainLayout)}>
                As in the file
              </Button>
            </div>
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  )
}

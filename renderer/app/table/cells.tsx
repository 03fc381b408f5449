/** One row of the table: its number in the file, and its values. Drawn anew only when something of it has changed. */
import { Check } from 'lucide-react'
import { memo, type ReactNode } from 'react'
import type { Attribute, FeatureRecord } from '../../../electron/contract/layer.ts'
import { formatCount } from '../layers/words.ts'
import type { Column } from './columns.ts'
import styles from './TableGrid.module.css'

/** A cell shows one line; the whole text is in the strip below the table. */
const maxCharacters = 300

type RowProps = {
  row: number
  /** Null while it is on its way. */
  record: FeatureRecord | null
  /** Those in view. */
  columns: readonly Column[]
  firstColumn: number
  isSelected: boolean
  /** Column of the active cell; null in every other row. */
  activeColumn: number | null
  cellId: string
}

export const TableRow = memo(function Row({ row, record, columns, firstColumn, isSelected, activeColumn, cellId }: RowProps): ReactNode {
  return (
    <div
      role="row"
      aria-rowindex={row + 2}
      aria-selected={isSelected}
      aria-busy={record === null || undefined}
      data-row={row}
      className={[styles['row'], isSelected ? styles['selected'] : '', activeColumn === null ? '' : styles['activeRow']].join(' ')}
    >
      <div role="rowheader" aria-colindex={1} className={styles['gutter']}>
        {isSelected ? <Check className={styles['mark']} aria-hidden /> : <span />}
        {record === null ? <span className={styles['bar']} /> : formatCount(record.feature + 1)}
      </div>
      <div role="presentation" className={styles['cells']}>
        {columns.map(({ field, widthPx, isNumeric }, index) => {
          const column = firstColumn + index
          const isActive = column === activeColumn
          return (
            <div
              key={field.name}
              role="gridcell"
              aria-colindex={column + 2}
              data-column={column}
              {...(isActive ? { id: cellId } : {})}
              className={[styles['cell'], isNumeric ? styles['numeric'] : '', isActive ? styles['active'] : ''].join(' ')}
              style={{ width: widthPx }}
            >
              {record === null ? (
                <span className={styles['bar']} />
              ) : (
                <Value attribute={record.attributes.find(({ name }) => name === field.name)} />
              )}
            </div>
          )
        })}
      </div>
    </div>
  )
})

function Value({ attribute }: { attribute: Attribute | undefined }): ReactNode {
  if (attribute === undefined || attribute.type === 'null') {
    return (
      <span className={styles['none']} title="No value">
        null
      </span>
    )
  }
  const { type, text } = attribute
  if (text === '') {
    return (
      <span className={styles['none']} title="A text without letters">
        empty
      </span>
    )
  }
  const line = text.slice(0, maxCharacters).replaceAll(/\s+/g, ' ')
  return (
    <span
      dir={type === 'json' || type === 'number' ? 'ltr' : 'auto'}
      className={[styles['value'], type === 'json' ? styles['json'] : ''].join(' ')}
    >
      {line}
    </span>
  )
}

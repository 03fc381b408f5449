/** The names of the columns: a click sorts, a drag moves, the right edge makes wider, and a menu has the rest. */
import { ArrowDown, ArrowUp, ChevronDown } from 'lucide-react'
import type { ReactNode } from 'react'
import type { TableQuery } from '../../../electron/contract/query.ts'
import type { Column } from './columns.ts'
import styles from './TableGrid.module.css'

type HeaderRowProps = {
  columns: readonly Column[]
  firstColumn: number
  sort: TableQuery['sort']
  /** Null when the keyboard is in the rows. */
  activeColumn: number | null
  cellId: string
  /** The column that is being dragged or made wider. */
  held: { column: number; kind: 'move' | 'resize' } | null
  /** The column whose menu is open. */
  menuOf: string | null
}

export function HeaderRow({ columns, firstColumn, sort, activeColumn, cellId, held, menuOf }: HeaderRowProps): ReactNode {
  return (
    <div role="row" aria-rowindex={1} data-head="" className={styles['head']}>
      <div role="columnheader" aria-colindex={1} className={styles['gutter']} title="Number of the feature in the file">
        <span />
        No.
      </div>
      <div role="presentation" className={styles['cells']}>
        {columns.map(({ field, widthPx, isNumeric }, index) => {
          const column = firstColumn + index
          const isActive = column === activeColumn
          const sorted = sort?.field === field.name ? (sort.descending ? 'descending' : 'ascending') : 'none'
          return (
            <div
              key={field.name}
              role="columnheader"
              aria-colindex={column + 2}
              aria-sort={sorted}
              aria-label={field.name === '' ? '(no name)' : field.name}
              data-column={column}
              title={field.name}
              {...(isActive ? { id: cellId } : {})}
              className={[
                styles['headCell'],
                isNumeric ? styles['numeric'] : '',
                isActive ? styles['active'] : '',
                held?.column === column ? styles[held.kind === 'move' ? 'dragged' : 'resizing'] : '',
              ].join(' ')}
              style={{ width: widthPx }}
            >
              <span className={styles['headName']}>{field.name === '' ? '(no name)' : field.name}</span>
              {sorted === 'ascending' ? <ArrowUp className={styles['sortMark']} aria-hidden /> : null}
              {sorted === 'descending' ? <ArrowDown className={styles['sortMark']} aria-hidden /> : null}
              <button
                type="button"
                tabIndex={-1}
                data-menu=""
                className={styles['columnMenu']}
                aria-label={`Menu of ${field.name}`}
                aria-haspopup="menu"
                aria-expanded={menuOf === field.name}
              >
                <ChevronDown />
              </button>
              <span className={styles['edge']} data-edge="" />
            </div>
          )
        })}
      </div>
    </div>
  )
}

/** One class of the legend: its symbol, its name, the value it stands for and how many features have it. */
import { X } from 'lucide-react'
import type { ReactNode } from 'react'
import type { SymbolStyle } from '../../../electron/contract/document.ts'
import { type Category, valueText } from '../../document/categories.ts'
import { IconButton } from '../parts/Button.tsx'
import type { GeometryKinds } from './geometryKinds.ts'
import { SymbolPopover } from './SymbolPopover.tsx'
import styles from './Classes.module.css'

type ClassRowProps = {
  category: Category
  /** Null while it is being counted. */
  count: string | null
  kinds: GeometryKinds
  onLabel: (label: string) => void
  onSymbol: (symbol: SymbolStyle) => void
  onRemove: () => void
}

export function ClassRow({ category: { value, label, symbol }, count, kinds, onLabel, onSymbol, onRemove }: ClassRowProps): ReactNode {
  const text = valueText(value)
  return (
    <li className={styles['class']}>
      <SymbolPopover
        of={label === '' ? text : label}
        symbol={symbol}
        kinds={kinds}
        onChange={(change) => onSymbol({ ...symbol, ...change })}
      />
      <span className={styles['names']}>
        <input
          className={styles['label']}
          aria-label={`Label of ${text}`}
          value={label}
          placeholder={text}
          maxLength={500}
          dir="auto"
          title={label}
          onChange={(event) => onLabel(event.target.value)}
        />
        {label === text ? null : (
          <bdi className={styles['value']} title={text}>
            {text}
          </bdi>
        )}
      </span>
      <span className={styles['count']}>{count}</span>
      <IconButton className={styles['remove']} name={`Remove class ${text}`} icon={<X />} side="left" onClick={onRemove} />
    </li>
  )
}

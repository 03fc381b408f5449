/** The classes of a layer, each with its symbol and name, and what can be done to all of them. */
import { RefreshCw } from 'lucide-react'
import type { ReactNode } from 'react'
import { addClasses, type CategoryStyle, changeClass, maxClasses, removeClass, valueText, withoutClass } from '../../document/categories.ts'
import type { Scheme } from '../../document/palettes.ts'
import { IconButton } from '../parts/Button.tsx'
import { Select } from '../parts/Select.tsx'
import { ClassRow } from './ClassRow.tsx'
import { countOf, countOfOthers } from './counts.ts'
import type { GeometryKinds } from './geometryKinds.ts'
import { SymbolPopover } from './SymbolPopover.tsx'
import type { Values } from './useFieldValues.ts'
import styles from './Classes.module.css'
import panel from './StylePanel.module.css'

type ClassListProps = {
  style: CategoryStyle
  values: Values
  scheme: Scheme
  kinds: GeometryKinds
  onChange: (change: (style: CategoryStyle) => CategoryStyle) => void
  onReclassify: () => void
}

export function ClassList({ style, values, scheme, kinds, onChange, onReclassify }: ClassListProps): ReactNode {
  return (
    <section className={panel['block']} aria-label="Classes">
      <div className={panel['blockHeader']}>
        <h3 className={panel['blockHeading']}>
          Classes <span className={styles['total']}>{style.categories.length}</span>
        </h3>
        <IconButton
          name="Reclassify: read the values again"
          icon={<RefreshCw />}
          side="left"
          onClick={onReclassify}
          disabled={values.state !== 'ready'}
        />
      </div>
      <ul className={styles['classes']}>
        {style.categories.map((category) => (
          <ClassRow
            key={`${typeof category.value} ${category.value}`}
            category={category}
            count={countOf(values, category.value)}
            kinds={kinds}
            onLabel={(label) => onChange((now) => changeClass(now, category.value, { label }))}
            onSymbol={(symbol) => onChange((now) => changeClass(now, category.value, { symbol }))}
            onRemove={() => onChange((now) => removeClass(now, category.value))}
          />
        ))}
        <li className={styles['class']}>
          <SymbolPopover
            of="all other values"
            symbol={style.other}
            kinds={kinds}
            onChange={(change) => onChange((now) => ({ ...now, other: { ...now.other, ...change } }))}
          />
          <span className={styles['others']}>All other values</span>
          <span className={styles['count']}>{countOfOthers(values, style)}</span>
        </li>
      </ul>
      <MoreClasses {...{ style, values, scheme, onChange }} />
    </section>
  )
}

/** Values that have no class yet, to be given one. */
function MoreClasses({ style, values, scheme, onChange }: Pick<ClassListProps, 'style' | 'values' | 'scheme' | 'onChange'>): ReactNode {
  if (values.state === 'loading') return <p className={panel['note']}>Counting values…</p>
  if (values.state !== 'ready') return null
  const left = withoutClass(style, values.values.values)
  const room = maxClasses - style.categories.length
  return (
    <>
      {left.length > 0 && room > 0 ? (
        <div className={styles['add']}>
          <Select
            name="Add a class"
            value={null}
            placeholder="Add a class…"
            options={[
              ...(left.length > 1 ? [{ value: 'all', name: `All ${left.length} values without a class` }] : []),
              ...left.map(({ value, count }, at) => ({
                value: String(at),
                name: valueText(value).slice(0, 200),
                detail: count.toLocaleString('en'),
              })),
            ]}
            onChange={(chosen) => {
              const added = chosen === 'all' ? left : left.slice(Number(chosen), Number(chosen) + 1)
              const addedValues = added.map(({ value }) => value)
              onChange((now) => addClasses(now, addedValues, scheme))
            }}
          />
        </div>
      ) : null}
      {left.length > 0 ? (
        <p className={panel['note']}>
          {left.length === 1
            ? 'One value has no class and is'
            : `${left.length}${values.values.more ? ' or more' : ''} values have no class and are`}{' '}
          drawn as “All other values”.
        </p>
      ) : null}
      {values.values.more ? (
        <p className={panel['note']}>
          This field has more than {maxClasses} different values. Only the {maxClasses} most frequent ones can have a class.
        </p>
      ) : null}
    </>
  )
}

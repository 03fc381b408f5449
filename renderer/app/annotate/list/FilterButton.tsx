/** What the list shows: kinds, statuses, sources that occur on the map, and a span of time. */
import { Popover } from '@base-ui/react/popover'
import { ListFilter } from 'lucide-react'
import { type ReactNode, useMemo } from 'react'
import { facetsOf } from '../../../document/annotations/list.ts'
import { kindNames } from '../../../document/annotations/new.ts'
import { documentStore } from '../../../store/documentStore.ts'
import { Button, IconButton } from '../../parts/Button.tsx'
import { useStore } from '../../parts/useStore.ts'
import picker from '../../styling/ColorPicker.module.css'
import { DateField } from '../record/DateField.tsx'
import { clearFilter, countConditions, listStore, setFilter } from './listStore.ts'
import styles from './FilterButton.module.css'

export function FilterButton(): ReactNode {
  const conditions = useStore(listStore, ({ filter }) => countConditions(filter))
  return (
    <Popover.Root>
      <Popover.Trigger
        render={
          <IconButton name={conditions === 0 ? 'Filter' : `Filter: ${conditions} set`} icon={<ListFilter />} pressed={conditions > 0} />
        }
      />
      <Popover.Portal>
        <Popover.Positioner className={picker['positioner']} align="start" sideOffset={6} collisionPadding={8}>
          <Popover.Popup className={`${picker['popup']} ${styles['popup']}`} aria-label="Filter">
            <Conditions />
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  )
}

function Conditions(): ReactNode {
  const annotations = useStore(documentStore, (state) => state.history.document.annotations)
  const filter = useStore(listStore, (state) => state.filter)
  const { kinds, statuses, sources } = useMemo(() => facetsOf(annotations), [annotations])
  return (
    <>
      <Facets
        title="Kind"
        facets={kinds}
        chosen={filter.kinds}
        nameOf={(kind) => kindNames[kind]}
        onChange={(to) => setFilter({ kinds: to })}
      />
      <Facets
        title="Status"
        facets={statuses}
        chosen={filter.statuses}
        nameOf={(status) => (status === '' ? 'no status' : status)}
        onChange={(to) => setFilter({ statuses: to })}
      />
      <Facets
        title="Source"
        facets={sources}
        chosen={filter.sources}
        nameOf={(source) => (source === '' ? 'no source' : source)}
        onChange={(to) => setFilter({ sources: to })}
      />
      <fieldset className={styles['facet']}>
        <legend>Date</legend>
        <DateField label="From" value={filter.from} onChange={(from) => setFilter({ from })} />
        <DateField label="To" value={filter.to} onChange={(to) => setFilter({ to })} />
      </fieldset>
      <div className={styles['foot']}>
        <Button disabled={countConditions(filter) === 0} onClick={clearFilter}>
          Clear filter
        </Button>
      </div>
    </>
  )
}

type FacetsProps<T extends string> = {
  title: string
  facets: readonly { value: T; count: number }[]
  chosen: readonly T[]
  nameOf: (value: T) => string
  onChange: (chosen: T[]) => void
}

function Facets<T extends string>({ title, facets, chosen, nameOf, onChange }: FacetsProps<T>): ReactNode {
  return (
    <fieldset className={styles['facet']}>
      <legend>{title}</legend>
      <div className={styles['values']}>
        {facets.slice(0, 500).map(({ value, count }) => (
          <label key={value} className={styles['value']}>
            <input
              type="checkbox"
              checked={chosen.includes(value)}
              onChange={({ target }) => onChange(target.checked ? [...chosen, value] : chosen.filter((one) => one !== value))}
            />
            <bdi className={styles['name']}>{nameOf(value)}</bdi>
            <span className={styles['count']}>{count.toLocaleString('en-US')}</span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}

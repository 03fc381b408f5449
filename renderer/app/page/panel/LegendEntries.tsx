/** The items of a legend, hidden ones among them, in their order. */
import { ArrowDown, ArrowUp, Heading } from 'lucide-react'
import type { KeyboardEvent, ReactNode } from 'react'
import type { LegendChange } from '../../../../electron/contract/page.ts'
import { changeEntry, type LegendEntry, legendEntries, moveEntry } from '../../../page/legend/edit.ts'
import type { LegendItem } from '../../../page/legend/items.ts'
import { EntrySwatch } from './EntrySwatch.tsx'
import styles from './PagePanel.module.css'

type LegendEntriesProps = {
  items: readonly LegendItem[]
  changes: readonly LegendChange[]
  onChange: (changes: LegendChange[]) => void
}

export function LegendEntries({ items, changes, onChange }: LegendEntriesProps): ReactNode {
  const entries = legendEntries(items, changes)
  return (
    <ul className={styles['entries']} aria-label="Legend items">
      {entries.map((entry, index) => (
        <Entry
          key={entry.item.key}
          entry={entry}
          isFirst={index === 0}
          isLast={index === entries.length - 1}
          onChange={(fields) => onChange(changeEntry(items, changes, entry.item.key, fields))}
          onMove={(by) => onChange(moveEntry(items, changes, entry.item.key, index + by))}
        />
      ))}
    </ul>
  )
}

type EntryProps = {
  entry: LegendEntry
  isFirst: boolean
  isLast: boolean
  onChange: (fields: Partial<Omit<LegendEntry, 'item'>>) => void
  onMove: (by: 1 | -1) => void
}

function Entry({ entry: { item, label, hidden, heading }, isFirst, isLast, onChange, onMove }: EntryProps): ReactNode {
  const name = label ?? item.label
  const onKeyDown = (event: KeyboardEvent): void => {
    const by = event.altKey && event.key === 'ArrowUp' ? -1 : event.altKey && event.key === 'ArrowDown' ? 1 : null
    if (by === null) return
    event.preventDefault()
    onMove(by)
  }
  return (
    <>
      {heading === null ? null : (
        <li className={styles['entry']}>
          <span />
          <span />
          <input
            type="text"
            dir="auto"
            className={[styles['entryName'], styles['entryHeading']].join(' ')}
            aria-label={`Heading above ${name}`}
            data-undo="document"
            maxLength={2_000}
            placeholder="Heading"
            value={heading}
            onChange={(event) => onChange({ heading: event.target.value })}
          />
        </li>
      )}
      <li className={[styles['entry'], hidden ? styles['entryOff'] : ''].join(' ')} onKeyDown={onKeyDown}>
        <input type="checkbox" aria-label={`Show ${name} in the legend`} checked={!hidden} onChange={() => onChange({ hidden: !hidden })} />
        <EntrySwatch swatch={item.swatch} />
        <input
          type="text"
          dir="auto"
          className={[styles['entryName'], item.isHeading ? styles['entryHeading'] : ''].join(' ')}
          aria-label={`Name of ${item.label} in the legend`}
          data-undo="document"
          maxLength={2_000}
          placeholder={item.label}
          value={label ?? item.label}
          onChange={(event) => onChange({ label: event.target.value === '' ? null : event.target.value })}
        />
        <button
          type="button"
          className={styles['step']}
          aria-label={heading === null ? `Add a heading above ${name}` : `Remove the heading above ${name}`}
          title={heading === null ? 'Add a heading above' : 'Remove the heading above'}
          aria-pressed={heading !== null}
          onClick={() => onChange({ heading: heading === null ? '' : null })}
        >
          <Heading />
        </button>
        <button type="button" className={styles['step']} aria-label={`Move ${name} up`} disabled={isFirst} onClick={() => onMove(-1)}>
          <ArrowUp />
        </button>
        <button type="button" className={styles['step']} aria-label={`Move ${name} down`} disabled={isLast} onClick={() => onMove(1)}>
          <ArrowDown />
        </button>
      </li>
    </>
  )
}

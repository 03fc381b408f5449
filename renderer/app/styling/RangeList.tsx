/** The ranges of a graduated style, each with its symbol, its name in the legend and the bound where it ends. */
import { type ReactNode, useState } from 'react'
import type { Histogram } from '../../../electron/contract/query.ts'
import { breaksOf, changeGraduated, type GraduatedStyle, moveBreak, rangeText } from '../../document/graduated.ts'
import type { GeometryKinds } from './geometryKinds.ts'
import { HistogramPicture } from './HistogramPicture.tsx'
import { SymbolPopover } from './SymbolPopover.tsx'
import { inNoRange } from './useHistogram.ts'
import { ValueField } from './ValueField.tsx'
import styles from './Classes.module.css'
import panel from './StylePanel.module.css'

export type RangeListProps = {
  style: GraduatedStyle
  kinds: GeometryKinds
  /** Null while it is not known. */
  histogram: Histogram | null
  onChange: (change: (style: GraduatedStyle) => GraduatedStyle) => void
}

export function RangeList({ style, kinds, histogram, onChange }: RangeListProps): ReactNode {
  const [wrong, setWrong] = useState<{ at: number; problem: string } | null>(null)
  const breaks = breaksOf(style)
  const nulls = histogram?.nulls ?? null
  const move = (at: number, value: number): void => {
    const moved = moveBreak(style, at, value)
    setWrong('problem' in moved ? { at, problem: moved.problem } : null)
    if ('style' in moved) onChange(() => moved.style)
  }
  const bound = (at: number): ReactNode => (
    <ValueField
      name={at === 0 ? 'Lowest value' : at === breaks.length - 1 ? 'Highest value' : `Bound between class ${at} and ${at + 1}`}
      value={breaks[at] ?? 0}
      onChange={(value) => move(at, value)}
      invalid={wrong?.at === at}
    />
  )
  return (
    <section className={panel['block']} aria-label="Classes">
      <div className={panel['blockHeader']}>
        <h3 className={panel['blockHeading']}>
          Classes <span className={styles['total']}>{style.classes.length}</span>
        </h3>
        <span className={styles['upTo']} aria-hidden>
          up to
        </span>
      </div>
      {histogram === null ? null : <HistogramPicture {...{ histogram, style }} />}
      <ul className={styles['classes']}>
        {breaks.length === 0 ? null : (
          <li className={styles['range']}>
            <span className={styles['from']}>Lowest value</span>
            {bound(0)}
          </li>
        )}
        {style.classes.map(({ lower, upper, label, symbol }, at) => (
          <li key={at} className={styles['range']}>
            <SymbolPopover
              of={label === '' ? rangeText(lower, upper) : label}
              symbol={symbol}
              kinds={kinds}
              onChange={(change) => onChange((now) => changeGraduated(now, at, { symbol: { ...symbol, ...change } }))}
            />
            <input
              className={styles['label']}
              aria-label={`Label of class ${at + 1}`}
              value={label}
              placeholder={rangeText(lower, upper)}
              maxLength={500}
              dir="auto"
              title={titleOf(label, histogram?.inRanges[at])}
              onChange={(event) => onChange((now) => changeGraduated(now, at, { label: event.target.value }))}
            />
            {bound(at + 1)}
          </li>
        ))}
        <li className={styles['range']}>
          <SymbolPopover
            of="all other values"
            symbol={style.other}
            kinds={kinds}
            onChange={(change) => onChange((now) => ({ ...now, other: { ...now.other, ...change } }))}
          />
          <span className={styles['others']}>No number, or in no class</span>
          <span className={styles['count']}>{histogram === null ? null : inNoRange(histogram).toLocaleString('en')}</span>
        </li>
      </ul>
      {wrong === null ? null : (
        <p role="alert" className={panel['failed']}>
          {wrong.problem}
        </p>
      )}
      {nulls === null || nulls === 0 ? null : (
        <p className={panel['note']}>
          {nulls === 1 ? 'One feature has' : `${nulls.toLocaleString('en')} features have`} no number in this field.
        </p>
      )}
    </section>
  )
}

const titleOf = (label: string, count: number | undefined): string =>
  count === undefined ? label : `${label} (${count.toLocaleString('en')} ${count === 1 ? 'feature' : 'features'})`

/** The numbers of a field as bars in the colours of their classes, and where the classes end. */
import type { ReactNode } from 'react'
import { rangeIndex } from '../../../electron/contract/ranges.ts'
import type { Histogram } from '../../../electron/contract/query.ts'
import { breaksOf, type GraduatedStyle, numberText } from '../../document/graduated.ts'
import styles from './Histogram.module.css'

const [width, height] = [300, 56]

export function HistogramPicture({ histogram, style }: { histogram: Histogram; style: GraduatedStyle }): ReactNode {
  const { min, max, counts } = histogram
  if (min === null || max === null || min === max) return null
  const breaks = breaksOf(style)
  // Classes may begin before the least number and end behind the greatest.
  const [from, to] = [Math.min(min, ...breaks), Math.max(max, ...breaks)]
  const placeOf = (value: number): number => (value / (to - from) - from / (to - from)) * width
  const most = Math.max(1, ...counts)
  const ranges = style.classes.map(({ lower, upper }) => [lower, upper] as const)
  const bars = counts.map((count, bar) => {
    const [start, end] = [bar, bar + 1].map((edge) => min * (1 - edge / counts.length) + max * (edge / counts.length)) as [number, number]
    const { color } = style.classes[rangeIndex(ranges, start / 2 + end / 2)]?.symbol ?? style.other
    // Few are not none.
    const tall = count === 0 ? 0 : Math.max(1.5, (count / most) * (height - 6))
    return { x: placeOf(start), wide: Math.max(0.5, placeOf(end) - placeOf(start) - 0.75), tall, color }
  })
  const all = counts.reduce((sum, count) => sum + count, 0)
  return (
    <svg
      className={styles['histogram']}
      viewBox={`0 0 ${width} ${height}`}
      preserveAspectRatio="none"
      role="img"
      aria-label={`Histogram of ${style.field}: ${all.toLocaleString('en')} numbers from ${numberText(min)} to ${numberText(max)}`}
    >
      {bars.map(({ x, wide, tall, color }, bar) => (
        <rect key={bar} className={styles['bar']} x={x} y={height - tall} width={wide} height={tall} fill={color} />
      ))}
      <path className={styles['ground']} d={`M0,${height}H${width}`} />
      {breaks.slice(1, -1).map((value) => (
        <path key={value} className={styles['break']} d={`M${placeOf(value)},0V${height}`} />
      ))}
    </svg>
  )
}

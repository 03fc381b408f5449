/** A slider over a range of numbers. The arrow keys step it; a drag reports every value on its way. */
import type { ReactNode } from 'react'
import styles from './Slider.module.css'

type SliderProps = {
  /** Its accessible name. */
  name: string
  value: number
  min: number
  max: number
  step: number
  onChange: (value: number) => void
  /** What is spoken in place of the bare number: '40 %'. */
  valueText?: string | undefined
  disabled?: boolean | undefined
}

export function Slider({ name, value, min, max, step, onChange, valueText, disabled = false }: SliderProps): ReactNode {
  const filled = `${((Math.min(max, Math.max(min, value)) - min) / (max - min)) * 100}%`
  return (
    <input
      type="range"
      className={styles['slider']}
      style={{ '--filled': filled }}
      aria-label={name}
      aria-valuetext={valueText}
      {...{ min, max, step, disabled }}
      value={value}
      onChange={(event) => onChange(event.target.valueAsNumber)}
    />
  )
}

declare module 'react' {
  interface CSSProperties {
    '--filled'?: string
  }
}

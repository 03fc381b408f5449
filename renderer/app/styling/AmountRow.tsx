/** An amount with a unit: a slider for the usual range, and a field for every value that is allowed. */
import type { ReactNode } from 'react'
import { NumberField } from '../parts/NumberField.tsx'
import { Slider } from '../parts/Slider.tsx'
import { Row } from './Row.tsx'

export type Unit = { short: string; spoken: string }
export const millimetres: Unit = { short: 'mm', spoken: 'millimetres' }
export const points: Unit = { short: 'pt', spoken: 'points' }
export const percent: Unit = { short: '%', spoken: 'per cent' }

type AmountRowProps = {
  label: string
  value: number
  min: number
  max: number
  /** Where the slider ends. */
  sliderMax: number
  step: number
  unit: Unit
  onChange: (value: number) => void
}

export function AmountRow({ label, value, min, max, sliderMax, step, unit, onChange }: AmountRowProps): ReactNode {
  // A slider whose range does not begin on a step would count its steps from there.
  const slide = (to: number): void => onChange(Math.min(max, Math.max(min, Math.round(to * 1e4) / 1e4)))
  const sliderMin = Math.floor(min / step) * step
  return (
    <Row label={label}>
      <Slider
        name={label}
        {...{ value, step }}
        min={sliderMin}
        max={sliderMax}
        onChange={slide}
        valueText={`${Math.round(value * 100) / 100} ${unit.spoken}`}
      />
      <NumberField name={`${label} in ${unit.spoken}`} {...{ value, min, max, step }} unit={unit.short} onChange={onChange} />
    </Row>
  )
}

/** Sizes in proportion to a field: of marks by their area, of lines by their width. */
import { type ReactNode, useRef } from 'react'
import type { LayerField } from '../../../electron/contract/layer.ts'
import type { SizeByField } from '../../../electron/contract/style.ts'
import { isNumeric, suggestNumber } from '../../document/graduated.ts'
import { Select } from '../parts/Select.tsx'
import { Switch } from '../parts/Switch.tsx'
import { AmountRow, millimetres } from './AmountRow.tsx'
import { fieldOptions } from './fields.ts'
import type { GeometryKinds } from './geometryKinds.ts'
import { ChoiceRow } from './ChoiceRow.tsx'
import { Row } from './Row.tsx'
import { ValueField } from './ValueField.tsx'
import panel from './StylePanel.module.css'

const usual = { by: 'area', minMm: 1, maxMm: 8, minLineMm: 0.2, maxLineMm: 3 } as const

type SizeFieldsProps = {
  size: SizeByField | null
  fields: readonly LayerField[]
  kinds: GeometryKinds
  /** Reads the lowest and the highest number of a field; null when it has none. */
  rangeOf: (field: string) => Promise<{ min: number; max: number } | null>
  onChange: (size: SizeByField | null) => void
}

export function SizeFields({ size, fields, kinds, rangeOf, onChange }: SizeFieldsProps): ReactNode {
  // Sizes that are switched off and on again are as before.
  const last = useRef<SizeByField | null>(null)
  const first = suggestNumber(fields)
  if (!kinds.points && !kinds.lines) return null
  const take = async (field: string, base: Omit<SizeByField, 'field' | 'from' | 'to'>): Promise<void> => {
    const range = await rangeOf(field)
    // From nothing on, a mark of twice the area is twice the value.
    if (range !== null) onChange({ ...base, field, from: Math.min(0, range.min), to: range.max })
  }
  const turn = (on: boolean): void => {
    if (!on) last.current = size
    if (!on) onChange(null)
    else if (last.current !== null) onChange(last.current)
    else if (first !== null) void take(first, usual)
  }
  return (
    <section className={panel['block']} aria-label="Size by value">
      <div className={panel['blockHeader']}>
        <h3 className={panel['blockHeading']}>Size by value</h3>
        <Switch name="Size by value" on={size !== null} onChange={turn} disabled={size === null && first === null} />
      </div>
      {size === null ? null : (
        <>
          <Row label="Field">
            <Select
              name="Size field"
              value={size.field}
              options={fieldOptions(fields.filter(isNumeric), size.field)}
              onChange={(field) => void take(field, size)}
              placeholder="Choose a field"
            />
          </Row>
          <Row label="Values">
            <ValueField name="Value of the smallest size" value={size.from} onChange={(from) => onChange({ ...size, from })} />
            <span aria-hidden>–</span>
            <ValueField name="Value of the largest size" value={size.to} onChange={(to) => onChange({ ...size, to })} />
          </Row>
          {kinds.points ? (
            <>
              <ChoiceRow
                label="Grows by"
                value={size.by}
                words={{ area: 'Area', width: 'Width' }}
                onChange={(by) => onChange({ ...size, by })}
              />
              <AmountRow
                label="Smallest"
                value={size.minMm}
                {...{ min: 0, max: 100, sliderMax: 12, step: 0.1 }}
                unit={millimetres}
                onChange={(minMm) => onChange({ ...size, minMm })}
              />
              <AmountRow
                label="Largest"
                value={size.maxMm}
                {...{ min: 0, max: 100, sliderMax: 25, step: 0.1 }}
                unit={millimetres}
                onChange={(maxMm) => onChange({ ...size, maxMm })}
              />
            </>
          ) : null}
          {kinds.lines ? (
            <>
              <AmountRow
                label="Thinnest line"
                value={size.minLineMm}
                {...{ min: 0, max: 100, sliderMax: 4, step: 0.05 }}
                unit={millimetres}
                onChange={(minLineMm) => onChange({ ...size, minLineMm })}
              />
              <AmountRow
                label="Thickest line"
                value={size.maxLineMm}
                {...{ min: 0, max: 100, sliderMax: 8, step: 0.05 }}
                unit={millimetres}
                onChange={(maxLineMm) => onChange({ ...size, maxLineMm })}
              />
            </>
          ) : null}
        </>
      )}
    </section>
  )
}

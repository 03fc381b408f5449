/** What is written beside the features of a layer, and how. */
import { type ReactNode, useRef } from 'react'
import type { LabelStyle } from '../../../electron/contract/document.ts'
import type { LayerField } from '../../../electron/contract/layer.ts'
import { plainLabel } from '../../../electron/contract/newLayer.ts'
import { Select } from '../parts/Select.tsx'
import { Switch } from '../parts/Switch.tsx'
import { AmountRow, points } from './AmountRow.tsx'
import { ColorField } from './ColorField.tsx'
import { fieldOptions, labelField } from './fields.ts'
import { Row } from './Row.tsx'
import styles from './StylePanel.module.css'

type LabelFieldsProps = { label: LabelStyle | null; fields: readonly LayerField[]; onChange: (label: LabelStyle | null) => void }

export function LabelFields({ label, fields, onChange }: LabelFieldsProps): ReactNode {
  // Labels that are switched off and on again look as before.
  const last = useRef<LabelStyle | null>(null)
  const first = labelField(fields)
  const turn = (on: boolean): void => {
    if (!on) last.current = label
    onChange(on ? (last.current ?? (first === null ? null : { field: first, ...plainLabel })) : null)
  }
  return (
    <section className={styles['block']} aria-label="Labels">
      <div className={styles['blockHeader']}>
        <h3 className={styles['blockHeading']}>Labels</h3>
        <Switch name="Labels" on={label !== null} onChange={turn} disabled={label === null && first === null} />
      </div>
      {label === null ? null : (
        <>
          <Row label="Text from">
            <Select
              name="Label field"
              value={label.field}
              options={fieldOptions(fields, label.field)}
              onChange={(field) => onChange({ ...label, field })}
              placeholder="Choose a field"
            />
          </Row>
          <AmountRow
            label="Text size"
            value={label.sizePt}
            {...{ min: 4, max: 72, sliderMax: 24, step: 0.5 }}
            unit={points}
            onChange={(sizePt) => onChange({ ...label, sizePt })}
          />
          <Row label="Text colour">
            <ColorField name="Text colour" color={label.color} onChange={(color) => onChange({ ...label, color })} />
          </Row>
          <Row label="Halo">
            <ColorField
              name="Halo colour"
              color={label.haloColor ?? '#ffffff'}
              onChange={(haloColor) => onChange({ ...label, haloColor })}
            />
          </Row>
        </>
      )}
    </section>
  )
}

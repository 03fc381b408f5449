/** What is written beside the features of a layer, and how. */
import { type ReactNode, useRef } from 'react'
import { templateOfField } from '../../../electron/contract/labelTemplate.ts'
import type { LayerField, SourceId } from '../../../electron/contract/layer.ts'
import { plainLabel } from '../../../electron/contract/newLayer.ts'
import type { LabelStyle } from '../../../electron/contract/style.ts'
import { Choices } from '../parts/Choices.tsx'
import { Select } from '../parts/Select.tsx'
import { Switch } from '../parts/Switch.tsx'
import { AmountRow, millimetres, points } from './AmountRow.tsx'
import { ColorField } from './ColorField.tsx'
import { fieldOptions, labelField } from './fields.ts'
import { Row } from './Row.tsx'
import { ScaleFields } from './ScaleFields.tsx'
import { TemplateField } from './TemplateField.tsx'
import styles from './StylePanel.module.css'

type LabelFieldsProps = {
  label: LabelStyle | null
  fields: readonly LayerField[]
  source: SourceId | null
  onChange: (label: LabelStyle | null) => void
}

export function LabelFields({ label, fields, source, onChange }: LabelFieldsProps): ReactNode {
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
      {label === null ? null : <Letters {...{ label, fields, source, onChange }} />}
    </section>
  )
}

function Letters({ label, fields, source, onChange }: LabelFieldsProps & { label: LabelStyle }): ReactNode {
  const { template = null, wrapMm = null, haloColor, bold = true } = label
  return (
    <>
      <Row label="Written">
        <Choices
          name="Written"
          value={template === null ? 'field' : 'template'}
          choices={[
            { value: 'field', name: 'A field' },
            { value: 'template', name: 'Template' },
          ]}
          onChange={(to) => onChange({ ...label, template: to === 'field' ? null : templateOfField(label.field) })}
        />
      </Row>
      {template === null ? (
        <Row label="Text from">
          <Select
            name="Label field"
            value={label.field}
            options={fieldOptions(fields, label.field)}
            onChange={(field) => onChange({ ...label, field })}
            placeholder="Choose a field"
          />
        </Row>
      ) : (
        <TemplateField {...{ template, fields, source }} onChange={(to) => onChange({ ...label, template: to })} />
      )}
      <AmountRow
        label="Text size"
        value={label.sizePt}
        {...{ min: 4, max: 72, sliderMax: 24, step: 0.5 }}
        unit={points}
        onChange={(sizePt) => onChange({ ...label, sizePt })}
      />
      <Row label="Bold">
        <Switch name="Bold" on={bold} onChange={(on) => onChange({ ...label, bold: on })} />
      </Row>
      <Row label="Text colour">
        <ColorField name="Text colour" color={label.color} onChange={(color) => onChange({ ...label, color })} />
      </Row>
      <Row label="Halo">
        <Switch name="Halo" on={haloColor !== null} onChange={(on) => onChange({ ...label, haloColor: on ? '#ffffff' : null })} />
        {haloColor === null ? null : (
          <ColorField name="Halo colour" color={haloColor} onChange={(color) => onChange({ ...label, haloColor: color })} />
        )}
      </Row>
      <Row label="Wrapped">
        <Switch name="Wrapped into lines" on={wrapMm !== null} onChange={(on) => onChange({ ...label, wrapMm: on ? 30 : null })} />
      </Row>
      {wrapMm === null ? null : (
        <AmountRow
          label="Line length"
          value={wrapMm}
          {...{ min: 5, max: 500, sliderMax: 80, step: 1 }}
          unit={millimetres}
          onChange={(to) => onChange({ ...label, wrapMm: to })}
        />
      )}
      <ScaleFields of="Labels" range={label} onChange={(range) => onChange({ ...label, ...range })} />
    </>
  )
}

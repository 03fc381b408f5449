/** How names, texts and callouts are lettered. */
import type { ReactNode } from 'react'
import type { Annotation } from '../../../../electron/contract/annotation.ts'
import { AmountRow, points } from '../../styling/AmountRow.tsx'
import { ColorField } from '../../styling/ColorField.tsx'
import { Row } from '../../styling/Row.tsx'
import form from '../../styling/StylePanel.module.css'
import { editStyle } from './edit.ts'
import { OptionalColorRow } from './OptionalColorRow.tsx'
import { shared } from './shared.ts'

export function TextStyleFields({ annotations, hasBox }: { annotations: readonly Annotation[]; hasBox: boolean }): ReactNode {
  const style = annotations[0]?.properties.style
  if (style === undefined) return null
  return (
    <div className={form['block']}>
      <AmountRow
        label="Text size"
        value={style.textSizePt}
        {...{ min: 4, max: 144, sliderMax: 36, step: 0.5 }}
        unit={points}
        onChange={(textSizePt) => editStyle({ textSizePt })}
      />
      <Row label="Text colour">
        <ColorField name="Text colour" color={style.textColor} onChange={(textColor) => editStyle({ textColor })} />
      </Row>
      <OptionalColorRow
        label="Halo"
        color={shared(annotations, (one) => one.style.haloColor)}
        otherwise="#ffffff"
        onChange={(haloColor) => editStyle({ haloColor })}
      />
      {hasBox ? (
        <OptionalColorRow
          label="Box"
          color={shared(annotations, (one) => one.style.boxColor)}
          otherwise="#ffffff"
          onChange={(boxColor) => editStyle({ boxColor })}
        />
      ) : null}
    </div>
  )
}

/** What an element stands on: a ground, a line around it, and the white within. */
import type { ReactNode } from 'react'
import type { PageElement, PagePanel } from '../../../../electron/contract/page.ts'
import { OptionalColorRow } from '../../annotate/record/OptionalColorRow.tsx'
import { AmountRow, millimetres, percent } from '../../styling/AmountRow.tsx'
import form from '../../styling/StylePanel.module.css'
import { edit } from './edit.ts'

export function PanelFields({ element: { id, panel, type } }: { element: PageElement }): ReactNode {
  const set = (fields: Partial<PagePanel>): void => edit(id, { panel: { ...panel, ...fields } })
  const hasWhite = type !== 'mapFrame' && type !== 'inset' && type !== 'rectangle'
  return (
    <div className={form['block']}>
      <h3 className={form['blockHeading']}>{type === 'rectangle' ? 'Fill and line' : 'Ground'}</h3>
      <OptionalColorRow label="Fill" color={panel.fill} otherwise="#ffffff" onChange={(fill) => set({ fill })} />
      {panel.fill === null ? null : (
        <AmountRow
          label="Opacity"
          value={Math.round(panel.fillOpacity * 100)}
          {...{ min: 0, max: 100, sliderMax: 100, step: 1 }}
          unit={percent}
          onChange={(value) => set({ fillOpacity: value / 100 })}
        />
      )}
      <OptionalColorRow
        label="Line"
        color={panel.stroke}
        otherwise="#7d858e"
        onChange={(stroke) => set({ stroke, ...(stroke !== null && panel.strokeWidthMm === 0 ? { strokeWidthMm: 0.3 } : {}) })}
      />
      {panel.stroke === null ? null : (
        <AmountRow
          label="Line width"
          value={panel.strokeWidthMm}
          {...{ min: 0, max: 20, sliderMax: 3, step: 0.05 }}
          unit={millimetres}
          onChange={(strokeWidthMm) => set({ strokeWidthMm })}
        />
      )}
      {hasWhite ? (
        <AmountRow
          label="Padding"
          value={panel.paddingMm}
          {...{ min: 0, max: 200, sliderMax: 12, step: 0.25 }}
          unit={millimetres}
          onChange={(paddingMm) => set({ paddingMm })}
        />
      ) : null}
    </div>
  )
}

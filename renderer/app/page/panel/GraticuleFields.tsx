/** The geographic grid on a frame. */
import type { ReactNode } from 'react'
import type { Graticule, MapFrame, Page } from '../../../../electron/contract/page.ts'
import { newGraticule, proportionsOf } from '../../../page/elements.ts'
import { Select } from '../../parts/Select.tsx'
import { Switch } from '../../parts/Switch.tsx'
import { AmountRow, millimetres } from '../../styling/AmountRow.tsx'
import { ChoiceRow } from '../../styling/ChoiceRow.tsx'
import { ColorField } from '../../styling/ColorField.tsx'
import { Row } from '../../styling/Row.tsx'
import form from '../../styling/StylePanel.module.css'
import { edit } from './edit.ts'
import { TypeFields } from './TypeFields.tsx'

const automatic = 'auto'
/** Degrees, minutes and their parts. */
const steps: readonly (readonly [deg: number, name: string])[] = [
  [30, '30°'],
  [20, '20°'],
  [10, '10°'],
  [5, '5°'],
  [2, '2°'],
  [1, '1°'],
  [0.5, '30′'],
  [0.25, '15′'],
  [1 / 6, '10′'],
  [1 / 12, '5′'],
  [1 / 30, '2′'],
  [1 / 60, '1′'],
]

export function GraticuleFields({ page, frame: { id, graticule } }: { page: Page; frame: MapFrame }): ReactNode {
  const set = (fields: Partial<Graticule>): void => {
    if (graticule !== null) edit(id, { graticule: { ...graticule, ...fields } })
  }
  const own = graticule?.stepDeg ?? null
  const isListed = own === null || steps.some(([deg]) => deg === own)
  return (
    <div className={form['block']}>
      <div className={form['blockHeader']}>
        <h3 className={form['blockHeading']}>Graticule</h3>
        <Switch
          name="Graticule"
          on={graticule !== null}
          onChange={(on) => edit(id, { graticule: on ? newGraticule(proportionsOf(page.size)) : null })}
        />
      </div>
      {graticule === null ? null : (
        <>
          <Row label="Every">
            <Select
              name="Degrees between lines"
              value={own === null ? automatic : String(own)}
              placeholder=""
              options={[
                { value: automatic, name: 'As suits the map' },
                ...(isListed ? [] : [{ value: String(own), name: `${own}°` }]),
                ...steps.map(([deg, name]) => ({ value: String(deg), name })),
              ]}
              onChange={(to) => set({ stepDeg: to === automatic ? null : Number(to) })}
            />
          </Row>
          <ChoiceRow
            label="Lines"
            name="Lines of the graticule"
            value={graticule.lines}
            words={{ full: 'Across', ticks: 'Ticks' }}
            onChange={(lines) => set({ lines })}
          />
          <ChoiceRow
            label="Labels"
            name="Labels of the graticule"
            value={graticule.labels}
            words={{ inside: 'Inside', outside: 'Outside', none: 'None' }}
            onChange={(labels) => set({ labels })}
          />
          <Row label="Line">
            <ColorField name="Colour of the graticule" color={graticule.color} onChange={(color) => set({ color })} />
          </Row>
          <AmountRow
            label="Line width"
            value={graticule.widthMm}
            {...{ min: 0.02, max: 5, sliderMax: 1, step: 0.02 }}
            unit={millimetres}
            onChange={(widthMm) => set({ widthMm })}
          />
          {graticule.labels === 'none' ? null : <TypeFields of="Label" style={graticule.text} onChange={(text) => set({ text })} />}
        </>
      )}
    </div>
  )
}

/** Units, look and place of the scale bar. */
import type { ReactNode } from 'react'
import type { Page, ScaleBarElement, ScaleUnit } from '../../../../electron/contract/page.ts'
import { scaleUnits } from '../../../../electron/contract/page.ts'
import { Select } from '../../parts/Select.tsx'
import { Switch } from '../../parts/Switch.tsx'
import { ChoiceRow } from '../../styling/ChoiceRow.tsx'
import { Row } from '../../styling/Row.tsx'
import form from '../../styling/StylePanel.module.css'
import { edit } from './edit.ts'
import { FitSelect } from './FitSelect.tsx'
import { FrameSelect } from './FrameSelect.tsx'
import { TypeFields } from './TypeFields.tsx'

const names: Record<ScaleUnit, string> = { km: 'Kilometres', mi: 'Miles', nmi: 'Nautical miles', m: 'Metres' }
const none = 'none'

export function ScaleBarFields({ page, element }: { page: Page; element: ScaleBarElement }): ReactNode {
  const { id, units, look, ratio, style, fit, frame } = element
  const [first = 'km', second] = units
  const options = scaleUnits.map((unit) => ({ value: unit, name: names[unit] }))
  return (
    <div className={form['block']}>
      <FrameSelect page={page} value={frame} none="First map of the page" onChange={(to) => edit(id, { frame: to })} />
      <Row label="Units">
        <Select
          name="Units"
          value={first}
          placeholder=""
          options={options}
          onChange={(to) => edit(id, { units: second === undefined || second === to ? [to] : [to, second] })}
        />
      </Row>
      <Row label="Second">
        <Select<ScaleUnit | typeof none>
          name="Second units"
          value={second ?? none}
          placeholder=""
          options={[{ value: none, name: 'None' }, ...options.filter(({ value }) => value !== first)]}
          onChange={(to) => edit(id, { units: to === none ? [first] : [first, to] })}
        />
      </Row>
      <ChoiceRow
        label="Look"
        name="Look of the scale bar"
        value={look}
        words={{ double: 'Double', bar: 'Bar', line: 'Line' }}
        onChange={(to) => edit(id, { look: to })}
      />
      <Row label="Ratio">
        <Switch name="Ratio, as 1:2,500,000" on={ratio} onChange={(to) => edit(id, { ratio: to })} />
      </Row>
      <FitSelect value={fit} onChange={(to) => edit(id, { fit: to })} />
      <TypeFields style={style} onChange={(to) => edit(id, { style: to })} />
      <p className={form['note']}>The bar is true at the centre of its map: away from it, Mercator stretches the ground.</p>
    </div>
  )
}

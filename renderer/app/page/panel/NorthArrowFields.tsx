/** Which north the arrow shows, and its look. */
import type { ReactNode } from 'react'
import type { NorthArrowElement, Page } from '../../../../electron/contract/page.ts'
import { documentStore } from '../../../store/documentStore.ts'
import { DateField } from '../../annotate/record/DateField.tsx'
import { Switch } from '../../parts/Switch.tsx'
import { useStore } from '../../parts/useStore.ts'
import { ChoiceRow } from '../../styling/ChoiceRow.tsx'
import { ColorField } from '../../styling/ColorField.tsx'
import { Row } from '../../styling/Row.tsx'
import form from '../../styling/StylePanel.module.css'
import { edit } from './edit.ts'
import { FrameSelect } from './FrameSelect.tsx'

export function NorthArrowFields({ page, element }: { page: Page; element: NorthArrowElement }): ReactNode {
  const { id, north, declination, date, look, color, frame } = element
  const asOf = useStore(documentStore, (state) => state.history.document.asOf)
  return (
    <div className={form['block']}>
      <FrameSelect page={page} value={frame} none="First map of the page" onChange={(to) => edit(id, { frame: to })} />
      <ChoiceRow
        label="North"
        value={north}
        words={{ true: 'True', grid: 'Grid', magnetic: 'Magnetic' }}
        onChange={(to) => edit(id, { north: to })}
      />
      <Row label="Declination">
        <Switch name="Magnetic declination in words" on={declination} onChange={(to) => edit(id, { declination: to })} />
      </Row>
      {declination || north === 'magnetic' ? (
        <>
          <DateField label="Date" value={date} onChange={(to) => edit(id, { date: to })} />
          <p className={form['note']}>
            {date === null ? `As of the map: ${asOf ?? 'no date'}. ` : ''}By the World Magnetic Model 2025, at the centre of the map.
          </p>
        </>
      ) : null}
      <ChoiceRow
        label="Look"
        name="Look of the arrow"
        value={look}
        words={{ needle: 'Needle', arrow: 'Arrow', compass: 'Compass' }}
        onChange={(to) => edit(id, { look: to })}
      />
      <Row label="Colour">
        <ColorField name="Colour" color={color} onChange={(to) => edit(id, { color: to })} />
      </Row>
    </div>
  )
}

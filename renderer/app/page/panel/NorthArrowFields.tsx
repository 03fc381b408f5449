/** Which north the arrow shows, and its look. */
import type { ReactNode } from 'react'
import type { NorthArrowElement, Page } from '../../../../electron/contract/page.ts'
import { documentStore } from '../../../store/documentStore.ts'
import { DateField } from '../../annotate/record/DateField.tsx'
import { Choices } from '../../parts/Choices.tsx'
import { Switch } from '../../parts/Switch.tsx'
import { useStore } from '../../parts/useStore.ts'
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
      <Row label="North">
        <Choices
          name="North"
          value={north}
          choices={[
            { value: 'true', name: 'True' },
            { value: 'grid', name: 'Grid' },
            { value: 'magnetic', name: 'Magnetic' },
          ]}
          onChange={(to) => edit(id, { north: to })}
        />
      </Row>
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
      <Row label="Look">
        <Choices
          name="Look of the arrow"
          value={look}
          choices={[
            { value: 'needle', name: 'Needle' },
            { value: 'arrow', name: 'Arrow' },
            { value: 'compass', name: 'Compass' },
          ]}
          onChange={(to) => edit(id, { look: to })}
        />
      </Row>
      <Row label="Colour">
        <ColorField name="Colour" color={color} onChange={(to) => edit(id, { color: to })} />
      </Row>
    </div>
  )
}

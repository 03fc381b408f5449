/** Which north the arrow shows, and its look. */
import type { ReactNode } from 'react'
import type { NorthArrowElement, Page } from '../../../../electron/contract/page.ts'
import { Choices } from '../../parts/Choices.tsx'
import { ColorField } from '../../styling/ColorField.tsx'
import { Row } from '../../styling/Row.tsx'
import form from '../../styling/StylePanel.module.css'
import { edit } from './edit.ts'
import { FrameSelect } from './FrameSelect.tsx'

export function NorthArrowFields({ page, element }: { page: Page; element: NorthArrowElement }): ReactNode {
  const { id, north, look, color, frame } = element
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
          ]}
          onChange={(to) => edit(id, { north: to })}
        />
      </Row>
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

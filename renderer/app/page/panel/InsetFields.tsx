/** What the locator shows: the surroundings of its frame, found by itself, or what it is set to. */
import type { ReactNode } from 'react'
import type { InsetElement, Page } from '../../../../electron/contract/page.ts'
import { insetView } from '../../../page/furniture/locator.ts'
import { scaledTo } from '../../../page/frameMoves.ts'
import { Button } from '../../parts/Button.tsx'
import { Choices } from '../../parts/Choices.tsx'
import { AmountRow, millimetres } from '../../styling/AmountRow.tsx'
import { ColorField } from '../../styling/ColorField.tsx'
import { Row } from '../../styling/Row.tsx'
import form from '../../styling/StylePanel.module.css'
import { presentView } from '../actions.ts'
import { BasemapSelects } from './BasemapSelects.tsx'
import { edit } from './edit.ts'
import { FrameSelect } from './FrameSelect.tsx'
import styles from './PagePanel.module.css'
import { ScaleField } from './ScaleField.tsx'

export function InsetFields({ page, element }: { page: Page; element: InsetElement }): ReactNode {
  const { id, frame, view, basemap, box, outlineColor, outlineWidthMm } = element
  const shown = insetView(element, page)
  return (
    <div className={form['block']}>
      <FrameSelect page={page} value={frame} none="First map of the page" onChange={(to) => edit(id, { frame: to })} />
      <Row label="Shows">
        <Choices
          name="Extent of the inset"
          value={view === null ? 'auto' : 'own'}
          choices={[
            { value: 'auto', name: 'Surroundings' },
            { value: 'own', name: 'Own extent' },
          ]}
          onChange={(of) =>
            edit(id, { view: of === 'auto' || shown === null ? null : { kind: 'scale', center: shown.center, scale: shown.scale } })
          }
        />
      </Row>
      {view === null || shown === null ? null : (
        <>
          <Row label="Scale">
            <ScaleField
              name="Scale of the inset"
              value={shown.scale}
              onChange={(to) => edit(id, { view: scaledTo({ view, rotationDeg: 0, box }, to) })}
            />
          </Row>
          <Row label="">
            <Button className={styles['wide']} onClick={() => edit(id, { view: presentView() })}>
              Set to the map’s view
            </Button>
          </Row>
        </>
      )}
      <BasemapSelects value={basemap} onChange={(to) => edit(id, { basemap: to })} />
      <Row label="Outline">
        <ColorField name="Outline" color={outlineColor} onChange={(to) => edit(id, { outlineColor: to })} />
      </Row>
      <AmountRow
        label="Outline width"
        value={outlineWidthMm}
        {...{ min: 0.05, max: 10, sliderMax: 3, step: 0.05 }}
        unit={millimetres}
        onChange={(to) => edit(id, { outlineWidthMm: to })}
      />
    </div>
  )
}

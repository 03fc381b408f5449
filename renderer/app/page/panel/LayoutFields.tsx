/** While nothing is selected: the layouts that place everything at once, the margin, and the colour of the paper. */
import type { ReactNode } from 'react'
import type { Page } from '../../../../electron/contract/page.ts'
import { presets } from '../../../page/presets/index.ts'
import { AmountRow, millimetres } from '../../styling/AmountRow.tsx'
import { ColorField } from '../../styling/ColorField.tsx'
import { Row } from '../../styling/Row.tsx'
import form from '../../styling/StylePanel.module.css'
import { applyPreset } from '../actions.ts'
import { editPage } from './edit.ts'
import styles from './PagePanel.module.css'
import { PresetPicture } from './PresetPicture.tsx'

export function LayoutFields({ page }: { page: Page }): ReactNode {
  return (
    <>
      <div className={form['block']} role="group" aria-label="Layout">
        <h3 className={form['blockHeading']}>Layout</h3>
        <div className={styles['presets']}>
          {presets.map(({ id, name }) => (
            <button key={id} type="button" className={styles['preset']} onClick={() => applyPreset(id)}>
              <PresetPicture preset={id} />
              <span>{name}</span>
            </button>
          ))}
        </div>
        <p className={form['note']}>Lays the page out anew. The map keeps its place, a fact box its text; undo brings the old page back.</p>
      </div>
      <div className={form['block']}>
        <AmountRow
          label="Margin"
          value={page.marginMm}
          {...{ min: 0, max: 500, sliderMax: 40, step: 0.5 }}
          unit={millimetres}
          onChange={(marginMm) => editPage({ marginMm })}
        />
        <Row label="Paper">
          <ColorField name="Paper" color={page.background} onChange={(background) => editPage({ background })} />
        </Row>
      </div>
    </>
  )
}

/** What a map frame shows, and how. */
import type { ReactNode } from 'react'
import type { MapFrame } from '../../../../electron/contract/page.ts'
import { formatCoordinate } from '../../../map/index.ts'
import { scaledTo } from '../../../page/frameMoves.ts'
import { frameView } from '../../../page/mapView.ts'
import { panelStore } from '../../../store/panelStore.ts'
import { Button } from '../../parts/Button.tsx'
import { NumberField } from '../../parts/NumberField.tsx'
import { useStore } from '../../parts/useStore.ts'
import { AmountRow, type Unit } from '../../styling/AmountRow.tsx'
import { Row } from '../../styling/Row.tsx'
import form from '../../styling/StylePanel.module.css'
import { presentView } from '../actions.ts'
import { BasemapSelects } from './BasemapSelects.tsx'
import { edit } from './edit.ts'
import styles from './PagePanel.module.css'
import { ScaleField } from './ScaleField.tsx'

const times: Unit = { short: '×', spoken: 'times' }

export function FrameFields({ frame }: { frame: MapFrame }): ReactNode {
  const format = useStore(panelStore, (state) => state.panels.coordinates)
  const { center, scale } = frameView(frame)
  const { id, rotationDeg, symbolScale, basemap } = frame
  return (
    <div className={form['block']}>
      <h3 className={form['blockHeading']}>Map</h3>
      <Row label="Scale">
        <ScaleField name="Scale of the frame" value={scale} onChange={(to) => edit(id, { view: scaledTo(frame, to) })} />
      </Row>
      <Row label="Centre">
        <span>{formatCoordinate(center, format)}</span>
      </Row>
      <Row label="Rotation">
        <NumberField
          name="Rotation of the map in degrees"
          value={rotationDeg}
          {...{ min: -360, max: 360, step: 1 }}
          unit="°"
          onChange={(to) => edit(id, { rotationDeg: to })}
        />
      </Row>
      <Row label="">
        <Button className={styles['wide']} onClick={() => edit(id, { view: presentView() })}>
          Set to the map’s view
        </Button>
      </Row>
      <BasemapSelects value={basemap} onChange={(to) => edit(id, { basemap: to })} />
      <AmountRow
        label="Symbols"
        value={symbolScale}
        {...{ min: 0.1, max: 20, sliderMax: 3, step: 0.05 }}
        unit={times}
        onChange={(to) => edit(id, { symbolScale: to })}
      />
      <p className={form['note']}>Drag the map to move it, turn the wheel to zoom, Alt+Shift+drag to rotate. Locked, it stays as it is.</p>
    </div>
  )
}

/** The size of the page. What is on it goes along. */
import { RectangleHorizontal, RectangleVertical } from 'lucide-react'
import type { ReactNode } from 'react'
import type { Page, PageSize } from '../../../../electron/contract/page.ts'
import { namedSizeOf, namedSizes, orientationOf, turned } from '../../../page/sizes.ts'
import { sizeMm } from '../../../page/units.ts'
import { setPageSize } from '../../../document/pages/commands.ts'
import { currentDocument, runCommand } from '../../../store/documentStore.ts'
import { Choices } from '../../parts/Choices.tsx'
import { NumberField } from '../../parts/NumberField.tsx'
import { Select } from '../../parts/Select.tsx'
import { Row } from '../../styling/Row.tsx'
import form from '../../styling/StylePanel.module.css'
import styles from './PagePanel.module.css'

const ownMm = 'own-mm'
const ownPx = 'own-px'

export function SizeFields({ page }: { page: Page }): ReactNode {
  const { size } = page
  const named = namedSizeOf(size)
  const setSize = (to: PageSize): void => runCommand(setPageSize(currentDocument(), page.id, to))
  const choose = (id: string): void => {
    if (id === ownMm) return setSize(inMillimetres(size))
    if (id === ownPx) return setSize(inPixels(size))
    const chosen = namedSizes.find((one) => one.id === id)
    if (chosen !== undefined) setSize(turned(chosen.size, size.width === size.height ? 'landscape' : orientationOf(size)))
  }
  return (
    <div className={form['block']}>
      <Row label="Size">
        <Select
          name="Page size"
          nameOnly
          value={named?.id ?? (size.unit === 'mm' ? ownMm : ownPx)}
          placeholder="Own size"
          options={[
            ...namedSizes.map(({ id, name, size: { width, height, unit } }) => ({
              value: id,
              name,
              ...(unit === 'mm' ? { detail: `${width} × ${height} mm` } : {}),
            })),
            { value: ownMm, name: 'Own size', detail: 'millimetres' },
            { value: ownPx, name: 'Own size', detail: 'pixels' },
          ]}
          onChange={choose}
        />
        <span className={styles['turn']}>
          <Choices
            name="Orientation"
            value={orientationOf(size)}
            choices={[
              { value: 'landscape', name: 'Landscape', picture: <RectangleHorizontal />, disabled: size.width === size.height },
              { value: 'portrait', name: 'Portrait', picture: <RectangleVertical />, disabled: size.width === size.height },
            ]}
            onChange={(orientation) => setSize(turned(size, orientation))}
          />
        </span>
      </Row>
      {named === null ? (
        <Row label="">
          <Side name="Width" size={size} side="width" onSize={setSize} />
          <span aria-hidden>×</span>
          <Side name="Height" size={size} side="height" onSize={setSize} />
        </Row>
      ) : null}
      {named === null && size.unit === 'px' ? (
        <Row label="Resolution">
          <NumberField
            name="Dots to the inch"
            value={size.dpi}
            min={10}
            max={2400}
            step={1}
            unit="dpi"
            onChange={(dpi) => setSize({ ...size, dpi })}
          />
        </Row>
      ) : null}
    </div>
  )
}

type SideProps = { name: string; size: PageSize; side: 'width' | 'height'; onSize: (size: PageSize) => void }

function Side({ name, size, side, onSize }: SideProps): ReactNode {
  const { unit } = size
  const limits = unit === 'mm' ? { min: 20, max: 5_000 } : { min: 64, max: 65_535 }
  return (
    <NumberField
      name={`${name} of the page in ${unit === 'mm' ? 'millimetres' : 'pixels'}`}
      value={size[side]}
      {...limits}
      step={1}
      unit={unit}
      onChange={(value) => onSize({ ...size, [side]: unit === 'mm' ? value : Math.round(value) })}
    />
  )
}

const tenth = (value: number): number => Math.round(value * 10) / 10

/** A size of one's own begins as the present one, a little off what has a name: otherwise it would be that. */
function inMillimetres(size: PageSize): PageSize {
  const { width, height } = sizeMm(size)
  const side = (value: number): number => Math.min(5_000, Math.max(20, tenth(value)))
  const own: PageSize = { unit: 'mm', width: side(width), height: side(height) }
  return namedSizeOf(own) === null ? own : { ...own, width: own.width + 1 }
}

function inPixels(size: PageSize): PageSize {
  const dpi = size.unit === 'px' ? size.dpi : 150
  const { width, height } = sizeMm(size)
  const side = (value: number): number => Math.min(65_535, Math.max(64, Math.round((value * dpi) / 25.4)))
  const own: PageSize = { unit: 'px', width: side(width), height: side(height), dpi }
  return namedSizeOf(own) === null ? own : { ...own, width: own.width + 1 }
}

/** Whether an element fills its box, or is as large as what is in it and stands in one of its corners. */
import type { ReactNode } from 'react'
import type { Fit } from '../../../../electron/contract/page.ts'
import { Select } from '../../parts/Select.tsx'
import { Row } from '../../styling/Row.tsx'

const names: Record<Fit, string> = {
  box: 'Fills its box',
  'top-left': 'As content, top left',
  'top-right': 'As content, top right',
  'bottom-left': 'As content, bottom left',
  'bottom-right': 'As content, bottom right',
}

export function FitSelect({ value, onChange }: { value: Fit; onChange: (fit: Fit) => void }): ReactNode {
  return (
    <Row label="Extent">
      <Select
        name="Extent"
        value={value}
        placeholder=""
        options={(Object.keys(names) as Fit[]).map((fit) => ({ value: fit, name: names[fit] }))}
        onChange={onChange}
      />
    </Row>
  )
}

/** Which map frame an element speaks of. A page with one frame needs no choice. */
import type { ReactNode } from 'react'
import type { Page } from '../../../../electron/contract/page.ts'
import { Select } from '../../parts/Select.tsx'
import { Row } from '../../styling/Row.tsx'

type FrameSelectProps = { page: Page; value: string | null; /** What null means. */ none: string; onChange: (frame: string | null) => void }

const first = 'first of the page'

export function FrameSelect({ page, value, none, onChange }: FrameSelectProps): ReactNode {
  const frames = page.elements.filter(({ type }) => type === 'mapFrame')
  if (frames.length < 2 && value === null) return null
  return (
    <Row label="Speaks of">
      <Select
        name="Speaks of"
        value={value ?? first}
        placeholder="A frame that is gone"
        options={[{ value: first, name: none }, ...frames.map(({ id, name }) => ({ value: id, name }))]}
        onChange={(to) => onChange(to === first ? null : to)}
      />
    </Row>
  )
}

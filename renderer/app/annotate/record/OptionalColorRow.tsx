/** A colour that may be none: halo, ground of a box. */
import type { ReactNode } from 'react'
import { Switch } from '../../parts/Switch.tsx'
import { ColorField } from '../../styling/ColorField.tsx'
import { Row } from '../../styling/Row.tsx'
import { several, type Shared } from './shared.ts'

type OptionalColorRowProps = { label: string; color: Shared<string | null>; otherwise: string; onChange: (color: string | null) => void }

export function OptionalColorRow({ label, color, otherwise, onChange }: OptionalColorRowProps): ReactNode {
  const shown = color === several ? null : color
  return (
    <Row label={label}>
      <Switch name={label} on={shown !== null} onChange={(on) => onChange(on ? otherwise : null)} />
      {shown === null ? null : <ColorField name={`${label} colour`} color={shown} onChange={onChange} />}
    </Row>
  )
}

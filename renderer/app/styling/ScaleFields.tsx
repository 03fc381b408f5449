/** Between which scales something is seen. An empty field is no bound. */
import { type ReactNode, useState } from 'react'
import { formatScale, parseScale } from '../../map/index.ts'
import { Row } from './Row.tsx'
import styles from './Classes.module.css'
import panel from './StylePanel.module.css'

type Range = { minScale?: number | null | undefined; maxScale?: number | null | undefined }
type ScaleFieldsProps = { of: string; range: Range; onChange: (range: { minScale: number | null; maxScale: number | null }) => void }

export function ScaleFields({ of, range, onChange }: ScaleFieldsProps): ReactNode {
  const minScale = range.minScale ?? null
  const maxScale = range.maxScale ?? null
  const isNever = minScale !== null && maxScale !== null && minScale < maxScale
  return (
    <>
      <Row label="Seen from">
        <ScaleField
          name={`${of}: farthest out`}
          value={minScale}
          placeholder="any scale"
          onChange={(to) => onChange({ minScale: to, maxScale })}
        />
        <span aria-hidden>to</span>
        <ScaleField
          name={`${of}: nearest`}
          value={maxScale}
          placeholder="any scale"
          onChange={(to) => onChange({ minScale, maxScale: to })}
        />
      </Row>
      {isNever ? (
        <p role="alert" className={panel['failed']}>
          {`There is no scale between these two. ${formatScale(minScale)} is nearer than ${formatScale(maxScale)}: exchange them.`}
        </p>
      ) : null}
    </>
  )
}

type ScaleFieldProps = { name: string; value: number | null; placeholder: string; onChange: (value: number | null) => void }

function ScaleField({ name, value, placeholder, onChange }: ScaleFieldProps): ReactNode {
  const [typed, setTyped] = useState<string | null>(null)
  const read = (text: string): number | null | undefined => {
    if (text.trim() === '') return null
    const scale = parseScale(text)
    return scale === null || scale < 1 || scale > 1e10 ? undefined : scale
  }
  const commit = (): void => {
    const scale = typed === null ? undefined : read(typed)
    setTyped(null)
    if (scale !== undefined && scale !== value) onChange(scale)
  }
  return (
    <input
      className={styles['bound']}
      aria-label={name}
      aria-invalid={(typed !== null && read(typed) === undefined) || undefined}
      placeholder={placeholder}
      title="A scale such as 1:250,000 or 250k"
      value={typed ?? (value === null ? '' : formatScale(value))}
      onChange={(event) => setTyped(event.target.value)}
      onFocus={(event) => event.target.select()}
      onBlur={commit}
      onKeyDown={(event) => {
        if (event.key === 'Enter') commit()
      }}
    />
  )
}

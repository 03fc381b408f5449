/** A few words side by side, of which one holds, with what they are of. */
import type { ReactNode } from 'react'
import { Choices } from '../parts/Choices.tsx'
import { Row } from './Row.tsx'

type ChoiceRowProps<T extends string> = {
  label: string
  /** Accessible name of the choices; the label when left out. */
  name?: string
  value: T
  /** What is shown for each value, in this order. */
  words: Readonly<Record<T, string>>
  onChange: (value: T) => void
}

export function ChoiceRow<T extends string>({ label, name = label, value, words, onChange }: ChoiceRowProps<T>): ReactNode {
  const choices = (Object.entries(words) as [T, string][]).map(([one, word]) => ({ value: one, name: word }))
  return (
    <Row label={label}>
      <Choices name={name} value={value} choices={choices} onChange={onChange} />
    </Row>
  )
}

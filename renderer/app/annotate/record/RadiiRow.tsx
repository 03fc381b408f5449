/** The radius of a circle, or those of range rings, in kilometres. */
import { type ReactNode, useId, useState } from 'react'
import { FieldRow } from './FieldRow.tsx'
import { radiiText, readRadii } from './radii.ts'
import styles from './RecordPanel.module.css'

type RadiiRowProps = { single: boolean; radiiM: readonly number[]; onChange: (radiiM: number[]) => void }

export function RadiiRow({ single, radiiM, onChange }: RadiiRowProps): ReactNode {
  const id = useId()
  const [typed, setTyped] = useState<string | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const type = (text: string): void => {
    setTyped(text)
    setProblem(null)
    const read = readRadii(text, single)
    if ('radiiM' in read) onChange(read.radiiM)
  }
  const leave = (): void => {
    if (typed === null) return
    const read = readRadii(typed, single)
    if ('problem' in read) setProblem(read.problem)
    else setTyped(null)
  }
  return (
    <FieldRow label={single ? 'Radius, km' : 'Radii, km'} htmlFor={id} problem={problem} problemId={`${id}-problem`}>
      <input
        id={id}
        type="text"
        className={styles['text']}
        spellCheck={false}
        value={typed ?? radiiText(radiiM)}
        aria-invalid={problem !== null || undefined}
        aria-describedby={problem === null ? undefined : `${id}-problem`}
        onChange={(event) => type(event.target.value)}
        onKeyDown={(event) => event.key === 'Enter' && leave()}
        onBlur={leave}
      />
    </FieldRow>
  )
}

/** What is wrong with a filter, in a sentence, and what to write instead where that is known. */
import type { ReactNode, RefObject } from 'react'
import { write } from './FilterEditor.tsx'
import type { FilterDraft } from './useFilterDraft.ts'
import styles from './FilterEditor.module.css'

type FilterProblemLineProps = { id: string; draft: FilterDraft; field: RefObject<HTMLTextAreaElement | null> }

export function FilterProblemLine({ id, draft, field }: FilterProblemLineProps): ReactNode {
  const { problem, failure, text } = draft
  if (problem === null && failure === null) return null
  const suggestion = problem?.suggestion ?? null
  return (
    <p id={id} role="status" className={styles['problem']}>
      <span>{problem?.message ?? failure}</span>
      {problem === null || suggestion === null ? null : (
        <button
          type="button"
          className={styles['mend']}
          onClick={() => field.current !== null && write(field.current, problem.start, problem.end, suggestion, text)}
        >
          Write {suggestion}
        </button>
      )}
    </p>
  )
}

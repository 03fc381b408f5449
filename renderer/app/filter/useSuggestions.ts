/** The suggestions for the place of the caret; values are asked of the engine, once for each field. */
import { useEffect, useMemo, useState } from 'react'
import { completionsAt } from '../../../electron/contract/expression/index.ts'
import type { FieldValues, LayerSummary } from '../../../electron/contract/layer.ts'
import { valuesOfField } from '../../store/tableQueries.ts'
import { type Suggestion, suggestionsFor } from './suggestions.ts'

export type Suggestions = { items: Suggestion[]; /** What a suggestion replaces. */ start: number; end: number }

const maxValues = 1_000

/** @param caret null while nobody is writing */
export function useSuggestions(text: string, caret: number | null, { id, contentKey, fields }: LayerSummary): Suggestions | null {
  const completions = useMemo(() => (caret === null ? null : completionsAt(text, caret, fields)), [text, caret, fields])
  const field = completions?.valuesOf ?? null
  const [known, setKnown] = useState<{ key: string; values: FieldValues } | null>(null)
  const key = `${id} ${contentKey} ${field}`
  useEffect(() => {
    if (field === null) return undefined
    let overtaken = false
    // Without values, the language itself is still offered.
    valuesOfField(id, field, '', maxValues).then(
      (values) => !overtaken && setKnown({ key, values }),
      () => undefined,
    )
    return () => {
      overtaken = true
    }
  }, [id, field, key])
  return useMemo(
    () =>
      completions === null
        ? null
        : { items: suggestionsFor(completions, known?.key === key ? known.values : null), start: completions.start, end: completions.end },
    [completions, known, key],
  )
}

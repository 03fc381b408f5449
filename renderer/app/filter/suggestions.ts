/** What the list under a filter offers: what the language knows, and values of the field that is compared. Pure. */
import type { CategoryValue } from '../../../electron/contract/document.ts'
import { type Completion, type Completions, literalText } from '../../../electron/contract/expression/index.ts'
import type { FieldValues } from '../../../electron/contract/layer.ts'

export type Suggestion = {
  kind: Completion['kind'] | 'value'
  /** What is shown. */
  label: string
  /** What is written, with the space that follows. */
  text: string
  /** Shown behind it: the type of a field, or how often a value occurs. */
  detail: string
}

const maxSuggestions = 60

/** @param values of the field that `completions` names; null while they are not known */
export function suggestionsFor(completions: Completions, values: FieldValues | null): Suggestion[] {
  const { items, valuesOf, typed } = completions
  const written: Suggestion[] = items.map((item) => ({
    kind: item.kind,
    label: item.label,
    text: item.text === '(' ? item.text : `${item.text} `,
    detail: item.kind === 'field' ? item.type : '',
  }))
  if (valuesOf === null || values === null) return written.slice(0, maxSuggestions)
  const wanted = typed.toLocaleLowerCase()
  const found = values.values.flatMap(({ value, count }): Suggestion[] =>
    value === null || typeof value === 'boolean' || !labelOf(value).toLocaleLowerCase().includes(wanted)
      ? []
      : [{ kind: 'value', label: labelOf(value), text: `${literalText(value)} `, detail: `${count.toLocaleString('en-US')} ×` }],
  )
  return [...found, ...written].slice(0, maxSuggestions)
}

const labelOf = (value: NonNullable<CategoryValue>): string => String(value)

/** A text in pieces, with the place of a problem as one of them; an empty place is that of the letter before it. */
export function withPlace(text: string, place: { start: number; end: number } | null): { text: string; isMarked: boolean }[] {
  if (place === null) return [{ text, isMarked: false }]
  const start = place.end > place.start ? place.start : Math.max(0, place.start - 1)
  const end = Math.max(place.end, Math.min(text.length, start + 1))
  return [
    { text: text.slice(0, start), isMarked: false },
    { text: text.slice(start, end), isMarked: true },
    { text: text.slice(end), isMarked: false },
  ].filter((piece) => piece.text !== '')
}

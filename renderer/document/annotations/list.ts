/** The list of annotations: searched, filtered and sorted. */
import type { Annotation, AnnotationKind } from '../../../electron/contract/annotation.ts'
import { describe, kindNames } from './new.ts'
import { searchText, searchWords } from './searchText.ts'

/** What is shown. An empty list of kinds, statuses or sources lets all through. */
export type AnnotationFilter = {
  /** Words that must all occur, in any field of the record. */
  search?: string
  kinds?: readonly AnnotationKind[]
  /** '' for those without a status. */
  statuses?: readonly string[]
  /** Titles of sources; '' for those without. */
  sources?: readonly string[]
  /** Partial dates, both included: '2020-03' begins on its first day, or ends on its last. Annotations without a date are left out then. */
  from?: string | null
  to?: string | null
}

export const sortKeys = [
  'order',
  'label',
  'kind',
  'status',
  'source',
  'reported',
  'validFrom',
  'reliability',
  'credibility',
  'created',
  'modified',
] as const
export type SortKey = (typeof sortKeys)[number]
export type AnnotationSort = { key: SortKey; descending: boolean }

/** 'order' is that of drawing, with the topmost first. What has no value for the key comes last, whatever the direction. */
export function listAnnotations(annotations: readonly Annotation[], filter: AnnotationFilter, sort: AnnotationSort): Annotation[] {
  const words = searchWords(filter.search ?? '')
  const shown = annotations.filter((annotation) => passes(annotation, filter) && holdsWords(annotation, words))
  if (sort.key === 'order') return sort.descending ? shown : shown.toReversed()
  return sorted(shown, sort.key, sort.descending)
}

function passes(
  { properties }: Annotation,
  { kinds = [], statuses = [], sources = [], from = null, to = null }: AnnotationFilter,
): boolean {
  return (
    (kinds.length === 0 || kinds.includes(properties.kind)) &&
    (statuses.length === 0 || statuses.includes(properties.status)) &&
    (sources.length === 0 || sources.includes(properties.source.title)) &&
    ((from === null && to === null) || isWithin(properties, from, to))
  )
}

/** Whether the time in which it is valid, or else the day it was reported, or else that of its source, touches the range. */
function isWithin({ validFrom, validTo, reported, source }: Annotation['properties'], from: string | null, to: string | null): boolean {
  const hasSpan = validFrom !== null || validTo !== null
  const day = reported ?? source.date
  if (!hasSpan && day === null) return false
  const [begin, end] = hasSpan ? [validFrom, validTo] : [day, day]
  return (
    (begin === null || to === null || firstDay(begin) <= lastDay(to)) && (end === null || from === null || lastDay(end) >= firstDay(from))
  )
}

const firstDay = (date: string): string => `${date}-01-01`.slice(0, 10)
const lastDay = (date: string): string => (date.length === 4 ? `${date}-12-31` : date.length === 7 ? `${date}-31` : date)

/** Search text of an annotation's record. Annotations do not change, so that it is made once for each. */
const texts = new WeakMap<Annotation, string>()

function holdsWords(annotation: Annotation, words: readonly string[]): boolean {
  if (words.length === 0) return true
  let text = texts.get(annotation)
  if (text === undefined) {
    const { kind, label, note, status, source, reported, validFrom, validTo } = annotation.properties
    const fields = [
      label,
      note,
      status,
      source.title,
      source.publisher,
      source.url,
      source.date,
      reported,
      validFrom,
      validTo,
      kindNames[kind],
    ]
    // No word goes over the end of a field.
    text = fields.map((field) => searchText(field ?? '')).join('\n')
    texts.set(annotation, text)
  }
  const whole = text
  return words.every((word) => whole.includes(word))
}

/** "Site 9" before "Site 10", and é with e. */
const collator = new Intl.Collator('en', { numeric: true, sensitivity: 'base' })

function sorted(annotations: readonly Annotation[], key: Exclude<SortKey, 'order'>, descending: boolean): Annotation[] {
  const keyed = annotations.map((annotation, index) => ({ annotation, index, value: valueOf(annotation, key) }))
  keyed.sort((a, b) => {
    if (a.value === '' || b.value === '') return Number(a.value === '') - Number(b.value === '') || a.index - b.index
    const order = collator.compare(a.value, b.value)
    return (descending ? -order : order) || a.index - b.index
  })
  return keyed.map(({ annotation }) => annotation)
}

function valueOf(annotation: Annotation, key: Exclude<SortKey, 'order'>): string {
  const { properties } = annotation
  if (key === 'label') return properties.label.trim() === '' ? '' : describe(annotation)
  if (key === 'kind') return kindNames[properties.kind]
  if (key === 'source') return properties.source.title
  return String(properties[key] ?? '')
}

export type Facet<T extends string> = { value: T; count: number }

/** What the filter can be set to: the kinds, statuses and sources that occur, most frequent first. */
export function facetsOf(annotations: readonly Annotation[]): {
  kinds: Facet<AnnotationKind>[]
  statuses: Facet<string>[]
  sources: Facet<string>[]
} {
  return {
    kinds: counted(annotations.map(({ properties }) => properties.kind)),
    statuses: counted(annotations.map(({ properties }) => properties.status)),
    sources: counted(annotations.map(({ properties }) => properties.source.title)),
  }
}

function counted<T extends string>(values: readonly T[]): Facet<T>[] {
  const counts = new Map<T, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  return [...counts].map(([value, count]) => ({ value, count })).toSorted((a, b) => b.count - a.count || collator.compare(a.value, b.value))
}

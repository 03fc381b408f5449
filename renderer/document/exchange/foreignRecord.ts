/** What the attributes of any feature say, as an annotation's record. Nothing is lost: what has no field of its own is written into the note, a line each. */
import { AnnotationKind, AnnotationProperties, type AnnotationSource, AnnotationStyle } from '../../../electron/contract/annotation.ts'
import { PartialDate } from '../../../electron/contract/values.ts'
import type { AnnotationDraft } from '../annotations/new.ts'
import { styleNames } from './foreignStyle.ts'
import { plainText } from './plainText.ts'

/** Names under which files keep a name, best first. */
const labelNames = [
  'label',
  'name',
  'title',
  'name_en',
  'name:en',
  'nameen',
  'english_name',
  'fullname',
  'full_name',
  'placename',
  'site',
  'base',
  'facility',
]
/** Longest texts of an annotation, in UTF-16 units. */
const maxLabel = 10_000
const maxNote = 100_000

const noteNames = ['description', 'desc', 'notes', 'comment', 'comments', 'remarks']
const sourceNames: Record<string, keyof AnnotationSource> = {
  source: 'title',
  source_title: 'title',
  'source title': 'title',
  'source.title': 'title',
  publisher: 'publisher',
  'source.publisher': 'publisher',
  source_date: 'date',
  'source date': 'date',
  'source.date': 'date',
  source_url: 'url',
  'source url': 'url',
  'source.url': 'url',
  url: 'url',
  link: 'url',
}
const dateNames: Record<string, 'reported' | 'validFrom' | 'validTo'> = {
  reported: 'reported',
  date: 'reported',
  timestamp: 'reported',
  validfrom: 'validFrom',
  validto: 'validTo',
  valid_from: 'validFrom',
  valid_to: 'validTo',
}

export type ForeignRecord = {
  draft: AnnotationDraft
  /** Of an annotation that another program wrote back; null otherwise. */
  kind: AnnotationKind | null
  created: string | null
  modified: string | null
  /** Label or note were longer than a document takes. */
  isCut: boolean
}

/** @param attributes in their order */
export function foreignRecord(attributes: ReadonlyMap<string, unknown>): ForeignRecord {
  const left = new Map([...attributes].filter(([name, value]) => !styleNames.has(name) && hasContent(value)))
  const take = (name: string): unknown => {
    const value = left.get(name)
    left.delete(name)
    return value
  }
  const own = ownFields(left, take)
  const { data: kind = null } = AnnotationKind.safeParse(left.get('kind'))
  if (kind !== null) take('kind')
  const draft: AnnotationDraft = { ...own.draft }

  const labelName = draft.label === undefined ? labelNameOf(left) : undefined
  if (labelName !== undefined) draft.label = textOf(take(labelName))
  const source: AnnotationSource = draft.source ?? { title: '', publisher: '', date: null, url: '' }
  for (const name of left.keys()) {
    const field = sourceNames[name.toLowerCase()]
    if (field !== undefined && (field === 'date' ? source.date === null : source[field] === '')) {
      const value = field === 'date' ? partialDate(left.get(name)) : textOf(left.get(name))
      if (value === null || value.length > 2_000) continue
      Object.assign(source, { [field]: value })
      take(name)
    }
    const date = dateNames[name.toLowerCase()]
    const day = date === undefined ? null : partialDate(left.get(name))
    if (date !== undefined && day !== null && (draft[date] ?? null) === null) {
      draft[date] = day
      // A time of day has no field; it stays readable in the note.
      if (String(left.get(name)).length <= 10) take(name)
    }
  }
  const span = timeSpan(left, take)
  draft.validFrom ??= span.validFrom
  draft.validTo ??= span.validTo
  if (left.get('visibility') === false) draft.visible = false
  left.delete('visibility')

  const described = noteNames
    .flatMap((name) => [...left.keys()].filter((one) => one.toLowerCase() === name))
    .map((name) => textOf(take(name)))
  const lines = [...left].map(([name, value]) => `${name}: ${textOf(value)}`)
  const note = [draft.note ?? '', ...described, lines.join('\n')].filter((part) => part !== '').join('\n\n')
  const label = draft.label ?? ''
  return {
    draft: { ...draft, source, label: label.slice(0, maxLabel), note: note.slice(0, maxNote) },
    kind,
    created: own.created,
    modified: own.modified,
    isCut: label.length > maxLabel || note.length > maxNote,
  }
}

/** The fields of Cartouche's own that are valid. Other programs write nested values as JSON text. */
function ownFields(left: ReadonlyMap<string, unknown>, take: (name: string) => unknown): Omit<ForeignRecord, 'kind' | 'isCut'> {
  const { kind: _, ...shape } = AnnotationProperties.shape
  const own: Partial<AnnotationProperties> = {}
  for (const [name, value] of left) {
    if (!Object.hasOwn(shape, name)) continue
    const field = shape[name as keyof typeof shape]
    const parsed = [value, fromJson(value)].map((one) => field.safeParse(one)).find(({ success }) => success)
    if (parsed?.success !== true) continue
    take(name)
    Object.assign(own, { [name]: parsed.data })
  }
  const { created = null, modified = null, ...draft } = own
  return { draft, created, modified }
}

/** KML's TimeSpan. */
function timeSpan(left: ReadonlyMap<string, unknown>, take: (name: string) => unknown): Record<'validFrom' | 'validTo', string | null> {
  const value = left.get('timespan')
  const { begin, end } = (typeof value === 'object' && value !== null ? value : {}) as Record<string, unknown>
  const span = { validFrom: partialDate(begin), validTo: partialDate(end) }
  if (span.validFrom !== null || span.validTo !== null) take('timespan')
  return span
}

function labelNameOf(left: ReadonlyMap<string, unknown>): string | undefined {
  const texts = [...left]
    .filter(([, value]) => (typeof value === 'string' && value.trim() !== '') || typeof value === 'number')
    .map(([name]) => name)
  const exact = labelNames.flatMap((wanted) => texts.filter((name) => name.toLowerCase() === wanted))
  return exact[0] ?? texts.find((name) => /(^|[_ :.])name($|[_ :.])|name$/i.test(name))
}

const hasContent = (value: unknown): boolean => value !== null && value !== undefined && (typeof value !== 'string' || value.trim() !== '')

/** A day as precise as its source, from an ISO 8601 date with or without a time. */
function partialDate(value: unknown): string | null {
  const date = /^\d{4}(?:-\d\d(?:-\d\d)?)?(?=$|[T ])/.exec(typeof value === 'string' ? value.trim() : '')?.[0]
  return date !== undefined && PartialDate.safeParse(date).success ? date : null
}

function textOf(value: unknown): string {
  if (typeof value === 'string') return value
  if (typeof value !== 'object' || value === null) return String(value)
  if ('@type' in value && value['@type'] === 'html' && 'value' in value) return plainText(String(value.value))
  return JSON.stringify(value)
}

function fromJson(value: unknown): unknown {
  if (typeof value !== 'string') return undefined
  try {
    return JSON.parse(value)
  } catch {
    return undefined
  }
}

/** A style that came with only some of its parts. */
export function ownStyle(value: unknown): Partial<AnnotationStyle> {
  const json = typeof value === 'string' ? fromJson(value) : value
  const parsed = AnnotationStyle.partial().safeParse(json)
  return parsed.success ? (parsed.data as Partial<AnnotationStyle>) : {}
}

/** The fields of a layer, as choices. */
import type { LayerField } from '../../../electron/contract/layer.ts'
import type { Option } from '../parts/Select.tsx'

/** Types of fields in words. */
export const typeNames: Record<LayerField['type'], string> = {
  text: 'text',
  number: 'number',
  integer: 'whole number',
  boolean: 'yes or no',
  date: 'date',
  json: 'structure',
  mixed: 'mixed',
  empty: 'empty',
}

/** @param inUse is offered even when the file does not have it (any more) */
export function fieldOptions(fields: readonly LayerField[], inUse: string | null): Option<string>[] {
  const known = fields.map(({ name, type }) => ({ value: name, name, detail: typeNames[type] }))
  return inUse === null || fields.some(({ name }) => name === inUse)
    ? known
    : [{ value: inUse, name: inUse, detail: 'not in the file' }, ...known]
}

/** The field that most likely names the features; null when none can be written. */
export function labelField(fields: readonly LayerField[]): string | null {
  const writable = fields.filter(({ type }) => type !== 'json' && type !== 'empty')
  const named = ['name', 'title', 'label']
    .map((wanted) => writable.find(({ name }) => name.toLowerCase() === wanted))
    .find((field) => field !== undefined)
  const likely =
    named ?? writable.find(({ name }) => /name|title|label/i.test(name)) ?? writable.find(({ type }) => type === 'text') ?? writable[0]
  return likely?.name ?? null
}

/** Filters that are made of a value in a table: only the features that have it, or all but those. Pure. */
import { fieldText, literalText } from '../../../electron/contract/expression/index.ts'
import type { Attribute, LayerField } from '../../../electron/contract/layer.ts'

/** @returns null where a value cannot be compared with: a list or an object @param attribute undefined where the feature has none */
export function quickFilter(filter: string, field: LayerField, attribute: Attribute | undefined, excludes: boolean): string | null {
  const condition = conditionFor(field, attribute, excludes)
  if (condition === null) return null
  if (filter.trim() === '') return condition
  // What is joined by `or` would let in more than it did.
  return `${/\bor\b/i.test(filter) ? `(${filter})` : filter} and ${condition.includes(' or ') ? `(${condition})` : condition}`
}

function conditionFor(field: LayerField, attribute: Attribute | undefined, excludes: boolean): string | null {
  const name = fieldText(field.name)
  if (attribute === undefined || attribute.type === 'null') return `${name} is ${excludes ? 'not ' : ''}null`
  const value = literalOf(attribute)
  if (value === null) return null
  if (!excludes) return `${name} = ${value}`
  // A feature without a value is none of those that are excluded, and no comparison lets it through.
  return field.fillRate < 1 ? `${name} <> ${value} or ${name} is null` : `${name} <> ${value}`
}

function literalOf({ type, text }: Attribute): string | null {
  switch (type) {
    case 'text':
      return literalText(text)
    case 'number':
    case 'boolean':
      return text
    case 'json':
    case 'null':
      return null
  }
}

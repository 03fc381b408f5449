/** Rows as spreadsheets take them from the clipboard: cells apart by tabs, a line for each row, the names of the fields first. Pure. */
import type { FeatureRecord } from '../../../electron/contract/layer.ts'
import { cellText } from '../attributes/tabSeparated.ts'

export const headerLine = (fields: readonly string[]): string => fields.map(cellText).join('\t')

export function rowLine({ attributes }: FeatureRecord, fields: readonly string[]): string {
  const byName = new Map(attributes.map((attribute) => [attribute.name, attribute]))
  return fields
    .map((name) => {
      const attribute = byName.get(name)
      return attribute === undefined || attribute.type === 'null' ? '' : cellText(attribute.text)
    })
    .join('\t')
}

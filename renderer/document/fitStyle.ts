/** A style that was made for one layer, put on another: what the other has no field for is left out, and said. Pure. */
import { fieldsOfTemplate } from '../../electron/contract/labelTemplate.ts'
import type { LayerField } from '../../electron/contract/layer.ts'
import type { LabelStyle, LayerStyle } from '../../electron/contract/style.ts'
import { sharedOf, unify } from './categories.ts'
import { isNumeric } from './graduated.ts'

export type Fitted = {
  style: LayerStyle
  /** Sentences, one for each part that was left out. */
  misfits: string[]
}

/**
 * @param before what the other layer keeps where a part does not fit
 * @param fields of the other layer; null while they are not known: then everything fits
 */
export function fitStyle(style: LayerStyle, before: LayerStyle, fields: readonly LayerField[] | null): Fitted {
  if (fields === null) return { style, misfits: [] }
  const misfits: string[] = []
  const has = (name: string): boolean => fields.some((field) => field.name === name)
  const isNumber = (name: string): boolean => fields.some((field) => field.name === name && isNumeric(field))
  /** Notes what is missing of a field. @returns whether nothing is */
  const serves = (name: string, needsNumbers: boolean, consequence: string): boolean => {
    if (needsNumbers ? isNumber(name) : has(name)) return true
    misfits.push(`${has(name) ? `Its field “${name}” holds no numbers` : `It has no field “${name}”`}: ${consequence}.`)
    return false
  }
  const classed = fitClasses(style, serves)
  const size = style.size ?? null
  const sized = size === null || serves(size.field, true, 'its marks and lines stay as large as they were') ? style.size : before.size
  const label = style.label === null || servesLabel(style.label, serves) ? style.label : before.label
  return { style: { ...classed, label, ...(sized === undefined ? { size: null } : { size: sized }) }, misfits }
}

type Serves = (field: string, needsNumbers: boolean, consequence: string) => boolean

function fitClasses(style: LayerStyle, serves: Serves): LayerStyle {
  if (style.kind === 'single') return style
  if (serves(style.field, style.kind === 'graduated', 'all of its features have the symbol of the first class')) return style
  return { ...unify(style), ...sharedOf(style) }
}

/** Of a template, the first field that is missing is named; one that is written for half is not wanted either. */
function servesLabel(label: LabelStyle, serves: Serves): boolean {
  const template = label.template ?? null
  const fields = template === null ? [label.field] : fieldsOfTemplate(template)
  return fields.every((field) => serves(field, false, 'its labels stay as they were'))
}

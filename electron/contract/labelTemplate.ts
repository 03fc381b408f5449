/**
 * Labels from several attributes: `{name} ({status})`.
 *
 * A field's name stands in braces; a brace that is meant as one is doubled, and inside of a name has a backslash before it. What has no value leaves no trace: brackets and quotes around nothing go, and so
 * do commas, dashes and the like beside it. A label whose fields are all empty is none.
 */
import type { LabelStyle } from './style.ts'

export type TemplatePart = { kind: 'text'; text: string } | { kind: 'field'; field: string }

/** @returns the parts; or what is wrong with the template, in a sentence, and where (characters from its beginning) */
export function parseTemplate(template: string): { parts: TemplatePart[] } | { problem: string; at: number } {
  const parts: TemplatePart[] = []
  let text = ''
  let at = 0
  while (at < template.length) {
    const char = template[at] as string
    if ((char === '{' || char === '}') && template[at + 1] === char) {
      text += char
      at += 2
    } else if (char === '}') return { problem: 'There is a closing brace without an opening one. Write }} for a brace in the text.', at }
    else if (char === '{') {
      const end = closingBrace(template, at + 1)
      if (end === null) return { problem: 'A field’s name is not closed. Write } behind it, or {{ for a brace in the text.', at }
      const field = template.slice(at + 1, end).replaceAll(/\\(.)/gs, '$1')
      if (field === '') return { problem: 'There is no field’s name between the braces.', at }
      if (text !== '') parts.push({ kind: 'text', text })
      text = ''
      parts.push({ kind: 'field', field })
      at = end + 1
    } else {
      text += char
      at += 1
    }
  }
  if (text !== '') parts.push({ kind: 'text', text })
  return { parts }
}

/** The brace that closes a name. What has a backslash before it is a part of the name. */
function closingBrace(template: string, from: number): number | null {
  for (let at = from; at < template.length; at += 1) {
    if (template[at] === '\\') at += 1
    else if (template[at] === '{') return null
    else if (template[at] === '}') return at
  }
  return null
}

/** The template that writes one field. */
export const templateOfField = (field: string): string => `{${field.replaceAll(/[{}\\]/g, (char) => `\\${char}`)}}`

/** What a label style writes, as a template. */
export const templateOf = ({ field, template }: Pick<LabelStyle, 'field' | 'template'>): string => template ?? templateOfField(field)

/** The fields of a template, each once. A template that cannot be read has none. */
export function fieldsOfTemplate(template: string): string[] {
  const read = parseTemplate(template)
  return 'parts' in read ? [...new Set(read.parts.flatMap((part) => (part.kind === 'field' ? [part.field] : [])))] : []
}

/** Longest value that is written. */
const maxValueLength = 200

/** @returns one line of text; nothing for what has no short form */
export function valueText(value: unknown): string {
  if (typeof value === 'string') return value.replaceAll(/\s+/g, ' ').trim().slice(0, maxValueLength)
  if (typeof value === 'number' || typeof value === 'boolean') return String(value)
  return ''
}

/** Stands for a value that is not there while the text around it is put in order. */
const missing = '\u{F8FF}'
const emptyBrackets = new RegExp(`\\(${gap()}\\)|\\[${gap()}\\]|\\{${gap()}\\}|«${gap()}»|“${gap()}”|‘${gap()}’|"${gap()}"`, 'g')
const separators = '[\\s,;:.·•|/\\\\–—+&=،؛-]*'
const afterOpening = new RegExp(`([([{«“‘])(?:${separators}${missing})+${separators}`, 'g')
const leading = new RegExp(`^(?:${separators}${missing})+${separators}`)
const inside = new RegExp(`${separators}${missing}`, 'g')

function gap(): string {
  return `[\\s,;:.·•|/–—،؛-]*${missing}[\\s,;:.·•|/–—،؛${missing}-]*`
}

/**
 * Makes a function that writes the label of a feature.
 *
 * @param template one that cannot be read is written as it is, so that its writer sees it
 * @returns takes a way to the values of a feature; gives its label, lines parted by `\n`, empty when there is nothing to write
 */
export function labelWriter(template: string): (valueOf: (field: string) => unknown) => string {
  const read = parseTemplate(template)
  if ('problem' in read) return () => template
  const { parts } = read
  const [only] = parts
  if (parts.length === 1 && only?.kind === 'field') return (valueOf) => valueText(valueOf(only.field))
  const hasFields = parts.some(({ kind }) => kind === 'field')
  return (valueOf) => {
    let isEmpty = hasFields
    const text = parts
      .map((part) => {
        if (part.kind === 'text') return part.text
        const value = valueText(valueOf(part.field)).replaceAll(missing, '')
        if (value !== '') isEmpty = false
        return value === '' ? missing : value
      })
      .join('')
    return isEmpty ? '' : text.split('\n').map(inOrder).filter(Boolean).join('\n')
  }
}

/** A line without the marks of what is missing. */
function inOrder(line: string): string {
  let text = line
  if (text.includes(missing)) {
    for (let before = ''; before !== text;) {
      before = text
      text = text.replaceAll(emptyBrackets, missing)
    }
    text = text.replace(leading, '').replaceAll(afterOpening, '$1').replaceAll(inside, '')
  }
  return text.replaceAll(/[^\S\n]+/g, ' ').trim()
}

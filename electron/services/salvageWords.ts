/** What is wrong with a part of a damaged document, in words. */
import type { z } from '../contract/schema.ts'

type Issue = z.core.$ZodIssue

const maxShown = 40

/** 'Annotation “Camp Taji” (line 12)' */
export function titleOf(what: string, value: unknown, line: number): string {
  const name = nameOf(value)
  return name === ''
    ? `${what} on line ${line}`
    : `${what} “${name.length > maxShown ? `${name.slice(0, maxShown - 1)}…` : name}” (line ${line})`
}

/** Completes a sentence: 'has a label that is longer than 10,000 characters'. */
export function issueInWords(issue: Issue | undefined): string {
  if (issue === undefined) return 'cannot be read'
  const place = issue.path.map(String).join('.').slice(0, 100)
  const subject = place === '' ? 'is' : `has a value at “${place}” that is`
  switch (issue.code) {
    case 'too_big':
      return issue.origin === 'string' || issue.origin === 'array'
        ? `${subject} longer than ${issue.maximum.toLocaleString('en')} ${issue.origin === 'string' ? 'characters' : 'entries'}`
        : `${subject} greater than ${String(issue.maximum)}`
    case 'too_small':
      return issue.origin === 'string' || issue.origin === 'array'
        ? `${subject} too short`
        : `${subject} less than ${String(issue.minimum)}`
    case 'unrecognized_keys':
      return `has something that is not known, ${issue.keys.map((key) => `“${key.slice(0, 60)}”`).join(', ')}${place === '' ? '' : ` at “${place}”`}`
    case 'invalid_type':
      return place !== '' && issue.input === undefined && /received undefined/.test(issue.message)
        ? `has no “${place}”`
        : `${subject} not of the right kind`
    case 'invalid_format':
      return /^(a colour|a date) /.test(issue.message) ? `${subject} not right: ${issue.message}` : `${subject} not written as it should be`
    default:
      return `${subject} not one that is known`
  }
}

/** A copy without the members that a schema does not know. */
export function leaveOutUnknown(schema: z.ZodType, value: unknown): unknown {
  const copy = structuredClone(value)
  for (const issue of schema.safeParse(value).error?.issues ?? []) {
    if (issue.code !== 'unrecognized_keys') continue
    let holder: unknown = copy
    for (const step of issue.path) holder = isObject(holder) && Object.hasOwn(holder, step) ? holder[String(step)] : undefined
    if (isObject(holder)) for (const key of issue.keys) delete holder[key]
  }
  return copy
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null

function nameOf(value: unknown): string {
  if (!isObject(value)) return ''
  if (typeof value['name'] === 'string') return value['name']
  const properties = value['properties']
  return isObject(properties) && typeof properties['label'] === 'string' ? properties['label'] : ''
}

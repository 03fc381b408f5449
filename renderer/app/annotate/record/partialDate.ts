/** Dates as precise as their source: `2020`, `2020-09` or `2020-09-23`. */

export type ReadDate = { date: string | null } | { problem: string }

const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const

/** Year first; `2020/9/3` and `2020.9` are understood. Empty text is no date. */
export function readDate(text: string): ReadDate {
  const plain = text.trim()
  if (plain === '') return { date: null }
  const parts = /^(\d{4})(?:[-/.](\d{1,2})(?:[-/.](\d{1,2}))?)?$/.exec(plain)
  if (parts === null) return { problem: 'Write a date as 2020, 2020-09 or 2020-09-23.' }
  const [, year = '', month, day] = parts
  if (month === undefined) return { date: year }
  const name = months[Number(month) - 1]
  if (name === undefined) return { problem: `There is no month ${Number(month)}: months go from 01 to 12.` }
  if (day === undefined) return { date: `${year}-${two(month)}` }
  const last = new Date(Date.UTC(2000 + (Number(year) % 400), Number(month), 0)).getUTCDate()
  if (Number(day) < 1 || Number(day) > last) return { problem: `${name} ${year} has days from 01 to ${last}.` }
  return { date: `${year}-${two(month)}-${two(day)}` }
}

/** Whether a time ends before it begins. A year lasts to its last day. */
export function endsBeforeItBegins(from: string | null, to: string | null): boolean {
  if (from === null || to === null) return false
  const shared = Math.min(from.length, to.length)
  return to.slice(0, shared) < from.slice(0, shared)
}

const two = (number: string): string => number.padStart(2, '0')

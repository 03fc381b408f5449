/** Dates as texts (ISO 8601), as precise as they are written: `2020` is a year, `2020-03` a month, `2020-03-26` a day, `2020-03-26T10:30` a minute. */

/** From its first millisecond to before the first one after it, since 1970 in UTC. */
export type Span = { from: number; to: number }

const pattern = /^(\d{4})(?:-(\d\d)(?:-(\d\d)(?:[T ](\d\d)(?::?(\d\d)(?::?(\d\d)(?:[.,](\d{1,9}))?)?)?\s*(Z|[+-]\d\d(?::?\d\d)?)?)?)?)?$/i

const minuteMs = 60_000

/** @returns the time that a text stands for; null when it is no date, or one that is in no calendar. A time without a zone is taken as UTC. */
export function spanOf(text: string): Span | null {
  const found = pattern.exec(text)
  if (found === null) return null
  const [, years, months, days, hours, minutes, seconds, fraction, zone] = found
  const year = Number(years)
  if (months === undefined) return { from: utc(year, 0, 1), to: utc(year + 1, 0, 1) }
  const month = Number(months) - 1
  if (month < 0 || month > 11) return null
  if (days === undefined) return { from: utc(year, month, 1), to: utc(year, month + 1, 1) }
  const day = Number(days)
  if (day < 1 || day > daysIn(year, month)) return null
  if (hours === undefined) return { from: utc(year, month, day), to: utc(year, month, day + 1) }
  const [hour, minute, second] = [Number(hours), Number(minutes ?? 0), Number(seconds ?? 0)]
  // 24:00 is the end of the day, and 60 a leap second.
  if (hour > 24 || minute > 59 || second > 60 || (hour === 24 && minute + second > 0)) return null
  const shift = shiftOf(zone)
  if (shift === null) return null
  const from = utc(year, month, day) + ((hour * 60 + minute) * 60 + second) * 1_000 + Number(`0.${fraction ?? 0}`) * 1_000 - shift
  return {
    from,
    to: from + (minutes === undefined ? 60 * minuteMs : seconds === undefined ? minuteMs : fraction === undefined ? 1_000 : 1),
  }
}

function shiftOf(zone: string | undefined): number | null {
  if (zone === undefined || zone.toUpperCase() === 'Z') return 0
  const hours = Number(zone.slice(1, 3))
  const minutes = Number(zone.slice(3).replace(':', ''))
  if (hours > 23 || minutes > 59) return null
  return (zone.startsWith('-') ? -1 : 1) * (hours * 60 + minutes) * minuteMs
}

const daysIn = (year: number, month: number): number => new Date(utc(year, month + 1, 0)).getUTCDate()

/** `Date.UTC` takes years below 100 for ones of the last century. */
function utc(year: number, month: number, day: number): number {
  const date = new Date(0)
  date.setUTCFullYear(year, month, day)
  return date.getTime()
}

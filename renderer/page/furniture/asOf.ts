/** The as-of stamp in words. */

const months = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December']

/** '23 September 2020', 'September 2020' or '2020'. */
export function dateInWords(date: string): string {
  const [year = '', month, day] = date.split('-')
  const parts = [day === undefined ? '' : String(Number(day)), month === undefined ? '' : (months[Number(month) - 1] ?? month), year]
  return parts.filter((part) => part !== '').join(' ')
}

/** 'As of 23 September 2020 · Update 1'. @param update null when its number is not shown */
export function asOfText(date: string | null, update: number | null): string {
  const parts = [date === null ? '' : `As of ${dateInWords(date)}`, update === null ? '' : `Update ${update}`]
  return parts.filter((part) => part !== '').join(' · ')
}

/** Times as the recovery dialog says them. */
const dayFormat = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', hour: '2-digit', minute: '2-digit' })
const timeFormat = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', second: '2-digit' })
const relative = new Intl.RelativeTimeFormat('en', { numeric: 'always' })

/** '23 September, 14:05' @param at milliseconds since 1970 */
export const dayAndTime = (at: number): string => dayFormat.format(at).replace(' at ', ', ')

/** '14:05:31' @param at milliseconds since 1970 */
export const timeOfDay = (at: number): string => timeFormat.format(at)

/** 'less than a minute ago', '3 hours ago' @param at milliseconds since 1970 */
export function howLongAgo(at: number, now = Date.now()): string {
  const minutes = Math.floor((now - at) / 60_000)
  if (minutes < 1) return 'less than a minute ago'
  if (minutes < 60) return relative.format(-minutes, 'minute')
  const hours = Math.floor(minutes / 60)
  return hours < 48 ? relative.format(-hours, 'hour') : relative.format(-Math.floor(hours / 24), 'day')
}

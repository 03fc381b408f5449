/** Where an arrow key leads in a strip of buttons that may stand in several columns: along their order, from its end round to its beginning. @returns null for a key that leads nowhere */
export function nextInStrip(key: string, from: number, count: number): number | null {
  if (from < 0 || count === 0) return null
  if (key === 'ArrowDown' || key === 'ArrowRight') return (from + 1) % count
  if (key === 'ArrowUp' || key === 'ArrowLeft') return (from - 1 + count) % count
  if (key === 'Home') return 0
  return key === 'End' ? count - 1 : null
}

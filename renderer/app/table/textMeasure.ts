/** How wide a text is in the window's letters. @returns pixels for a text */
export function textMeasure(): (text: string) => number {
  const context = document.createElement('canvas').getContext('2d')
  if (context === null) return (text) => text.length * 7.5
  const { fontFamily } = getComputedStyle(document.body)
  context.font = `13px ${fontFamily}`
  return (text) => context.measureText(text).width
}

/** Figures of a field, in the words and digits of a table. Pure. */
import type { FieldFigures } from '../../../electron/contract/query.ts'
import { formatCount } from '../layers/words.ts'

export function figuresInWords({ count, nulls, distinct, numeric, text }: FieldFigures): { name: string; value: string }[] {
  const figures = [
    { name: 'Values', value: formatCount(count) },
    { name: 'Without a value', value: formatCount(nulls) },
    { name: 'Different values', value: formatCount(distinct) },
  ]
  if (numeric !== null) {
    const { min, max, mean, median, sum, standardDeviation, quartiles } = numeric
    if (numeric.count < count) figures.push({ name: 'Numbers', value: formatCount(numeric.count) })
    figures.push(
      { name: 'Minimum', value: digits(min) },
      { name: 'Maximum', value: digits(max) },
      { name: 'Mean', value: digits(mean) },
      { name: 'Median', value: digits(median) },
      { name: 'Quartiles', value: `${digits(quartiles[0])} – ${digits(quartiles[1])}` },
      { name: 'Sum', value: digits(sum) },
      { name: 'Standard deviation', value: standardDeviation === null ? '–' : digits(standardDeviation) },
    )
  }
  if (text !== null) {
    figures.push({ name: 'First', value: shortened(text.first) }, { name: 'Last', value: shortened(text.last) })
    if (text.shortest.length !== text.longest.length) {
      figures.push({ name: 'Shortest', value: shortened(text.shortest) }, { name: 'Longest', value: shortened(text.longest) })
    }
  }
  return figures
}

const formatting = new Intl.NumberFormat('en', { maximumSignificantDigits: 10 })
const exponent = new Intl.NumberFormat('en', { notation: 'scientific', maximumSignificantDigits: 6 })

/** @returns '1,234.5', '1.5E21' */
function digits(value: number): string {
  const size = Math.abs(value)
  return size >= 1e15 || (size > 0 && size < 1e-6) ? exponent.format(value) : formatting.format(value)
}

const shortened = (text: string): string => (text === '' ? '(empty)' : text.length > 200 ? `${text.slice(0, 199)}…` : text)

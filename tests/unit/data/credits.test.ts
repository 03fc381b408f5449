import { expect, it } from 'vitest'
import { readText, shippedFiles } from './shipped-files.ts'

const credits = readText('CREDITS.md')

it.each(shippedFiles().filter((file) => file !== 'data/CREDITS.md'))('CREDITS.md says where %s comes from', (file) => {
  expect(credits).toContain(`\`${file}\``)
})

it('CREDITS.md names no file that is not there', () => {
  const named = [...credits.matchAll(/`(data\/[\w./-]*\w)`/g)].map((match) => match[1])
  expect(named.filter((file) => !shippedFiles().includes(file!))).toEqual([])
})

it.each([
  'Made with Natural Earth',
  '© OpenStreetMap contributors',
  'GeoNames (CC BY 4.0)',
  'OurAirports (ODbL 1.0)',
  'world-countries (ODbL 1.0)',
])('CREDITS.md has the sentence that a source asks for: %s', (sentence) => {
  expect(credits).toContain(sentence)
})

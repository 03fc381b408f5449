import { expect, test } from 'vitest'
import { parseStartArguments } from '../../../scripts/start-arguments.mjs'

test('names are files, and what starts with a dash goes to the program', () => {
  expect(parseStartArguments(['a.cartouche', '--enable-logging', 'b.geojson'])).toEqual({
    files: ['a.cartouche', 'b.geojson'],
    switches: ['--enable-logging'],
  })
})

test.each([
  [['--screenshot', 'out.png', '--size', '1600x1000', 'a.cartouche']],
  [['--size=1600x1000', 'a.cartouche', '--screenshot=out.png']],
])('a picture and its size: %j', (words) => {
  expect(parseStartArguments(words)).toEqual({
    files: ['a.cartouche'],
    switches: [],
    screenshot: 'out.png',
    size: { width: 1600, height: 1000 },
  })
})

test.each([[['--screenshot']], [['--screenshot', '--size', '800x600']], [['--size', '800']], [['--size']], [['--size', '0x0']]])(
  '%j is refused with a sentence',
  (words) => {
    expect(parseStartArguments(words).refusal).toMatch(/needs .*\.$/)
  },
)

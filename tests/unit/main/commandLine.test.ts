import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parseCommandLine } from '../../../electron/main/commandLine.ts'

const here = resolve('/home/analyst')
/** `electron . …`, as from a checkout. */
const fromCheckout = (...words: string[]) => parseCommandLine(['/node_modules/electron/dist/electron', '.', ...words], false, here)
/** `cartouche …`, as installed. */
const installed = (...words: string[]) => parseCommandLine(['/opt/cartouche/cartouche', ...words], true, here)

describe('the command line', () => {
  it('may be empty', () => {
    expect(fromCheckout()).toEqual({ files: [], screenshot: null, size: null })
    expect(installed()).toEqual({ files: [], screenshot: null, size: null })
    expect(parseCommandLine([], true, here).files).toEqual([])
  })

  it('names files from the working folder', () => {
    const files = [resolve(here, 'a.geojson'), resolve('/maps/b c.cartouche')]
    expect(fromCheckout('a.geojson', '/maps/b c.cartouche').files).toEqual(files)
    expect(installed('a.geojson', '/maps/b c.cartouche').files).toEqual(files)
    expect(installed('../other/./c.json').files).toEqual([resolve('/home/other/c.json')])
  })

  it('does not take the application’s folder for a file, wherever Chromium’s switches stand', () => {
    const argv = ['electron', '--no-sandbox', '--remote-debugging-port=0', '.', '--use-gl=angle', 'a.geojson']
    expect(parseCommandLine(argv, false, here).files).toEqual([resolve(here, 'a.geojson')])
  })

  it('takes no switch for a file', () => {
    expect(installed('--user-data-dir=/tmp/x', '--lang=ar', '-v', 'a.geojson').files).toEqual([resolve(here, 'a.geojson')])
  })

  it('may ask for a picture, at a size', () => {
    expect(fromCheckout('--screenshot=out/map.png', '--size=1600x1000', 'a.geojson')).toEqual({
      files: [resolve(here, 'a.geojson')],
      screenshot: resolve(here, 'out/map.png'),
      size: { width: 1600, height: 1000 },
    })
  })

  it('may have an equals sign in a file’s name', () => {
    expect(installed('--screenshot=/tmp/a=b.png', 'c=d.geojson')).toMatchObject({
      screenshot: resolve('/tmp/a=b.png'),
      files: [resolve(here, 'c=d.geojson')],
    })
  })

  it.each([
    '--size=',
    '--size=big',
    '--size=1600',
    '--size=1600x',
    '--size=16x10',
    '--size=16000x10000',
    '--size=000x000',
    '--size=1600x1000x2',
    '--size',
  ])('takes no size from %s', (word) => {
    expect(installed(word).size).toBeNull()
  })

  it('takes no picture without a name', () => {
    expect(installed('--screenshot', '--screenshot=').screenshot).toBeNull()
  })
})

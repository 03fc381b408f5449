import { describe, expect, test } from 'vitest'
import { type ExportArguments, type ExportRequest, exportWords, parseExportArguments } from '../../../electron/services/exportArguments.ts'
import { pixelsOf, tooLarge, usualDpi } from '../../../electron/contract/pictureLimits.ts'

const parse = (words: string): ExportArguments => parseExportArguments(words === '' ? [] : words.split(' '), '/home/a')

function request(words: string): ExportRequest {
  const parsed = parse(words)
  if (parsed.kind !== 'run') throw new Error(parsed.message)
  return parsed.request
}

describe('What an export is asked for', () => {
  test('a document, and nothing else', () => {
    expect(parse('maps/a.cartouche --out out/a.png')).toEqual({
      kind: 'run',
      request: {
        document: '/home/a/maps/a.cartouche',
        layers: [],
        out: '/home/a/out/a.png',
        settings: { page: null, size: null, portrait: false, format: 'png', dpi: null, box: null, worldFile: false, transparent: false },
        also: [],
        json: false,
      },
    })
  })

  test('everything, in any order and spelling', () => {
    const words = [
      '--json',
      '--dpi=150',
      '/b/A.CARTOUCHE',
      '--page',
      'Map update',
      '--bbox',
      '-10,20.5,-.5,30',
      '--size',
      'A3',
      '--portrait',
      '--world-file',
      '--transparent',
      '--out',
      'a.JPEG',
    ]
    expect(parseExportArguments(words, '/home/a')).toEqual({
      kind: 'run',
      request: {
        document: '/b/A.CARTOUCHE',
        layers: [],
        out: '/home/a/a.JPEG',
        settings: {
          page: 'Map update',
          size: { unit: 'mm', width: 297, height: 420 },
          format: 'jpg',
          dpi: 150,
          box: [-10, 20.5, -0.5, 30],
          portrait: false,
          worldFile: true,
          transparent: true,
        },
        also: [],
        json: true,
      },
    })
  })

  test('several formats and pages in one go', () => {
    const asked = request('a.cartouche --out a.png --out b.pdf --page One --page Two/2 --dpi 96')
    expect([asked, ...asked.also].map(({ out, settings }) => [out, settings.page, settings.format, settings.dpi])).toEqual([
      ['/home/a/a - One.png', 'One', 'png', 96],
      ['/home/a/b - One.pdf', 'One', 'pdf', 96],
      ['/home/a/a - Two 2.png', 'Two/2', 'png', 96],
      ['/home/a/b - Two 2.pdf', 'Two/2', 'pdf', 96],
    ])
    expect(request('a.cartouche --out a.png --out b.svg').also).toMatchObject([
      { out: '/home/a/b.svg', settings: { page: null, format: 'svg' } },
    ])
    expect(parse('a.cartouche --out a.png --out ./a.png')).toEqual({ kind: 'usage', message: 'a.png would be written twice.' })
  })

  test('layers make a map of their own, also with names like options', () => {
    expect(request('b.geojson --out a.pdf -- --json')).toMatchObject({
      document: null,
      layers: ['/home/a/b.geojson', '/home/a/--json'],
      settings: { format: 'pdf' },
      json: false,
    })
  })

  test('a page’s own size is turned by who knows it', () => {
    expect(request('a.cartouche --out a.png --portrait')).toMatchObject({ settings: { portrait: true, size: null } })
  })

  test.each([
    ['a4', { unit: 'mm', width: 297, height: 210 }],
    ['a0', { unit: 'mm', width: 1189, height: 841 }],
    ['A5 --portrait', { unit: 'mm', width: 148, height: 210 }],
    ['letter', { unit: 'mm', width: 279.4, height: 215.9 }],
    ['tabloid --portrait', { unit: 'mm', width: 279.4, height: 431.8 }],
    ['16:9', { unit: 'px', width: 1920, height: 1080, dpi: 96 }],
    ['4k', { unit: 'px', width: 3840, height: 2160, dpi: 192 }],
    ['4k --portrait', { unit: 'px', width: 2160, height: 3840, dpi: 192 }],
    ['square', { unit: 'px', width: 2048, height: 2048, dpi: 192 }],
    ['1920x1080', { unit: 'px', width: 1920, height: 1080, dpi: 96 }],
    ['600x800px --dpi 120', { unit: 'px', width: 600, height: 800, dpi: 120 }],
    ['120x300mm', { unit: 'mm', width: 120, height: 300 }],
    ['300x120mm --portrait', { unit: 'mm', width: 120, height: 300 }],
    ['30.5×12cm', { unit: 'mm', width: 305, height: 120 }],
    ['8x10in', { unit: 'mm', width: 203.2, height: 254 }],
  ])('--size %s', (words, size) => {
    expect(request(`a.cartouche --out a.png --size ${words}`).settings.size).toEqual(size)
  })

  test('a box across the antimeridian is one', () => {
    expect(request('a.cartouche --out a.png --bbox 170,-20,-170,10').settings.box).toEqual([170, -20, -170, 10])
  })

  test.each([
    ['', 'name a map document'],
    ['a.cartouche', '--out'],
    ['a.cartouche --out', '--out needs a value.'],
    ['a.cartouche --out --json', '--out needs a value.'],
    ['a.cartouche --out=', '--out needs a value.'],
    ['a.cartouche --out a', 'no ending'],
    ['a.cartouche --out a.bmp', 'cannot be written as .bmp. There are .png, .jpg, .pdf, .svg and .tif.'],
    ['a.cartouche b.cartouche --out a.png', 'one map is exported at a time; a.cartouche and b.cartouche are 2.'],
    ['a.cartouche b.geojson --out a.png', 'not both'],
    ['a.cartouche --out a.png --dpi 96 --dpi 97', '--dpi is given twice.'],
    ['a.cartouche --out a.png --json=yes', '--json takes no value.'],
    ['a.cartouche --out a.png --dip 300', 'there is no option --dip. Did you mean --dpi?'],
    ['a.cartouche --out a.png --potrait', 'Did you mean --portrait?'],
    ['a.cartouche --out a.png -o b.png', 'there is no option -o.'],
    ['a.cartouche --out a.png --constructor', 'there is no option --constructor.'],
    ...['0', '-1', '100000', '29', 'NaN', 'Infinity', '1e2', '0x60', 'high'].map((dpi) => [
      `a.cartouche --out a.png --dpi ${dpi}`,
      `--dpi needs a number from 30 to 1,200; it got “${dpi}”.`,
    ]),
    ['a.cartouche --out a.png --size a33', 'there is no page size “a33”. Did you mean a3?'],
    ['a.cartouche --out a.png --size huge', 'There are a5, a4,'],
    ['a.cartouche --out a.png --size 0x0mm', '20 to 5,000 mm'],
    ['a.cartouche --out a.png --size -300x200mm', '20 to 5,000 mm'],
    ['a.cartouche --out a.png --size 0x0px', '64 to 65,535 whole pixels'],
    ['a.cartouche --out a.png --size 99.5x100px', '64 to 65,535 whole pixels'],
    ['a.cartouche --out a.png --size 1.2.3x4mm', 'there is no page size'],
    ['a.cartouche --out a.png --bbox 1,2,3', '--bbox needs four numbers'],
    ['a.cartouche --out a.png --bbox 1,2,3,north', '--bbox needs four numbers'],
    ['a.cartouche --out a.png --bbox 1,2,3,4,5', '--bbox needs four numbers'],
    ['a.cartouche --out a.png --bbox 1,,3,4', '--bbox needs four numbers'],
    ['a.cartouche --out a.png --bbox 40,30,50,30', 'has no height'],
    ['a.cartouche --out a.png --bbox 40,30,40,35', 'has no width'],
    ['a.cartouche --out a.png --bbox 180,30,-180,35', 'has no width'],
    ['a.cartouche --out a.png --bbox 40,35,50,30', 'its north lies south of its south'],
    ['a.cartouche --out a.png --bbox 40,30,250,35', 'longitudes go from -180 to 180'],
    ['a.cartouche --out a.png --bbox 40,30,50,95', 'latitudes go from -90 to 90'],
    ['a.cartouche --out a.png --bbox 40,86,50,89', 'beyond the edge of the map'],
    [`a.cartouche --out a.png --page ${'x'.repeat(501)}`, '--page has 501 characters'],
  ])('wrong usage is told: %s', (words, sentence) => {
    const parsed = parse(words)
    expect(parsed).toEqual({ kind: 'usage', message: expect.stringContaining(sentence) as string })
    expect(parsed).toMatchObject({ message: expect.stringMatching(/[.?]$/) as string })
  })

  test.each([
    ['--size a0 --dpi 1200', 'would have 56,173 × 39,732 pixels (2,232 million)', 'Choose 622 dpi or less'],
    ['--size 5000x20mm --dpi 300', 'would have 59,055 × 236 pixels', 'Choose 166 dpi or less'],
    ['--size 40000x100px', 'would have 40,000 × 100 pixels', 'Choose fewer pixels.'],
    ['--size 30000x30000px', '(900 million)', 'Choose fewer pixels.'],
  ])('a picture that cannot be drawn is refused before: %s', (words, numbers, advice) => {
    const parsed = parse(`a.cartouche --out a.png ${words}`)
    expect(parsed).toMatchObject({ kind: 'refused', message: expect.stringContaining(numbers) as string })
    expect(parsed).toMatchObject({ message: expect.stringContaining(advice) as string })
  })

  test.each(['--size a0 --dpi 300', '--size a0 --dpi 600', '--size 32767x12000px'])('a large one is drawn: %s', (words) => {
    expect(parse(`a.cartouche --out a.png ${words}`).kind).toBe('run')
  })

  test('a PDF has no pixels', () => {
    expect(parse('a.cartouche --out a.pdf --size a0 --dpi 1200').kind).toBe('run')
  })

  test('help comes before everything, but not after --', () => {
    expect(parse('--out --help')).toMatchObject({ kind: 'help', message: expect.stringContaining('Usage: cartouche export') as string })
    expect(parse('--out a.png -- --help').kind).toBe('run')
  })
})

describe('The resolution of a page', () => {
  test('paper is printed, and a picture has the size that it was made for', () => {
    const picture = { unit: 'px', width: 3840, height: 2160, dpi: 192 } as const
    const paper = { unit: 'mm', width: 297, height: 210 } as const
    expect([usualDpi(picture), usualDpi(paper)]).toEqual([192, 300])
    expect([pixelsOf(picture, 192), pixelsOf(picture, 96), pixelsOf(paper, 300)]).toEqual([
      { width: 3840, height: 2160 },
      { width: 1920, height: 1080 },
      { width: 3508, height: 2480 },
    ])
    expect(tooLarge(picture, 1_800, 'png')?.message).toContain('36,000 × 20,250')
  })
})

describe('The program’s own command line', () => {
  test.each([
    [['electron', '.', 'export', 'a', '--out', 'b'], false, ['a', '--out', 'b']],
    [['electron', '--no-sandbox', '--user-data-dir=/x', '--', '/app', 'export'], false, []],
    [['cartouche', 'export', 'a'], true, ['a']],
    [['electron', '.', 'export.geojson'], false, null],
    [['electron', '.', 'a.geojson', 'export'], false, null],
    [['electron', 'export'], false, null],
    [['electron'], false, null],
    [['cartouche', '--screenshot=a.png'], true, null],
  ])('%j', (argv, isPackaged, words) => {
    expect(exportWords(argv, isPackaged)).toEqual(words)
  })
})

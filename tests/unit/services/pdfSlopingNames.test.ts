import { describe, expect, it } from 'vitest'
import { runsOf } from '../../../electron/services/picture/pdfRuns.ts'
import { asOneSpan, inDrawnOrder, namesOf, textOf } from '../../../electron/services/picture/pdfSlopingNames.ts'
import { decoded, encoded, lettersByCode } from '../../../electron/services/picture/pdfUnicode.ts'

const map = `begincmap
2 beginbfchar
<0008> <0627>
<0001> <200A>
endbfchar
1 beginbfrange
<0041> <0043> <0061>
endbfrange
endcmap`
const letters = lettersByCode(map)

/** Letters at a place and an angle, each in a turn of its own, as a bent name is drawn. */
const piece = (codes: string[], [x, y]: [number, number], angle: number): string => {
  const [cos, sin] = [Math.cos(angle).toFixed(6), Math.sin(angle).toFixed(6)]
  const [first, ...rest] = codes
  const drawn = [`<${first}> Tj`, ...rest.map((code) => `6 0 Td <${code}> Tj`)]
  return ['q', `${cos} ${sin} -${sin} ${cos} ${x} ${y} cm`, 'BT', '/F2 10 Tf', '1 0 0 -1 0 0 Tm', ...drawn, 'ET', 'Q'].join('\n')
}

describe('letters by code', () => {
  it('are those of single codes and of ranges', () => {
    expect(['0008', '0041', '0043', '0044'].map((code) => letters.get(code))).toEqual(['ا', 'a', 'c', undefined])
  })

  it('are written and read with every letter that there is', () => {
    for (const text of ['', 'abc', 'الفرات', '𐤀 b']) expect(decoded(encoded(text))).toBe(text)
  })
})

describe('runs of letters', () => {
  it('have their places on the page, through turns within turns', () => {
    const content = `q\n2 0 0 2 100 50 cm\n${piece(['0041', '0042'], [10, 0], 0)}\nQ\n${piece(['0043'], [0, 0], Math.PI / 2)}\n`
    const [first, second] = runsOf(content)
    expect(first).toMatchObject({ font: 'F2', from: [120, 50], to: [132, 50], size: 20, isLevel: true })
    expect(second?.isLevel).toBe(false)
    expect(content.slice(first?.start, first?.end)).toBe(first?.text)
  })
})

describe('a name that slopes', () => {
  it('is one where its pieces follow each other, without the spaces that set its letters apart', () => {
    const content = [piece(['0041', '0001'], [0, 0], 0.3), piece(['0042', '0001'], [12, 4], 0.4), piece(['0043'], [200, 4], 0.4)].join('\n')
    const names = namesOf(runsOf(content))
    expect(names.map((name) => textOf(name, () => letters))).toEqual(['ab', 'c'])
    const span = asOneSpan(content, names[0] ?? [], 'ab')
    expect(span.startsWith('/Span<</ActualText <FEFF00610062> >> BDC\nBT\n')).toBe(true)
    expect(span.endsWith('\nET\nEMC')).toBe(true)
  })

  it('that is read from right to left is said in the order in which it is drawn, which readers turn round, with the marks on its letters', () => {
    const letter = '/Span<</ActualText <FEFF062A> >> BDC\n1 0 .25 -1 1 2 Tm\n/F2 10 Tf\n<000E> Tj\nEMC'
    const others = '6 0 Td <0008> Tj\n/Span<</ActualText <FEFF06310651> >> BDC\n2 0 Td <001F> Tj\nEMC'
    const run = `q\n0.8 0.6 -0.6 0.8 0 0 cm\nBT\n/ReversedChars BMC\n${letter}\n${others}\nEMC\nET\nQ`
    const names = namesOf(runsOf(run))
    const read = names.map((name) =>
      Array.from(textOf(name, () => letters) ?? '')
        .toReversed()
        .join(''),
    )
    expect(read).toEqual(['ر\u0651ات'])
    const span = asOneSpan(run, names[0] ?? [], 'x')
    expect(span.match(/BDC|BMC|EMC/g)).toEqual(['BMC', 'BDC', 'EMC', 'EMC'])
    expect(inDrawnOrder(run)).toBe(run.replace('06310651', '06510631'))
    expect(inDrawnOrder(run.replace('/ReversedChars BMC', ''))).toContain('06310651')
  })

  it('stays as it is where a letter is not known', () => {
    expect(textOf(runsOf(piece(['0041', '0099'], [0, 0], 1)), () => letters)).toBeNull()
  })
})

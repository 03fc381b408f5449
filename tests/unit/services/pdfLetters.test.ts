import { decodePDFRawStream, PDFDocument, PDFName, PDFRawStream } from '@cantoo/pdf-lib'
import { describe, expect, it } from 'vitest'
import { mendLetters } from '../../../electron/services/picture/pdfLetters.ts'

/** What a drawing says after its letters were mended. F1 is of a stroked font, F2 and F3 are of filled ones. */
async function mended(content: string): Promise<string> {
  const made = await PDFDocument.create()
  const { context } = made
  const page = made.addPage()
  const font = (subtype: string) => context.obj({ Type: 'Font', Subtype: subtype })
  const form = context.flateStream(content, {
    Type: 'XObject',
    Subtype: 'Form',
    BBox: [0, 0, 100, 100],
    Resources: { Font: { F1: font('Type3'), F2: font('Type0'), F3: font('Type0') } },
  })
  page.node.set(PDFName.of('Resources'), context.obj({ XObject: { X1: context.register(form) } }))
  const document = await PDFDocument.load(await made.save())
  mendLetters(document)
  const again = await PDFDocument.load(await document.save())
  const forms = again.context
    .enumerateIndirectObjects()
    .map(([, object]) => object)
    .filter((object) => object instanceof PDFRawStream)
    .filter(({ dict }) => dict.get(PDFName.of('Subtype')) === PDFName.of('Form'))
  expect(forms).toHaveLength(1)
  return Buffer.from(decodePDFRawStream(forms[0]!).decode()).toString('latin1')
}

const filled = ['q', '1 g', 'BT', '/F2 12 Tf', '1 0 0 -1 1 13 Tm', '<002E> Tj', '7.4 0 Td <0058> Tj', 'ET', 'Q', ''].join('\n')

describe('the letters of a printed page', () => {
  it('stay as they are where they are filled and each is one glyph', async () => {
    expect(await mended(filled)).toBe(filled)
  })

  it('stand for no text where they are stroked, without what was said of their parts', async () => {
    const halo = [
      'BT',
      '/ReversedChars BMC',
      '/Span<</ActualText <FEFF0629> >> BDC',
      '/F1 12 Tf',
      '1 0 0 -1 1 13 Tm',
      '<2E> Tj',
      'EMC',
      'EMC',
      'ET',
    ]
    expect(await mended([...halo, filled].join('\n'))).toBe(
      ['/Span<</ActualText <FEFF> >> BDC', 'BT', '/F1 12 Tf', '1 0 0 -1 1 13 Tm', '<2E> Tj', 'ET', 'EMC', filled].join('\n'),
    )
  })

  it('are found in one word where they have dots: the stems follow each other, and the dots come after, each where it was', async () => {
    const word = [
      'BT',
      '/ReversedChars BMC',
      '/Span<</ActualText <FEFF062A> >> BDC',
      '/F2 10 Tf',
      '1 0 0 -1 1 31 Tm',
      '4.5 -2.25 Td <06> Tj',
      '/F3 10 Tf',
      '-4.5 2.25 Td <0F> Tj',
      'EMC',
      '/Span<</ActualText <FEFF0648> >> BDC',
      '14.25 0 Td <62> Tj',
      'EMC',
      '3.5 0 Td <08> Tj',
      'EMC',
      'ET',
      '',
    ]
    expect((await mended(word.join('\n'))).split('\n')).toEqual([
      'BT',
      '/ReversedChars BMC',
      '/Span<</ActualText <FEFF062A> >> BDC',
      '1 0 0 -1 1 31 Tm',
      '/F3 10 Tf',
      '<0F> Tj',
      'EMC',
      '/Span<</ActualText <FEFF0648> >> BDC',
      '14.25 0 Td <62> Tj',
      'EMC',
      '3.5 0 Td <08> Tj',
      'EMC',
      'ET',
      '/Span<</ActualText <FEFF> >> BDC',
      'BT',
      '/F2 10 Tf',
      '1 0 0 -1 1 31 Tm',
      '4.5 -2.25 Td <06> Tj',
      'ET',
      'EMC',
      '',
    ])
  })

  it('stay as they are in a run that is written in another way', async () => {
    const other = ['BT', '/F2 10 Tf', '/Span<</ActualText <FEFF062A> >> BDC', '[<06> 20 <0F>] TJ', '(x) Tj', 'EMC', 'ET', ''].join('\n')
    expect(await mended(other)).toBe(other)
  })
})

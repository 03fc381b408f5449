/** The last touch to a printed page: its exact size, and what it says of itself. */
import { PDFDocument } from '@cantoo/pdf-lib'

export type PdfFacts = { title: string; subject: string; /** ISO date, or less of one. */ date: string | null; keywords: string[] }

/** Chromium prints in whole pixels, and shrinks what is wider than the paper by a hair: the paper is larger than the page by this, in CSS pixels, and cut to it here. */
export const spareSheetPx = 4

const ptPerMm = 72 / 25.4

/**
 * @param pdf one page, its upper left corner where the picture's is
 * @returns the same page, cut to its size to a thousandth of a millimetre
 */
export async function finishPdf(pdf: Uint8Array, size: { widthMm: number; heightMm: number }, facts: PdfFacts): Promise<Uint8Array> {
  const document = await PDFDocument.load(pdf, { updateMetadata: false })
  const [page] = document.getPages()
  if (page !== undefined) {
    const [width, height] = [size.widthMm * ptPerMm, size.heightMm * ptPerMm]
    const bottom = page.getHeight() - height
    page.setMediaBox(0, bottom, width, height)
    page.setCropBox(0, bottom, width, height)
  }
  // A page that ends exactly at the sheet's edge may leave an empty one behind.
  for (let index = document.getPageCount() - 1; index > 0; index -= 1) document.removePage(index)
  document.setTitle(facts.title, { showInWindowTitleBar: true })
  document.setSubject(facts.subject)
  document.setKeywords(facts.keywords)
  document.setCreator('Cartouche')
  return document.save({ useObjectStreams: true })
}

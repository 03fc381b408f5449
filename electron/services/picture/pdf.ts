/** The last touch to a printed page: its exact size, what it says of itself, its links, and where it lies on the earth. */
import { PDFDocument, PDFName, type PDFPage, PDFString } from '@cantoo/pdf-lib'
import type { Delivery } from '../../contract/export.ts'
import { geoViewport } from './pdfGeo.ts'
import { mendLetters } from './pdfLetters.ts'

export type PdfFacts = { title: string; subject: string; /** ISO date, or less of one. */ date: string | null }

/** Chromium prints in whole pixels, and shrinks what is wider than the paper by a hair: the paper is larger than the page by this, in CSS pixels, and cut to it here. */
export const spareSheetPx = 4

const ptPerMm = 72 / 25.4

/**
 * @param pdf one page, its upper left corner where the picture's is
 * @returns the same page, cut to its size to a thousandth of a millimetre
 */
export async function finishPdf(pdf: Uint8Array, delivery: Delivery, facts: PdfFacts): Promise<Uint8Array> {
  const { widthMm, heightMm } = delivery.report
  const document = await PDFDocument.load(pdf, { updateMetadata: false })
  mendLetters(document)
  const [page] = document.getPages()
  if (page !== undefined) {
    const [width, height] = [widthMm * ptPerMm, heightMm * ptPerMm]
    // The page's lower left corner is to be that of the sheet: not every reader of coordinates counts from another.
    page.translateContent(0, height - page.getHeight())
    page.setMediaBox(0, 0, width, height)
    page.setCropBox(0, 0, width, height)
    for (const { url, box } of delivery.links) addLink(page, url, boxPt(box, height))
    const { georeference, frame } = delivery
    if (georeference !== null && frame !== null) {
      page.node.set(PDFName.of('VP'), document.context.obj([geoViewport(document.context, georeference, boxPt(frame, height))]))
    }
  }
  // A page that ends exactly at the sheet's edge may leave an empty one behind.
  for (let index = document.getPageCount() - 1; index > 0; index -= 1) document.removePage(index)
  document.setTitle(facts.title, { showInWindowTitleBar: true })
  document.setSubject(facts.subject)
  if (delivery.author !== '') document.setAuthor(delivery.author)
  document.setKeywords([delivery.report.credits.join('; ')])
  document.setCreator('Cartouche')
  document.setProducer('Cartouche')
  const date = dateOf(facts.date)
  if (date !== null) {
    document.setCreationDate(date)
    document.setModificationDate(date)
  }
  return document.save({ useObjectStreams: true })
}

export type BoxPt = readonly [left: number, bottom: number, right: number, top: number]

/** @param top of the page, in points */
function boxPt({ x, y, width, height }: { x: number; y: number; width: number; height: number }, top: number): BoxPt {
  return [x * ptPerMm, top - (y + height) * ptPerMm, (x + width) * ptPerMm, top - y * ptPerMm]
}

function addLink(page: PDFPage, url: string, box: BoxPt): void {
  const { context } = page.doc
  const link = context.obj({
    Type: 'Annot',
    Subtype: 'Link',
    Rect: [...box],
    Border: [0, 0, 0],
    A: { Type: 'Action', S: 'URI', URI: PDFString.of(url) },
  })
  page.node.addAnnot(context.register(link))
}

/** The day that the map shows; noon, so that it is that day everywhere. */
function dateOf(date: string | null): Date | null {
  if (date === null) return null
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number)
  const made = new Date(Date.UTC(year, month - 1, day, 12))
  return Number.isNaN(made.getTime()) ? null : made
}

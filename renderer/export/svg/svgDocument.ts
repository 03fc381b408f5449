/** A recorded page as an SVG: exact size in millimetres, what it says of itself, its fonts and pictures within, and its links. Source: SVG 2. */
import type { Delivery } from '../../../electron/contract/export.ts'
import type { MapDocument } from '../../../electron/contract/document.ts'
import type { Recording, TextOp } from '../recording/recording.ts'
import { embeddedFaces } from './fonts.ts'
import { pictureElement } from './pictures.ts'
import { SvgBody } from './svgBody.ts'
import { escaped, exactNumber } from './xml.ts'

export type SvgFacts = Pick<MapDocument, 'title' | 'subtitle' | 'asOf'> & {
  author: string
  credits: readonly string[]
  links: Delivery['links']
}

/**
 * @param size of the page in millimetres
 * @param dpi of the recording
 * @param background CSS colour under the page; null for none
 */
export async function svgDocument(
  recording: Recording,
  size: { widthMm: number; heightMm: number },
  dpi: number,
  background: string | null,
  facts: SvgFacts,
): Promise<string> {
  const pxPerMm = dpi / 25.4
  const [width, height] = [exactNumber(size.widthMm * pxPerMm), exactNumber(size.heightMm * pxPerMm)]
  const body = new SvgBody({ riseOf })
  const content = body.elements(recording)
  const pictures: string[] = []
  for (const picture of body.pictures) pictures.push(await pictureElement(picture))
  const ground = background === null ? '' : `<rect width="${width}" height="${height}" fill="${escaped(background)}"/>\n`
  return [
    '<?xml version="1.0" encoding="UTF-8"?>\n',
    '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:inkscape="http://www.inkscape.org/namespaces/inkscape"',
    ` width="${exactNumber(size.widthMm)}mm" height="${exactNumber(size.heightMm)}mm" viewBox="0 0 ${width} ${height}">\n`,
    `<title>${escaped(facts.title)}</title>\n<desc>${escaped(describe(facts))}</desc>\n`,
    metadata(facts),
    `<style>${await embeddedFaces(body.letters)}</style>\n`,
    `<defs>\n${[...pictures, ...body.defs].join('\n')}\n</defs>\n`,
    ground,
    content,
    ...facts.links.map((link) => linkElement(link, pxPerMm)),
    '</svg>\n',
  ].join('')
}

const describe = ({ subtitle, asOf, credits }: SvgFacts): string =>
  [subtitle, asOf === null ? '' : `As of ${asOf}`, credits.length === 0 ? '' : `Sources: ${credits.join('; ')}`]
    .filter((part) => part !== '')
    .join('. ')

/** Source: Dublin Core Metadata Element Set 1.1, in RDF as Inkscape reads it. */
function metadata({ title, subtitle, asOf, author, credits }: SvgFacts): string {
  const one = (name: string, text: string): string => (text === '' ? '' : `<dc:${name}>${escaped(text)}</dc:${name}>`)
  const creator = author === '' ? '' : `<dc:creator><cc:Agent><dc:title>${escaped(author)}</dc:title></cc:Agent></dc:creator>`
  const facts = [one('format', 'image/svg+xml'), one('title', title), one('description', subtitle), one('date', asOf ?? ''), creator]
  return (
    '<metadata><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:cc="http://creativecommons.org/ns#">' +
    `<cc:Work rdf:about="">${[...facts, one('source', credits.join('; '))].join('')}</cc:Work></rdf:RDF></metadata>\n`
  )
}

function linkElement({ url, box }: Delivery['links'][number], pxPerMm: number): string {
  const [x, y, width, height] = [box.x, box.y, box.width, box.height].map((mm) => exactNumber(mm * pxPerMm))
  const address = escaped(url)
  return `<a href="${address}" xlink:href="${address}"><rect x="${x}" y="${y}" width="${width}" height="${height}" fill-opacity="0"/></a>\n`
}

let ruler: OffscreenCanvasRenderingContext2D | null = null

/** SVG readers agree on the line that letters stand on, and on no other. */
function riseOf({ text, lettering: { font, baseline, direction } }: TextOp): number {
  if (baseline === 'alphabetic') return 0
  ruler ??= new OffscreenCanvas(1, 1).getContext('2d')
  if (ruler === null) throw new Error('There is no canvas to measure letters with.')
  ruler.font = font
  ruler.direction = direction
  ruler.textBaseline = baseline
  const from = ruler.measureText(text).actualBoundingBoxAscent
  ruler.textBaseline = 'alphabetic'
  return ruler.measureText(text).actualBoundingBoxAscent - from
}

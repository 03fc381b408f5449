/** The faces that a page is lettered with, within an SVG: browsers draw with them, and programs that read none know them by name. */
import { dataAddress } from './pictures.ts'
import type { SvgFont } from './letters.ts'

type Face = { family: string; weight: number; italic: boolean; ranges: readonly (readonly [number, number])[]; address: string }

/**
 * Of each face only the files that have letters of this page: they are cut by script already.
 *
 * @returns rules of CSS
 */
export async function embeddedFaces(letters: ReadonlyMap<SvgFont, ReadonlySet<string>>): Promise<string> {
  const used = new Set<Face>()
  const all = facesOfWindow()
  for (const [font, texts] of letters) {
    const points = [...texts].map((letter) => letter.codePointAt(0) ?? 0)
    for (const face of facesFor(font, all)) {
      if (points.some((point) => face.ranges.some(([from, to]) => point >= from && point <= to))) used.add(face)
    }
  }
  return (await Promise.all(all.filter((face) => used.has(face)).map(rule))).join('\n')
}

/** As CSS chooses them: the slant first, then the weight; a family that has none of either lends what it has. */
function facesFor({ families, weight, italic }: SvgFont, all: readonly Face[]): Face[] {
  return families.flatMap((family) => {
    const own = all.filter((face) => face.family === family)
    const slanted = own.some((face) => face.italic === italic) ? own.filter((face) => face.italic === italic) : own
    const nearest = Math.min(...slanted.map((face) => Math.abs(face.weight - weight)))
    return slanted.filter((face) => Math.abs(face.weight - weight) === nearest)
  })
}

function facesOfWindow(): Face[] {
  return [...document.styleSheets].flatMap((sheet) =>
    [...sheet.cssRules].flatMap((one) => {
      if (!(one instanceof CSSFontFaceRule)) return []
      const value = (name: string): string => one.style.getPropertyValue(name)
      const [, source = ''] = /url\(["']?([^"')]+)["']?\)/.exec(value('src')) ?? []
      return [
        {
          family: value('font-family').replaceAll(/^["']|["']$/g, ''),
          weight: Number.parseInt(value('font-weight'), 10) || 400,
          italic: value('font-style') === 'italic',
          ranges: rangesOf(value('unicode-range')),
          address: new URL(source, sheet.href ?? document.baseURI).href,
        },
      ]
    }),
  )
}

/** Source: CSS Fonts 4, §4.5 unicode-range; without wildcards, which no face of ours has. */
function rangesOf(text: string): [number, number][] {
  return text.split(',').flatMap((part) => {
    const [, from, to = from] = /U\+([0-9a-f]+)(?:-([0-9a-f]+))?/i.exec(part) ?? []
    return from === undefined ? [] : [[Number.parseInt(from, 16), Number.parseInt(to ?? from, 16)] as [number, number]]
  })
}

async function rule({ family, weight, italic, ranges, address }: Face): Promise<string> {
  const response = await fetch(address)
  const data = dataAddress(new Uint8Array(await response.arrayBuffer()), 'font/woff2')
  const codes = ranges.map(([from, to]) => `U+${from.toString(16)}-${to.toString(16)}`).join(',')
  const range = codes === '' ? '' : `unicode-range:${codes};`
  return `@font-face{font-family:'${family}';font-weight:${weight};font-style:${italic ? 'italic' : 'normal'};${range}src:url(${data}) format('woff2')}`
}

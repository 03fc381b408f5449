/** The page that an export asks for: one of the document's, or a preset that is laid out for it. */
import type { ExportSettings } from '../../electron/contract/export.ts'
import type { Page } from '../../electron/contract/page.ts'
import { namedSizes, turned } from '../../electron/contract/pageSizes.ts'
import { RefusalError } from '../../electron/contract/refusal.ts'
import type { PageContext } from '../page/context.ts'
import { inSize } from '../page/inSize.ts'
import { presetPage, presets } from '../page/presets/index.ts'

/**
 * A page of the document comes before a preset of the same name. Without a name: the document's first page, or the first preset.
 * In a size that is not its own, a page of the document is laid out as if it had been given that size.
 *
 * @throws RefusalError when there is no such page
 */
export function pageFor(
  context: PageContext,
  { page: name, size, portrait, box }: Pick<ExportSettings, 'page' | 'size' | 'portrait' | 'box'>,
): Page {
  const { document: map } = context
  const own = name === null ? map.pages[0] : map.pages.find((page) => same(page.name, name))
  if (own !== undefined) {
    const laid = inSize(own, size, portrait)
    return box === null ? laid : withView(laid, box)
  }
  const preset = name === null ? presets[0] : presets.find((one) => same(one.id, name) || same(one.name, name))
  if (preset === undefined) {
    const names = [...map.pages, ...presets].map((one) => `“${one.name}”`).join(', ')
    throw new RefusalError({ message: `There is no page “${name}”.`, advice: `There are ${names}.` })
  }
  const usual = namedSizes.find(({ id }) => id === preset.size)?.size ?? { unit: 'mm', width: 297, height: 210 }
  const view = box === null ? {} : { view: { kind: 'box' as const, box } }
  return presetPage(preset.id, size ?? turned(usual, portrait ? 'portrait' : 'landscape'), { context, ...view }, 'preset')
}

const same = (a: string, b: string): boolean => a.localeCompare(b, 'en', { sensitivity: 'base' }) === 0

/** The first map frame shows the box; the others stay. */
function withView(page: Page, box: NonNullable<ExportSettings['box']>): Page {
  const first = page.elements.findIndex(({ type }) => type === 'mapFrame')
  return {
    ...page,
    elements: page.elements.map((element, index) =>
      index === first && element.type === 'mapFrame' ? { ...element, view: { kind: 'box', box } } : element,
    ),
  }
}

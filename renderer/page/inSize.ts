/** A page of the document that is asked for in a size which is not its own: once, without changing the document. */
import type { Page, PageSize } from '../../electron/contract/page.ts'
import { resized } from '../document/pages/resize.ts'
import { namedSizeOf, orientationOf, turned } from './sizes.ts'

/**
 * The page as page mode lays it out in another size.
 *
 * @param size paper that has a name lies as the page does, whichever way it is given; null for the page's own
 * @param portrait turns the page's own size upright
 */
export function inSize(page: Page, size: PageSize | null, portrait: boolean): Page {
  if (size === null) return portrait ? resized(page, turned(page.size, 'portrait')) : page
  const upright = orientationOf(page.size) === 'portrait' && namedSizeOf(size) !== null
  return resized(page, upright ? turned(size, 'portrait') : size)
}

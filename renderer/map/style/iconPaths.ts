/** Icons as paths in a box of 15, once they were loaded: half a megabyte that most maps never need. */
import type { IconName } from '../../../electron/contract/style.ts'

/** Side of the box that the icons are drawn in. */
export const iconBox = 15

type Icons = typeof import('./icons.ts')

let icons: Icons | null = null
let loading: Promise<void> | null = null
const paths = new Map<string, readonly string[]>()

export const iconsAreLoaded = (): boolean => icons !== null

export function loadIcons(): Promise<void> {
  loading ??= import('./icons.ts').then((loaded) => void (icons = loaded))
  return loading
}

/** @returns nothing for an icon that is not there, and while the icons are on their way */
export function pathsOfIcon({ set, name }: IconName): readonly string[] {
  if (icons === null) return []
  const key = `${set} ${name}`
  const known = paths.get(key)
  if (known !== undefined) return known
  const found = pathsOfSvg(icons[set].get(name) ?? '')
  paths.set(key, found)
  return found
}

/** Whatever else the file says is left behind. Line breaks stand in it as references (`&#xA;`), which XML reads as white space and a canvas does not. */
export const pathsOfSvg = (svg: string): string[] =>
  [...svg.matchAll(/\sd="([^"]*)"/g)].map(([, path = '']) => path.replaceAll(/&#x?[\da-f]+;|\s+/gi, ' '))

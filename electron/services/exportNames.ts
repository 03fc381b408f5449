/** What exported files are called when nobody says otherwise. */
import type { ExportFormat, ExportSettings } from '../contract/export.ts'
import type { MapDocument } from '../contract/document.ts'

const longest = 100

/** A name for each of the settings: the map's title, the page's name where there are several pages, and a number where that is not enough. */
export function exportNames({ title }: Pick<MapDocument, 'title'>, settings: readonly Pick<ExportSettings, 'page' | 'format'>[]): string[] {
  const pages = new Set(settings.map(({ page }) => page))
  const taken = new Set<string>()
  return settings.map(({ page, format }) => {
    const stem = safeName(pages.size > 1 && page !== null ? `${title} - ${page}` : title)
    let name = `${stem}.${format}`
    for (let number = 2; taken.has(name.toLowerCase()); number += 1) name = `${stem} ${number}.${format}`
    taken.add(name.toLowerCase())
    return name
  })
}

/** Keeps what the user typed, and adds the ending that says the format. */
export const withEnding = (path: string, format: ExportFormat): string =>
  path.toLowerCase().endsWith(`.${format}`) || (format === 'jpg' && /\.jpeg$/i.test(path)) || (format === 'tif' && /\.tiff$/i.test(path))
    ? path
    : `${path}.${format}`

/** No system's forbidden letters, and no name that a disk finds too long. */
export function safeName(text: string): string {
  const name = Array.from(text.replaceAll(/[\\/:*?"<>|\p{Cc}]/gu, ' ').trim())
    .slice(0, longest)
    .join('')
    .replace(/[. ]+$/u, '')
  return name === '' ? 'Map' : name
}

/** The Maki and Temaki icons (CC0) as SVG text. Half a megabyte: loaded when the first icon is drawn or picked. */

const fileName = (path: string): string => path.slice(path.lastIndexOf('/') + 1, -'.svg'.length)
const byName = (files: Record<string, string>): ReadonlyMap<string, string> =>
  new Map(Object.entries(files).map(([path, svg]) => [fileName(path), svg]))

export const maki = byName(
  import.meta.glob<string>('../../../node_modules/@mapbox/maki/icons/*.svg', { query: '?raw', import: 'default', eager: true }),
)
export const temaki = byName(
  import.meta.glob<string>('../../../node_modules/@rapideditor/temaki/icons/*.svg', { query: '?raw', import: 'default', eager: true }),
)

// What the pages of the peers have in common: the place and size of the map, and a look like that of a new layer in Cartouche.

const words = new URLSearchParams(location.search)
const number = (name) => Number(words.get(name))

export const view = { center: [number('lon'), number('lat')], zoom: number('zoom') }
export const target = document.querySelector('#map')
target.style.width = `${number('width')}px`
target.style.height = `${number('height')}px`

/** `symbolFor` of `electron/contract/newLayer.ts`, in pixels. */
export const look = { color: '#cc3311', fillOpacity: 0.35, radiusPx: 5.6, lineWidthPx: 1.9, outlineWidthPx: 1.3 }

export const dataUrl = new URL('data', location.href).href

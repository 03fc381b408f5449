/** Everything that can be done to the layers and the ground of a map document. Each function makes a command; `history.ts` runs it. */
import type { Basemap, Layer, LayerNode, LayerStyle, MapDocument } from '../../electron/contract/document.ts'
import type { Command } from './history.ts'
import { allLayers, findGroup, findLayer, findNode, type Place, placeOf, siblings } from './layers.ts'

/** Puts layers on top of the others, in their order. */
export function addLayers(layers: Layer[]): Command {
  const [first] = layers
  return {
    name: layers.length === 1 && first !== undefined ? `adding ${first.name}` : `adding ${layers.length} layers`,
    change: (draft) => void draft.layers.unshift(...layers),
  }
}

export function removeNodes(document: MapDocument, ids: string[]): Command {
  return { name: `removal of ${namesOf(document, ids)}`, change: (draft) => ids.forEach((id) => takeOut(draft, id)) }
}

export function renameNode(document: MapDocument, id: string, name: string): Command {
  return {
    name: `rename of ${namesOf(document, [id])}`,
    change: (draft) => {
      const node = findNode(draft, id)
      if (node !== null && name.trim() !== '') node.name = name.trim().slice(0, 500)
    },
  }
}

export function setVisible(document: MapDocument, ids: string[], visible: boolean): Command {
  return {
    name: `${visible ? 'showing' : 'hiding'} ${namesOf(document, ids)}`,
    change: (draft) => {
      for (const id of ids) {
        const node = findNode(draft, id)
        if (node !== null) node.visible = visible
      }
    },
  }
}

/** @param opacity 0 (unseen) to 1 */
export function setOpacity(document: MapDocument, id: string, opacity: number, gesture: string): Command {
  return {
    name: `opacity of ${namesOf(document, [id])}`,
    gesture: `opacity ${id} ${gesture}`,
    change: (draft) => {
      const layer = findLayer(draft, id)
      if (layer !== null) layer.opacity = Math.min(1, Math.max(0, opacity))
    },
  }
}

/** @param gesture names the drag or the run of keystrokes that this change belongs to; changes with the same name become one entry */
export function setStyle(document: MapDocument, id: string, style: LayerStyle, gesture?: string): Command {
  return {
    name: `style of ${namesOf(document, [id])}`,
    ...(gesture === undefined ? {} : { gesture: `style ${id} ${gesture}` }),
    change: (draft) => {
      const layer = findLayer(draft, id)
      if (layer !== null) layer.style = style
    },
  }
}

/** @param filter a condition of the filter language; '' shows all features */
export function setFilter(document: MapDocument, id: string, filter: string): Command {
  return {
    name: `filter of ${namesOf(document, [id])}`,
    change: (draft) => {
      const layer = findLayer(draft, id)
      if (layer !== null) layer.filter = filter.trim().slice(0, 10_000)
    },
  }
}

/** @param credit of the layer's source; '' for what its file says @param gesture as the run of keystrokes that it is part of */
export function setCredit(document: MapDocument, id: string, credit: string, gesture?: string): Command {
  return {
    name: `source of ${namesOf(document, [id])}`,
    ...(gesture === undefined ? {} : { gesture: `credit ${id} ${gesture}` }),
    change: (draft) => {
      const layer = findLayer(draft, id)
      if (layer === null) return
      if (credit === '') delete layer.credit
      else layer.credit = credit.slice(0, 2_000)
    },
  }
}

/** Moves a layer or group. Groups stay at the top level. The place is counted after the node was taken out. */
export function moveNode(document: MapDocument, id: string, to: Place): Command {
  return {
    name: `move of ${namesOf(document, [id])}`,
    change: (draft) => {
      const node = findNode(draft, id)
      const from = placeOf(draft, id)
      if (node === null || from === null || (node.type === 'group' && to.group !== null)) return
      if (to.group !== null && findGroup(draft, to.group) === null) return
      const last = siblings(draft, to.group).length - (from.group === to.group ? 1 : 0)
      const index = Math.min(Math.max(0, to.index), last)
      if (from.group === to.group && from.index === index) return
      const copy = structuredCloneOf(node)
      siblings(draft, from.group).splice(from.index, 1)
      siblings(draft, to.group).splice(index, 0, copy)
    },
  }
}

/** Puts layers into a new group, where the topmost of them was. */
export function groupLayers(document: MapDocument, ids: string[], group: { id: string; name: string }): Command {
  return {
    name: `grouping of ${namesOf(document, ids)}`,
    change: (draft) => {
      // In the order of the map: a user may have chosen them in any order.
      const copies = allLayers(draft)
        .filter(({ id }) => ids.includes(id))
        .map(structuredCloneOf)
      if (copies.length === 0) return
      const first = placeOf(draft, copies[0]?.id ?? '')
      const at = first === null ? 0 : first.group === null ? first.index : (placeOf(draft, first.group)?.index ?? 0)
      for (const { id } of copies) takeOut(draft, id)
      draft.layers.splice(Math.min(at, draft.layers.length), 0, { type: 'group', ...group, visible: true, expanded: true, layers: copies })
    },
  }
}

/** Takes a group away and leaves its layers where it was. */
export function ungroup(document: MapDocument, id: string): Command {
  return {
    name: `ungrouping of ${namesOf(document, [id])}`,
    change: (draft) => {
      const group = findGroup(draft, id)
      const place = placeOf(draft, id)
      if (group === null || place === null) return
      draft.layers.splice(place.index, 1, ...group.layers.map((layer) => structuredCloneOf(layer)))
    },
  }
}

export function setBasemap(basemap: Basemap): Command {
  return { name: 'change of basemap', change: (draft) => void Object.assign(draft.basemap, basemap) }
}

/** What the map says of itself: subtitle, as-of date, number of the update. @param gesture as the run of keystrokes that it is part of */
export function setHeading(fields: Partial<Pick<MapDocument, 'title' | 'subtitle' | 'asOf' | 'update'>>, gesture?: string): Command {
  const names = { title: 'title', subtitle: 'subtitle', asOf: 'as-of date', update: 'update number' } as const
  const [first = 'title'] = Object.keys(fields) as (keyof typeof names)[]
  return {
    name: `change of ${names[first]}`,
    ...(gesture === undefined ? {} : { gesture: `heading ${first} ${gesture}` }),
    change: (draft) => void Object.assign(draft, fields),
  }
}

export function setTitle(title: string): Command {
  return { name: 'change of title', change: (draft) => void (draft.title = title.slice(0, 10_000)) }
}

/** Points a layer whose file is missing to another file. Style, order and name stay. */
export function relocateLayer(document: MapDocument, id: string, path: string): Command {
  return {
    name: `locating ${namesOf(document, [id])}`,
    change: (draft) => {
      const layer = findLayer(draft, id)
      if (layer !== null) layer.path = path
    },
  }
}

function takeOut(draft: MapDocument, id: string): void {
  const place = placeOf(draft, id)
  if (place !== null) siblings(draft, place.group).splice(place.index, 1)
}

function namesOf(document: MapDocument, ids: string[]): string {
  const [only] = ids
  const name = only === undefined ? undefined : findNode(document, only)?.name
  return ids.length === 1 && name !== undefined ? (name.length > 40 ? `${name.slice(0, 39)}…` : name) : `${ids.length} layers`
}

/** A draft's node may not stand in two places at once; its plain copy may. */
function structuredCloneOf<T extends LayerNode>(node: T): T {
  return JSON.parse(JSON.stringify(node)) as T
}

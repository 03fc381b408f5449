/** What can be read of a damaged map document: each layer, each annotation and each other member that is whole, and a sentence for each that is not. */
import { randomUUID } from 'node:crypto'
import { Annotation } from '../contract/annotation.ts'
import { blankDocument, Bookmark, Layer, LayerGroup, type LayerNode, MapDocument } from '../contract/document.ts'
import { Page } from '../contract/page.ts'
import type { z } from '../contract/schema.ts'
import { type Item, readBrokenObject } from './brokenJson.ts'
import { issueInWords, leaveOutUnknown, titleOf } from './salvageWords.ts'

const memberNames: Partial<Record<keyof MapDocument, string>> = {
  title: 'The title',
  subtitle: 'The subtitle',
  asOf: 'The as-of date',
  update: 'The number of the update',
  view: 'The view',
  basemap: 'The basemap',
}

const listNames = ['bookmarks', 'layers', 'annotations', 'pages'] as const

/** Longer lists of losses are told by their number. */
const maxLost = 200

/** @returns null when nothing of it can be read as a map document */
export function salvageDocument(text: string): { document: MapDocument; lost: string[] } | null {
  const broken = readBrokenObject(text, listNames)
  if (broken === null) return null
  const lost: string[] = []
  const members = readMembers(broken.members, lost)
  const bookmarks = takeItems(broken.lists.get('bookmarks') ?? [], (item) => readOne(Bookmark, item, 'View bookmark', lost))
  const layers = takeItems(broken.lists.get('layers') ?? [], (item) => readNode(item, lost))
  const annotations = takeItems(broken.lists.get('annotations') ?? [], (item) => readOne(Annotation, item, 'Annotation', lost))
  const pages = takeItems(broken.lists.get('pages') ?? [], (item) => readOne(Page, item, 'Page', lost))
  if (broken.members.get('schema') !== 1 && layers.length === 0 && annotations.length === 0) return null
  if (broken.members.get('schema') !== 1) lost.push('The number of its schema is not 1; it was read as if it were.')
  for (const { line, member } of broken.lost) lost.push(lossInWords(line, member))
  const document: MapDocument = { ...blankDocument, ...members, schema: 1, bookmarks, layers, annotations, pages }
  giveOwnIds(document, lost)
  if (lost.length > maxLost) lost.splice(maxLost, Infinity, `… and ${lost.length - maxLost} more.`)
  return { document: MapDocument.parse(document), lost }
}

function readMembers(members: Map<string, unknown>, lost: string[]): Partial<MapDocument> {
  const read: Record<string, unknown> = {}
  for (const [name, words] of Object.entries(memberNames)) {
    const schema = MapDocument.shape[name as keyof typeof memberNames]
    const given = members.get(name)
    const decoded = schema.safeParse(given)
    if (decoded.success) read[name] = decoded.data
    else lost.push(given === undefined ? `${words} is missing.` : `${words} ${issueInWords(decoded.error.issues[0])}.`)
  }
  for (const name of members.keys()) {
    if (!Object.hasOwn(MapDocument.shape, name)) lost.push(`“${name.slice(0, 60)}” is not known to this version of Cartouche.`)
  }
  for (const name of listNames) if (members.has(name)) lost.push(`“${name}” is not a list.`)
  return read
}

function takeItems<T>(items: Item[], read: (item: Item) => T[]): T[] {
  return items.flatMap(read)
}

/** A group that is not whole gives its layers, outside a group. */
function readNode(item: Item, lost: string[]): LayerNode[] {
  const { value, line } = item
  const isGroup = typeof value === 'object' && value !== null && 'layers' in value && Array.isArray(value.layers)
  if (!isGroup) return readOne(Layer, item, 'Layer', lost)
  const group = LayerGroup.safeParse(leaveOutUnknown(LayerGroup, value))
  if (group.success && LayerGroup.safeParse(value).success) return [group.data]
  const layers = (value.layers as unknown[]).flatMap((layer) => readOne(Layer, { value: layer, line }, 'Layer', lost))
  const head = LayerGroup.safeParse(leaveOutUnknown(LayerGroup, { ...value, layers }))
  if (head.success) return [head.data]
  lost.push(`${titleOf('Group', value, line)} ${issueInWords(head.error.issues[0])}; its layers are there without it.`)
  return layers
}

function readOne<S extends z.ZodType>(schema: S, { value, line }: Item, what: string, lost: string[]): z.infer<S>[] {
  const decoded = schema.safeParse(value)
  if (decoded.success) return [decoded.data]
  const known = schema.safeParse(leaveOutUnknown(schema, value))
  const words = `${titleOf(what, value, line)} ${issueInWords(decoded.error.issues[0])}`
  lost.push(known.success ? `${words}, which was left out.` : `${words}.`)
  return known.success ? [known.data] : []
}

function lossInWords(line: number, member: string | null): string {
  if (member === 'layers') return `A layer or group on line ${line} is not whole.`
  if (member === 'bookmarks') return `A view bookmark on line ${line} is not whole.`
  if (member === 'pages') return `A page on line ${line} is not whole.`
  if (member === 'annotations') return `An annotation on line ${line} is not whole.`
  if (member !== null)
    return `${memberNames[member as keyof typeof memberNames] ?? `“${member.slice(0, 60)}”`} on line ${line} is not whole.`
  return `The file ends, or goes on as something else, at line ${line}.`
}

/** Changes find what they change by its id. The second with an id gets one of its own. */
function giveOwnIds(document: MapDocument, lost: string[]): void {
  const renew = (seen: Set<string>, one: { id: string }, title: string): void => {
    if (seen.has(one.id)) {
      lost.push(`${title} had the id of another, and was given one of its own.`)
      one.id = randomUUID()
    }
    seen.add(one.id)
  }
  const nodes = new Set<string>()
  for (const node of document.layers) {
    renew(nodes, node, `${node.type === 'group' ? 'Group' : 'Layer'} “${node.name.slice(0, 60)}”`)
    if (node.type === 'group') for (const layer of node.layers) renew(nodes, layer, `Layer “${layer.name.slice(0, 60)}”`)
  }
  const bookmarks = new Set<string>()
  for (const one of document.bookmarks) renew(bookmarks, one, `View bookmark “${one.name.slice(0, 60)}”`)
  const annotations = new Set<string>()
  for (const one of document.annotations) renew(annotations, one, `Annotation “${one.properties.label.slice(0, 60)}”`)
}

/** Every command that there is, made with random arguments. `everyCommand.test.ts` holds this list to the sources: a command that is missing here fails it. */
import * as fc from 'fast-check'
import { addBookmark, moveBookmark, removeBookmark, renameBookmark, setBookmarkView } from '../../../renderer/document/bookmarks.ts'
import * as annotations from '../../../renderer/document/annotations/commands.ts'
import { editCommand } from '../../../renderer/document/annotations/change.ts'
import { shippedTemplates } from '../../../renderer/document/annotations/templates.ts'
import * as layers from '../../../renderer/document/commands.ts'
import type { MapDocument } from '../../../electron/contract/document.ts'
import type { Command } from '../../../renderer/document/history.ts'
import { allLayers } from '../../../renderer/document/layers.ts'
import * as pages from '../../../renderer/document/pages/commands.ts'
import { anyElement, anyPage } from '../page/pages.ts'
import { anyAnnotation, anyGeometry, anyPosition, anyStyle as anyAnnotationStyle } from './annotations/arbitraries.ts'
import { anyStyle, anyView, layer } from './documents.ts'

/** What a random user does, and to which of the things that are there at that moment. */
export const anyStep = fc.record({
  command: fc.nat(),
  a: fc.nat({ max: 50 }),
  b: fc.nat({ max: 50 }),
  index: fc.integer({ min: -2, max: 12 }),
  text: fc.string({ maxLength: 5 }),
  flag: fc.boolean(),
  style: anyStyle,
  basemap: fc.record({ style: fc.constantFrom('light', 'dark', 'none'), labels: fc.constantFrom('english', 'both') }),
  view: anyView,
  fresh: anyAnnotation(),
  place: anyPosition,
  look: anyAnnotationStyle,
  edge: fc.constantFrom('left', 'centre', 'right', 'top', 'middle', 'bottom'),
  factor: fc.double({ min: 0.01, max: 50, noNaN: true }),
  angleDeg: fc.double({ min: -720, max: 720, noNaN: true }),
  degrees: fc.double({ min: -400, max: 400, noNaN: true }),
  line: anyGeometry('LineString'),
  page: anyPage('page'),
  element: anyElement('element'),
})
export type Step = typeof anyStep extends fc.Arbitrary<infer T> ? T : never

type Made = Record<string, (step: Step, document: MapDocument, nth: number) => Command>

const pick = (from: readonly { id: string }[], by: number): string => from[by % Math.max(1, from.length)]?.id ?? 'nothing'
const nodesOf = (document: MapDocument): { id: string }[] => [
  ...allLayers(document),
  ...document.layers.filter(({ type }) => type === 'group'),
]
const groupsOf = (document: MapDocument): { id: string }[] => document.layers.filter(({ type }) => type === 'group')
const some = (document: MapDocument, { a, b, flag }: Step): string[] => {
  const list = document.annotations
  return [...new Set([pick(list, a), ...(flag ? [pick(list, b), pick(list, b + 1)] : [])])]
}
const when = ({ flag, text }: Step, nth: number): { now: string; gesture?: string } => ({
  now: `2020-09-2${nth % 10}T00:00:00.000Z`,
  ...(flag ? { gesture: text } : {}),
})
const pageOf = ({ pages: list }: MapDocument, { a }: Step) => list[a % Math.max(1, list.length)]
const elementsOf = (document: MapDocument, step: Step): string[] => {
  const elements = pageOf(document, step)?.elements ?? []
  return [...new Set([pick(elements, step.a), ...(step.flag ? [pick(elements, step.b)] : [])])]
}
const pageId = (document: MapDocument, step: Step): string => pageOf(document, step)?.id ?? 'nothing'

const ofLayers: Made = {
  addLayers: ({ flag }, _, nth) => layers.addLayers([layer(`new${nth}`), ...(flag ? [layer(`new${nth}b`)] : [])]),
  removeNodes: ({ a, b, flag }, document) =>
    layers.removeNodes(document, [pick(nodesOf(document), a), ...(flag ? [pick(nodesOf(document), b)] : [])]),
  renameNode: ({ a, text }, document) => layers.renameNode(document, pick(nodesOf(document), a), text),
  setVisible: ({ a, b, flag }, document) => layers.setVisible(document, [pick(nodesOf(document), a), pick(nodesOf(document), b)], flag),
  setOpacity: ({ a, b, flag }, document) => layers.setOpacity(document, pick(allLayers(document), a), b / 50, flag ? 'one' : 'two'),
  setStyle: ({ a, style, flag }, document) => layers.setStyle(document, pick(allLayers(document), a), style, ...(flag ? ['drag'] : [])),
  setFilter: ({ a, text, flag }, document) =>
    layers.setFilter(document, pick(allLayers(document), a), flag ? '' : `name = '${text.replaceAll("'", '')}'`),
  setCredit: ({ a, text, flag }, document) =>
    layers.setCredit(document, pick(allLayers(document), a), flag ? '' : text, ...(flag ? ['typing'] : [])),
  moveNode: ({ a, b, flag, index }, document) =>
    layers.moveNode(document, pick(nodesOf(document), a), { group: flag ? pick(groupsOf(document), b) : null, index }),
  groupLayers: ({ a, b, text }, document, nth) =>
    layers.groupLayers(document, [pick(allLayers(document), a), pick(allLayers(document), b)], { id: `group${nth}`, name: text }),
  ungroup: ({ a }, document) => layers.ungroup(document, pick(groupsOf(document), a)),
  setBasemap: ({ basemap }) => layers.setBasemap(basemap),
  setTitle: ({ text }) => layers.setTitle(text),
  setHeading: ({ text, b, flag }) => layers.setHeading(flag ? { subtitle: text } : { update: b + 1 }, text),
  relocateLayer: ({ a, b }, document) => layers.relocateLayer(document, pick(allLayers(document), a), `/elsewhere/${b}.geojson`),
}

const ofBookmarks: Made = {
  addBookmark: ({ text, view, flag, a }, document, nth) =>
    addBookmark({ id: flag ? `view${nth}` : pick(document.bookmarks, a), name: text, view }),
  renameBookmark: ({ a, text }, document) => renameBookmark(document, pick(document.bookmarks, a), text),
  setBookmarkView: ({ a, view }, document) => setBookmarkView(document, pick(document.bookmarks, a), view),
  moveBookmark: ({ a, index }, document) => moveBookmark(document, pick(document.bookmarks, a), index),
  removeBookmark: ({ a }, document) => removeBookmark(document, pick(document.bookmarks, a)),
}

const ofAnnotations: Made = {
  editCommand: (step, document, nth) =>
    editCommand(document, some(document, step), 'edit of', when(step, nth), ({ properties }) => ({
      properties: { curved: !properties.curved },
    })),
  addAnnotations: ({ fresh, b, flag }, document, nth) =>
    annotations.addAnnotations([{ ...fresh, id: `new${nth}` }, ...(flag ? [{ ...fresh, id: pick(document.annotations, b) }] : [])]),
  removeAnnotations: (step, document) => annotations.removeAnnotations(document, some(document, step)),
  moveAnnotations: (step, document, nth) => {
    const { degrees, factor, line, index } = step
    const ids = some(document, step)
    const to =
      index < 3
        ? { dLon: degrees, dLat: factor }
        : index < 7
          ? { dxM: degrees * 1e5, dyM: factor * 1e4 }
          : new Map(ids.map((id) => [id, annotations.findAnnotation(document, id)?.geometry ?? line]))
    return annotations.moveAnnotations(document, ids, to, when(step, nth))
  },
  setGeometry: (step, document, nth) =>
    annotations.setGeometry(
      document,
      some(document, step)[0]!,
      step.flag ? step.line : { type: 'Point', coordinates: step.place },
      when(step, nth),
    ),
  setProperties: (step, document, nth) =>
    annotations.setProperties(
      document,
      some(document, step),
      step.index < 5 ? { label: step.text, validFrom: '2020' } : { note: step.text },
      when(step, nth),
    ),
  setSource: (step, document, nth) => annotations.setSource(document, some(document, step), { title: step.text }, when(step, nth)),
  'setStyle of annotations': (step, document, nth) => annotations.setStyle(document, some(document, step), step.look, when(step, nth)),
  rotateAnnotations: (step, document, nth) =>
    annotations.rotateAnnotations(document, some(document, step), step.angleDeg, step.place, when(step, nth)),
  scaleAnnotations: (step, document, nth) =>
    annotations.scaleAnnotations(document, some(document, step), step.factor, step.place, when(step, nth)),
  alignAnnotations: (step, document, nth) => annotations.alignAnnotations(document, some(document, step), step.edge, when(step, nth)),
  distributeAnnotations: (step, document, nth) =>
    annotations.distributeAnnotations(document, some(document, step), step.index < 5 ? 'across' : 'down', when(step, nth)),
  duplicateAnnotations: (step, document, nth) => {
    const ids = some(document, step)
    const copies = ids.map((_, index) => `copy${nth}-${index}`)
    return annotations.duplicateAnnotations(document, ids, copies, { dLon: 1, dLat: 1 }, when(step, nth))
  },
  bringForward: (step, document) => annotations.bringForward(document, some(document, step)),
  sendBackward: (step, document) => annotations.sendBackward(document, some(document, step)),
  bringToFront: (step, document) => annotations.bringToFront(document, some(document, step)),
  sendToBack: (step, document) => annotations.sendToBack(document, some(document, step)),
  setLocked: (step, document, nth) => annotations.setLocked(document, some(document, step), step.flag && step.a % 3 === 0, when(step, nth)),
  'setVisible of annotations': (step, document, nth) => annotations.setVisible(document, some(document, step), step.flag, when(step, nth)),
  applyTemplate: (step, document, nth) =>
    annotations.applyTemplate(document, some(document, step), shippedTemplates[step.b % shippedTemplates.length]!, when(step, nth)),
}

const ofPages: Made = {
  addPage: ({ page, flag, a, index }, document, nth) =>
    pages.addPage({ ...page, id: flag ? `page${nth}` : pick(document.pages, a) }, ...(index < 0 ? [] : [index])),
  removePage: (step, document) => pages.removePage(document, pageId(document, step)),
  duplicatePage: (step, document, nth) => pages.duplicatePage(document, pageId(document, step), `copy${nth}`),
  renamePage: (step, document) => pages.renamePage(document, pageId(document, step), step.text),
  movePage: (step, document) => pages.movePage(document, pageId(document, step), step.index),
  setPageSize: (step, document) => pages.setPageSize(document, pageId(document, step), step.page.size),
  setPage: (step, document) =>
    pages.setPage(document, pageId(document, step), { marginMm: step.page.marginMm }, ...(step.flag ? ['drag'] : [])),
  replaceElements: (step, document) => pages.replaceElements(document, pageId(document, step), step.page),
  addElements: (step, document, nth) => pages.addElements(pageId(document, step), [{ ...step.element, id: `new${nth}` }]),
  removeElements: (step, document) => pages.removeElements(document, pageId(document, step), elementsOf(document, step)),
  duplicateElements: (step, document, nth) => {
    const ids = elementsOf(document, step)
    return pages.duplicateElements(
      document,
      pageId(document, step),
      ids,
      ids.map((_, index) => `copy${nth}-${index}`),
    )
  },
  setBoxes: (step, document) => {
    const boxes = new Map(elementsOf(document, step).map((id) => [id, step.element.box]))
    return pages.setBoxes(document, pageId(document, step), boxes, step.flag ? 'move of' : 'size of', ...(step.index < 5 ? ['drag'] : []))
  },
  setElements: (step, document) =>
    pages.setElements(document, pageId(document, step), elementsOf(document, step), { name: step.text, locked: step.flag }),
  bringElementsForward: (step, document) => pages.bringElementsForward(document, pageId(document, step), elementsOf(document, step)),
  sendElementsBackward: (step, document) => pages.sendElementsBackward(document, pageId(document, step), elementsOf(document, step)),
  bringElementsToFront: (step, document) => pages.bringElementsToFront(document, pageId(document, step), elementsOf(document, step)),
  sendElementsToBack: (step, document) => pages.sendElementsToBack(document, pageId(document, step), elementsOf(document, step)),
  moveElement: (step, document) => pages.moveElement(document, pageId(document, step), elementsOf(document, step)[0]!, step.index),
}

/** By the name of the function that makes it; where two rooms have one name, with the room's. */
export const everyCommand: Made = { ...ofLayers, ...ofBookmarks, ...ofAnnotations, ...ofPages }

const makers = Object.values(everyCommand)

export const commandOf = (step: Step, document: MapDocument, nth: number): Command =>
  makers[step.command % makers.length]!(step, document, nth)

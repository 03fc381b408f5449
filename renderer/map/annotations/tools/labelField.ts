/** Writing a label where it stands on the map. */
import type { Annotation } from '../../../../electron/contract/annotation.ts'
import { findAnnotation, setProperties } from '../../../document/annotations/commands.ts'
import { describe } from '../../../document/annotations/new.ts'
import { toPlane } from '../../../document/geodesy/mercator.ts'
import { currentDocument, documentStore, runCommand, undoLast } from '../../../store/documentStore.ts'
import { ptToPx } from '../../style/millimetres.ts'
import { layoutOf } from '../calloutStyle.ts'
import type { Workbench } from './mapTool.ts'
import { nearWorld, type Pixel, pixelOf } from './screen.ts'

/** The label of an annotation that has just been drawn: both become one entry of the history. Given up empty, the annotation goes too. */
export function editNewLabel(bench: Workbench, annotation: Annotation): void {
  const gesture = `drawing ${annotation.id}`
  open(bench, annotation, (text) => {
    if (text === null || text === '') {
      // What was done meanwhile stays as it is.
      if (text === null && documentStore.getState().history.past.at(-1)?.gesture === gesture) undoLast()
      return
    }
    const named = { ...annotation, properties: { ...annotation.properties, label: text } }
    runCommand({ ...setProperties(currentDocument(), [annotation.id], { label: text }), name: `adding ${describe(named)}`, gesture })
  })
}

export function editLabel(bench: Workbench, annotation: Annotation): void {
  open(bench, annotation, (text) => {
    if (text !== null && findAnnotation(currentDocument(), annotation.id) !== null)
      runCommand(setProperties(currentDocument(), [annotation.id], { label: text }))
  })
}

function open(bench: Workbench, annotation: Annotation, done: (text: string | null) => void): void {
  const { label, style } = annotation.properties
  bench.textField.open({ text: label, at: () => cornerOf(bench, annotation), fontSizePx: ptToPx(style.textSizePt), done })
}

/** Where the first letter stands, kept within the map. */
function cornerOf(bench: Workbench, annotation: Annotation): Pixel {
  const screen = bench.screen()
  const { geometry, properties } = annotation
  const [first] = geometry.type === 'Point' ? [geometry.coordinates] : geometry.coordinates.flat(geometry.type === 'Polygon' ? 1 : 0)
  const [x, y] = pixelOf(screen, nearWorld(toPlane((first as [number, number] | undefined) ?? [0, 0]), screen.center[0]))
  const { kind } = properties
  const box = kind === 'text' || kind === 'callout' ? layoutOf(annotation) : { left: 10, top: -12 }
  const aside = bench.outOfSightPx()
  return [Math.min(screen.widthPx - aside - 100, Math.max(aside, x + box.left)), Math.min(screen.heightPx - 40, Math.max(0, y + box.top))]
}

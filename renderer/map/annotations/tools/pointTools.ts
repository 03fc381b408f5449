/** The tools of one click: points, symbols, texts and images. A typed place does the same. */
import type { AnnotationKind } from '../../../../electron/contract/annotation.ts'
import type { PlanePoint } from '../../../document/geodesy/mercator.ts'
import { annotationStore, chooseTool } from '../../../store/annotationStore.ts'
import type { Entry } from './entry.ts'
import { editNewLabel } from './labelField.ts'
import type { MapPointer, MapTool, Workbench } from './mapTool.ts'
import { drafted, place } from './place.ts'
import { entryPoint, pointShape } from './shapes.ts'

abstract class PointTool implements MapTool {
  readonly cursor: string = 'crosshair'
  readonly snaps = true
  protected readonly bench: Workbench

  constructor(bench: Workbench) {
    this.bench = bench
  }

  abstract placeAt(at: PlanePoint): void

  click({ at }: MapPointer): void {
    this.placeAt(at)
  }

  enter(entry: Entry): boolean {
    const at = entryPoint(entry, null, [0, 0])
    if (at === null) return false
    this.placeAt(at)
    return true
  }

  cancel(): boolean {
    return false
  }

  dispose(): void {
    this.bench.overlay.preview([])
  }
}

/** Points and symbols. */
export class MarkTool extends PointTool {
  readonly #kind: AnnotationKind

  constructor(bench: Workbench, kind: 'point' | 'symbol') {
    super(bench)
    this.#kind = kind
  }

  override placeAt(at: PlanePoint): void {
    place(drafted(this.#kind, pointShape(at)))
  }
}

/** The text is written where it stands. */
export class TextTool extends PointTool {
  override readonly cursor = 'text'

  override placeAt(at: PlanePoint): void {
    // A click beside the field that is open only ends the writing.
    if (this.bench.textField.isOpen()) return this.bench.textField.close()
    const annotation = drafted('text', pointShape(at))
    place(annotation, `drawing ${annotation.id}`)
    editNewLabel(this.bench, annotation)
  }
}

/** The picture was chosen before; it is placed once, by its upper left corner. */
export class ImageTool extends PointTool {
  override placeAt(at: PlanePoint): void {
    const image = annotationStore.getState().pendingImage
    if (image === null) return
    place(drafted('image', pointShape(at), { image }))
    annotationStore.setState({ pendingImage: null })
    chooseTool('select')
  }

  hover({ at }: MapPointer): undefined {
    const image = annotationStore.getState().pendingImage
    this.bench.overlay.preview(image === null ? [] : [drafted('image', pointShape(at), { image })])
  }
}

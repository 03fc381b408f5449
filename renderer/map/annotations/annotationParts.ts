/**
 * Annotations by name on a canvas that keeps what is drawn on it: OpenLayers draws all of a layer in one go, so what begins and ends the part of an annotation is
 * drawn before and after it, as styles that leave no mark.
 */
import Style from 'ol/style/Style.js'
import type { State } from 'ol/render.js'
import type { Annotation } from '../../../electron/contract/annotation.ts'
import { describe } from '../../document/annotations/new.ts'
import { isKeeping, type Keeping } from '../namedParts.ts'
import { isName } from './annotationStyle.ts'

/** Names stand over all marks and areas: beyond the last of the z-indices that a map of annotations can have. */
const namesZIndex = 10_000_000
/** OpenLayers reckons with whole numbers. */
const steps = { begin: 0, marks: 1, end: 2, all: 3 } as const

const namesOfAnnotations = 'Names of annotations'

/** OpenLayers draws all areas first, then all lines, then all marks, unless it is told what lies over what. @param order of the annotation, from the bottom */
export function stackStyles(styles: readonly Style[], order: number): void {
  for (const style of styles) style.setZIndex(isName(style) ? namesZIndex : order * steps.all + steps.marks)
}

/** Parts of a map that is drawn once. */
export class AnnotationParts {
  readonly #names = new Part(namesOfAnnotations)

  /**
   * @param styles of the annotation, as they were stacked
   * @returns what begins and ends its part of the picture, and that of the names
   */
  around(annotation: Annotation, order: number, styles: readonly Style[]): Style[] {
    const part = new Part(describe(annotation))
    const marks = part.styles(order * steps.all + steps.begin, order * steps.all + steps.end)
    return styles.some(isName) ? [...marks, ...this.#names.styles(namesZIndex - 1, namesZIndex + 1)] : marks
  }
}

/** What lies across the antimeridian is drawn once for each turn of the world, and names are those of many annotations: a part begins with the first of them. */
class Part {
  readonly #name: string
  #open: Keeping | null = null

  constructor(name: string) {
    this.#name = name
  }

  styles(beginZIndex: number, endZIndex: number): Style[] {
    const begin = (_at: unknown, { context }: Pick<State, 'context'>): void => {
      if (this.#open !== null || !isKeeping(context)) return
      this.#open = context
      context.beginGroup(this.#name)
    }
    const end = (): void => {
      this.#open?.endGroup()
      this.#open = null
    }
    return [new Style({ renderer: begin, zIndex: beginZIndex }), new Style({ renderer: end, zIndex: endZIndex })]
  }
}

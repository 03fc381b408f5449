/** The figures that follow the pointer while something is drawn, and the small field that opens when digits are typed. */
import { annotationStore } from '../../../store/annotationStore.ts'
import { type Entry, parseEntry } from './entry.ts'
import type { Pixel } from './screen.ts'

const offsetPx = 16

export class LiveTag {
  readonly #box = document.createElement('div')
  readonly #text = document.createElement('output')
  readonly #input = document.createElement('input')
  readonly #map: HTMLElement
  readonly #take: (entry: Entry) => boolean
  #at: Pixel = [0, 0]

  /**
   * @param map takes the keyboard back
   * @param viewport the tag is put into it
   * @param take is given what was typed; false when it cannot be used now
   */
  constructor(map: HTMLElement, viewport: HTMLElement, take: (entry: Entry) => boolean) {
    this.#map = map
    this.#take = take
    this.#box.className = 'annotation-tag'
    this.#text.setAttribute('aria-live', 'off')
    this.#input.type = 'text'
    this.#input.setAttribute('aria-label', 'Distance, direction or coordinates')
    this.#input.spellcheck = false
    this.#box.append(this.#text, this.#input)
    viewport.append(this.#box)
    this.#input.addEventListener('keydown', (event) => this.#onKey(event))
    this.#input.addEventListener('input', () => this.#input.removeAttribute('aria-invalid'))
    this.#input.addEventListener('blur', () => this.closeEntry())
    this.hide()
    this.closeEntry()
  }

  /** @param words empty hides the tag; the store has them in either case */
  show(words: string, at: Pixel): void {
    annotationStore.setState({ live: words === '' ? 'Drawing' : words })
    this.#text.textContent = words
    this.#text.hidden = words === ''
    if (!this.isTyping()) this.#place(at)
  }

  hide(): void {
    if (annotationStore.getState().live !== null) annotationStore.setState({ live: null })
    this.#text.hidden = true
  }

  /** @param first the digit that was typed */
  openEntry(first: string, at: Pixel): void {
    this.#place(at)
    this.#input.hidden = false
    this.#input.value = first
    this.#input.focus()
    this.#input.setSelectionRange(first.length, first.length)
  }

  closeEntry(): void {
    if (this.#input.hidden) return
    this.#input.hidden = true
    this.#input.removeAttribute('aria-invalid')
    if (document.activeElement === this.#input) this.#map.focus()
  }

  isTyping(): boolean {
    return !this.#input.hidden
  }

  dispose(): void {
    this.hide()
    this.#box.remove()
  }

  #onKey(event: KeyboardEvent): void {
    event.stopPropagation()
    if (event.key === 'Escape') {
      event.preventDefault()
      this.closeEntry()
    }
    if (event.key !== 'Enter' && event.key !== 'Tab') return
    event.preventDefault()
    const entry = parseEntry(this.#input.value)
    if (entry !== null && this.#take(entry)) this.closeEntry()
    else this.#input.setAttribute('aria-invalid', 'true')
  }

  #place(at: Pixel): void {
    this.#at = at
    this.#box.style.transform = `translate(${this.#at[0] + offsetPx}px, ${this.#at[1] + offsetPx}px)`
  }
}

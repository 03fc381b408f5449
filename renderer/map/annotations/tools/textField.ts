/** A text field at a place of the map, for labels. Enter, Escape and leaving it keep what was written, Shift+Enter breaks the line; Escape in an empty one gives it up. */
import type { Pixel } from './screen.ts'

export type TextFieldOptions = {
  text: string
  /** Upper left corner; asked again when the map moves under it. */
  at: () => Pixel
  fontSizePx: number
  /** @param text null when it was given up: there was nothing in it */
  done: (text: string | null) => void
}

export class TextField {
  readonly #field = document.createElement('textarea')
  readonly #map: HTMLElement
  #at: () => Pixel = () => [0, 0]
  #done: ((text: string | null) => void) | null = null

  /** @param map takes the keyboard back */
  constructor(map: HTMLElement, viewport: HTMLElement) {
    this.#map = map
    this.#field.className = 'annotation-text'
    this.#field.setAttribute('aria-label', 'Text on the map')
    this.#field.maxLength = 10_000
    this.#field.dir = 'auto'
    this.#field.hidden = true
    viewport.append(this.#field)
    this.#field.addEventListener('keydown', (event) => this.#onKey(event))
    this.#field.addEventListener('blur', () => this.close())
  }

  open({ text, at, fontSizePx, done }: TextFieldOptions): void {
    this.close()
    this.#done = done
    this.#field.value = text
    this.#field.style.fontSize = `${Math.min(48, Math.max(11, fontSizePx))}px`
    this.#at = at
    this.follow()
    this.#field.hidden = false
    this.#field.focus()
    this.#field.select()
  }

  /** The map moved, or its size changed. */
  follow(): void {
    const [x, y] = this.#at()
    this.#field.style.transform = `translate(${x}px, ${y}px)`
  }

  isOpen(): boolean {
    return this.#done !== null
  }

  /** Keeps what was written. @param byEscape gives up what has no letters */
  close(byEscape = false): void {
    const done = this.#done
    if (done === null) return
    this.#done = null
    const had = document.activeElement === this.#field
    this.#field.hidden = true
    if (had) this.#map.focus()
    const text = this.#field.value.trimEnd()
    done(byEscape && text === '' ? null : text)
  }

  dispose(): void {
    this.close()
    this.#field.remove()
  }

  #onKey(event: KeyboardEvent): void {
    event.stopPropagation()
    // Both also end the composing of a character.
    if (event.isComposing || !(event.key === 'Escape' || (event.key === 'Enter' && !event.shiftKey))) return
    event.preventDefault()
    this.close(event.key === 'Escape')
  }
}

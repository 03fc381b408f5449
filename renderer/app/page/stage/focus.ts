/** Where the keyboard goes between the page and its panel. */

/** To an element on the page. */
export function focusElement(id: string): void {
  document.querySelector<HTMLElement>(`[data-page-element="${CSS.escape(id)}"]`)?.focus({ preventScroll: true })
}

/** To the words of the selected element, or to the first of its fields. The panel is drawn by then. */
export function focusText(): void {
  requestAnimationFrame(() => {
    const properties = document.querySelector<HTMLElement>('[data-properties]')
    const field =
      properties?.querySelector<HTMLElement>('[data-words]') ?? properties?.querySelector<HTMLElement>('input, textarea, button')
    field?.focus()
    if (field instanceof HTMLTextAreaElement || field instanceof HTMLInputElement) field.select()
  })
}

/**
 * Keeps the map as large as its place in the window, one frame behind it: a panel that opens beside the map is seen at once, and the map, which is drawn anew
 * for another size, follows it.
 */

/** @returns a function that ends it */
export function keepAsLarge(element: HTMLElement, place: HTMLElement): () => void {
  let waiting = 0
  const fit = (): void => {
    element.style.width = `${place.clientWidth}px`
    element.style.height = `${place.clientHeight}px`
  }
  const observer = new ResizeObserver(() => {
    cancelAnimationFrame(waiting)
    // What has changed the size is painted before the first frame that is asked for here; the map is fitted behind it.
    waiting = requestAnimationFrame(fit)
  })
  fit()
  observer.observe(place)
  return () => {
    cancelAnimationFrame(waiting)
    observer.disconnect()
  }
}

/**
 * Keeps the map as large as its place in the window, one frame behind it: what changes the place is seen at once, and the map, which is drawn anew for another
 * size, follows it. Only a panel that opens beside the map changes nothing: the map stays as wide as it is, its edges out of sight, its middle in the middle of
 * what is left. So selecting something, which opens its record, draws no map.
 */

/** No panel beside the map is wider, its handle with it. */
const widestPanelPx = 730

/** @returns a function that ends it */
export function keepAsLarge(element: HTMLElement, place: HTMLElement): () => void {
  let waiting = 0
  let windowWidth = 0
  let [width, height] = [0, 0]
  const put = (): void => {
    // Half a pixel would blur what stands on whole ones.
    element.style.left = `${Math.round((place.clientWidth - width) / 2)}px`
  }
  const fit = (): void => {
    windowWidth = window.innerWidth
    ;[width, height] = [place.clientWidth, place.clientHeight]
    element.style.width = `${width}px`
    element.style.height = `${height}px`
    put()
  }
  const isPanelBeside = (): boolean =>
    window.innerWidth === windowWidth &&
    place.clientHeight === height &&
    place.clientWidth <= width &&
    place.clientWidth >= width - widestPanelPx
  const observer = new ResizeObserver(() => {
    cancelAnimationFrame(waiting)
    put()
    // What has changed the size is painted before the first frame that is asked for here; the map is fitted behind it.
    if (!isPanelBeside()) waiting = requestAnimationFrame(fit)
  })
  fit()
  observer.observe(place)
  return () => {
    cancelAnimationFrame(waiting)
    observer.disconnect()
  }
}

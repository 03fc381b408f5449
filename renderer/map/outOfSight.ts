/** How much of the map is out of sight at each side: a panel that opens beside it leaves it as wide as it was, its middle in the middle of its place. */

/** @param element of the map, in its place @returns CSS pixels at the left, and as many at the right */
export function outOfSightPx(element: HTMLElement): number {
  const place = element.parentElement
  return place === null ? 0 : Math.max(0, (element.offsetWidth - place.clientWidth) / 2)
}

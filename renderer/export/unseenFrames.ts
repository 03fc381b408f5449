/**
 * Frames of a window that nobody sees. Chromium gives it one a second after its first moments, and a map waits for several: what waits for a frame is called when
 * the page has nothing else to do. For the hidden window that draws pages, and for it alone.
 */
export function drawWithoutFrames(): void {
  window.requestAnimationFrame = (callback) => window.setTimeout(() => callback(performance.now()))
  window.cancelAnimationFrame = (handle) => window.clearTimeout(handle)
}

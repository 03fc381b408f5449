/**
 * A recorded page in the document of the window, to be printed: its canvases are drawn again inside `beforeprint`, which Chromium records as paths and
 * letters.
 */
import { printedContext } from './recording/canvases.ts'
import { scaling } from './recording/matrix.ts'
import type { Recording } from './recording/recording.ts'
import { type RealContext, replayInPlanes } from './recording/replay.ts'

const cssPxPerMm = 96 / 25.4

/**
 * @param host of the page, in the window's document
 * @param dpi of the recording
 * @returns what takes it away again, when it is printed
 */
export function layForPrint(
  host: HTMLElement,
  recording: Recording,
  { widthMm, heightMm }: { widthMm: number; heightMm: number },
  dpi: number,
): () => void {
  host.replaceChildren()
  host.style.width = `${widthMm * cssPxPerMm}px`
  host.style.height = `${heightMm * cssPxPerMm}px`
  // A pixel of the canvas is a CSS pixel, exactly: printed, Chromium rounds any other relation to 1/64.
  const [width, height] = [Math.ceil(widthMm * cssPxPerMm), Math.ceil(heightMm * cssPxPerMm)]
  const planes: HTMLCanvasElement[] = []
  const draw = (): void => {
    let next = 0
    const nextPlane = (opacity: number): RealContext => {
      const canvas = planes[next] ?? appendPlane(host, planes)
      next += 1
      // A canvas that is given its size anew is empty. Clearing it would be recorded, as a mask that not every reader of PDF draws.
      canvas.width = width
      canvas.height = height
      canvas.style.width = `${width}px`
      canvas.style.height = `${height}px`
      // Recorded with the clearing that it begins with, a canvas would wipe out those under it. A layer of its own keeps that to itself, and an opacity is
      // what makes one; this one is rounded to full.
      canvas.style.opacity = String(Math.min(0.999, opacity))
      return printedContext(canvas)
    }
    replayInPlanes(recording, nextPlane, { matrix: scaling(96 / dpi), width, height })
  }
  // Once before, so that the canvases are laid out when they are printed.
  draw()
  window.addEventListener('beforeprint', draw)
  return () => {
    window.removeEventListener('beforeprint', draw)
    host.replaceChildren()
  }
}

function appendPlane(host: HTMLElement, planes: HTMLCanvasElement[]): HTMLCanvasElement {
  const canvas = document.createElement('canvas')
  canvas.style.position = 'absolute'
  canvas.style.left = '0'
  canvas.style.top = '0'
  host.append(canvas)
  planes.push(canvas)
  return canvas
}

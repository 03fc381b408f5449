/** A recorded path in the letters of SVG. Source: SVG 2, §9.3 path data. */
import { identity } from '../recording/matrix.ts'
import type { PathSink, RecordedPath } from '../recording/path.ts'
import { number } from './xml.ts'

export function pathData(path: RecordedPath): string {
  const writer = new PathWriter()
  path.trace(writer, identity)
  return writer.text
}

class PathWriter implements PathSink {
  text = ''
  #isOpen = false

  moveTo(x: number, y: number): void {
    this.#to('M', x, y)
  }

  lineTo(x: number, y: number): void {
    this.#to(this.#isOpen ? 'L' : 'M', x, y)
  }

  /** A line leads to its beginning. A whole turn has no end of its own: it is drawn in halves. */
  arc(x: number, y: number, radius: number, start: number, end: number, counterclockwise: boolean): void {
    const at = (angle: number): [number, number] => [x + radius * Math.cos(angle), y + radius * Math.sin(angle)]
    this.lineTo(...at(start))
    const turn = turnFrom(start, end, counterclockwise)
    const halves = Math.abs(turn) > Math.PI ? [start + turn / 2, start + turn] : [start + turn]
    for (const angle of halves) {
      const [toX, toY] = at(angle)
      this.text += `A${number(radius)} ${number(radius)} 0 0 ${turn > 0 ? 1 : 0} ${number(toX)} ${number(toY)}`
    }
  }

  closePath(): void {
    this.text += 'Z'
  }

  #to(verb: string, x: number, y: number): void {
    this.text += `${verb}${number(x)} ${number(y)}`
    this.#isOpen = true
  }
}

/** Radians; positive is clockwise, as y goes down. Source: HTML Living Standard, §4.12.5.1.6, the points on a circle between two angles. */
function turnFrom(start: number, end: number, counterclockwise: boolean): number {
  const whole = 2 * Math.PI
  const turn = counterclockwise ? start - end : end - start
  if (turn >= whole) return counterclockwise ? -whole : whole
  const part = ((turn % whole) + whole) % whole
  return counterclockwise ? -part : part
}

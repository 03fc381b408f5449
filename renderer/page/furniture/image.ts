/** An image or logo, whole within its box. */
import type { ImageElement } from '../../../electron/contract/page.ts'
import { inside, middle } from '../boxes.ts'
import type { Drawn } from '../context.ts'

export function drawImage(element: ImageElement): Drawn {
  const room = inside(element.box, element.panel)
  const width = Math.min(room.width, room.height * element.aspect)
  const height = width / element.aspect
  if (!(width > 0)) return { marks: [] }
  const [x, y] = middle(room)
  return {
    marks: [
      { kind: 'image', box: { x: x - width / 2, y: y - height / 2, width, height }, data: element.data, description: element.description },
    ],
  }
}

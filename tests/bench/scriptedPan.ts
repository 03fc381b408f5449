/** A hand on a map, for five seconds: it draws the map about in the overview, zooms in by the wheel, draws it about there, and zooms out again. */

/**
 * Runs in the page. Events are made for every frame, by the time that has gone by: whoever draws fewer frames gets fewer of them, as from a real mouse.
 *
 * @param selector of the element that takes pointer and wheel
 * @param speed of the hand: 2 for all of it in half the time
 * @returns milliseconds between one frame and the next
 */
export async function scriptedPan({ selector, speed = 1 }: { selector: string; speed?: number }): Promise<number[]> {
  const element = document.querySelector(selector)
  if (element === null) throw new Error('There is no map here.')
  const box = element.getBoundingClientRect()
  const [middleX, middleY] = [box.x + box.width / 2, box.y + box.height / 2]
  const radiusPx = 150
  let [x, y] = [middleX, middleY]
  let isDown = false

  const point = (type: string, target: EventTarget): void => {
    const buttons = type.endsWith('up') ? 0 : 1
    const init = { bubbles: true, cancelable: true, clientX: x, clientY: y, button: type.endsWith('move') ? -1 : 0, buttons, view: window }
    target.dispatchEvent(new PointerEvent(`pointer${type}`, { ...init, pointerId: 1, isPrimary: true, pointerType: 'mouse' }))
    target.dispatchEvent(new MouseEvent(`mouse${type}`, init))
  }
  const drag = (turn: number): void => {
    x = middleX + radiusPx * Math.sin(turn * 2 * Math.PI)
    y = middleY + radiusPx * (Math.cos(turn * 2 * Math.PI) - 1)
    if (isDown) point('move', element)
    else point('down', element)
    isDown = true
  }
  const release = (): void => {
    if (isDown) point('up', element)
    isDown = false
  }
  const wheel = (deltaY: number): void => {
    element.dispatchEvent(
      new WheelEvent('wheel', { bubbles: true, cancelable: true, clientX: middleX, clientY: middleY, deltaY, view: window }),
    )
  }

  const frames: number[] = []
  let wheeled = 0
  const started = performance.now()
  let before: number | null = null
  return new Promise((resolve) => {
    const frame = (now: number): void => {
      if (before !== null) frames.push(now - before)
      before = now
      const seconds = ((performance.now() - started) / 1_000) * speed
      if (seconds >= 5) {
        release()
        resolve(frames)
        return
      }
      // A notch of the wheel every eighth of a second.
      const notch = Math.floor(seconds * 8)
      if (seconds < 2) drag(seconds / 2)
      else if (seconds < 3 || seconds >= 4) {
        release()
        if (notch !== wheeled) wheel(seconds < 3 ? -100 : 100)
        wheeled = notch
      } else drag(seconds - 3)
      requestAnimationFrame(frame)
    }
    requestAnimationFrame(frame)
  })
}

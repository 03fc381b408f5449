import { existsSync } from 'node:fs'
import { expect, test } from 'vitest'
import { inPath } from '../../../scripts/runtime.mjs'
import { openScreens } from '../../../scripts/screens.mjs'

const socket = (display) => `/tmp/.X11-unix/X${display.slice(1)}`

test.skipIf(!inPath('Xvfb'))('each screen is a display of its own, and gone when it is closed', async () => {
  const { displays, close } = await openScreens(2)
  expect(displays.map((display) => existsSync(socket(display)))).toEqual([true, true])
  expect(new Set(displays).size).toBe(2)
  close()
  await expect.poll(() => displays.some((display) => existsSync(socket(display)))).toBe(false)
})

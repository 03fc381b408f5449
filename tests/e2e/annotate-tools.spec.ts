/** Every annotation tool with the mouse on the canvas: drawn, moved, undone, redone, saved, opened again, equal. */
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { PNG } from 'pngjs'
import type { Annotation, AnnotationGeometry, AnnotationKind } from '../../electron/contract/annotation.ts'
import { destination } from '../../renderer/document/geodesy/ellipsoid.ts'
import { annotateDesk, type Desk, type Place } from './annotate.ts'
import { expect, test } from './app.ts'
import { answerOpen } from './systemDialogs.ts'

type Case = {
  tool: string
  /** The step's name, where a tool has two. */
  title?: string
  kind: AnnotationKind
  type: AnnotationGeometry['type']
  /** @param c the middle of its part of the map */
  draw(desk: Desk, c: Place, type: (text: string) => Promise<void>): Promise<void>
  /** Where it is taken to be moved, from the middle, in degrees. */
  grab: Place
  /** Its outermost radius has a handle. */
  round?: true
}

const off = ([lon, lat]: Place, x: number, y: number): Place => [lon + x, lat + y]

const cases: Case[] = [
  { tool: 'Point', kind: 'point', type: 'Point', grab: [0, 0], draw: (desk, c) => desk.click(c) },
  { tool: 'Symbol', kind: 'symbol', type: 'Point', grab: [0, 0], draw: (desk, c) => desk.click(c) },
  {
    tool: 'Text',
    kind: 'text',
    type: 'Point',
    grab: [0, 0],
    draw: async (desk, c, type) => {
      await desk.click(c)
      await type('Held since March')
    },
  },
  {
    tool: 'Callout',
    kind: 'callout',
    type: 'Point',
    grab: [0, 0],
    draw: async (desk, c, type) => {
      await desk.drag(c, off(c, 0.4, 0.4))
      await type('Handed over')
    },
  },
  {
    tool: 'Line',
    kind: 'line',
    type: 'LineString',
    grab: [0.25, 0],
    draw: async (desk, c) => {
      await desk.click(off(c, -0.5, 0.3))
      await desk.click(c)
      await desk.doubleClick(off(c, 0.5, 0))
    },
  },
  {
    tool: 'Arrow',
    kind: 'arrow',
    type: 'LineString',
    grab: [0, 0],
    draw: async (desk, c) => {
      await desk.click(off(c, -0.6, 0))
      await desk.doubleClick(off(c, 0.6, 0))
    },
  },
  {
    tool: 'Polygon',
    kind: 'polygon',
    type: 'Polygon',
    grab: [0, 0],
    draw: async (desk, c) => {
      await desk.click(off(c, -0.5, -0.4))
      await desk.click(off(c, 0.5, -0.4))
      await desk.click(off(c, 0, 0.5))
      // The first vertex again closes it.
      await desk.click(off(c, -0.5, -0.4))
    },
  },
  {
    tool: 'Rectangle',
    kind: 'rectangle',
    type: 'Polygon',
    grab: [0, 0],
    draw: (desk, c) => desk.drag(off(c, -0.5, 0.4), off(c, 0.5, -0.4)),
  },
  { tool: 'Circle', kind: 'circle', type: 'Point', grab: [0, 0], round: true, draw: (desk, c) => desk.drag(c, off(c, 0.5, 0)) },
  {
    tool: 'Range rings',
    kind: 'rings',
    type: 'Point',
    grab: [-0.6, 0],
    round: true,
    draw: async (desk, c) => {
      await desk.click(c)
      await desk.click(off(c, 0.6, 0))
    },
  },
  {
    tool: 'Freehand',
    kind: 'freehand',
    type: 'LineString',
    grab: [0, 0],
    draw: (desk, c) => desk.drag(off(c, -0.5, 0), c, off(c, 0.5, 0.3)),
  },
  {
    tool: 'Measure',
    kind: 'measure',
    type: 'LineString',
    grab: [0, 0],
    draw: async (desk, c) => {
      await desk.click(off(c, -0.6, 0))
      await desk.doubleClick(off(c, 0.6, 0))
    },
  },
  {
    tool: 'Measure',
    title: 'Measure of an area',
    kind: 'measure',
    type: 'Polygon',
    grab: [0, 0],
    draw: async (desk, c) => {
      await desk.click(off(c, -0.5, -0.4))
      await desk.click(off(c, 0.5, -0.4))
      await desk.click(off(c, 0, 0.5))
      await desk.click(off(c, -0.5, -0.4))
    },
  },
  // Its upper left corner is placed; it is taken in its inside.
  { tool: 'Image', kind: 'image', type: 'Point', grab: [0.3, -0.15], draw: (desk, c) => desk.click(c) },
]

const columns = [39.6, 42.2, 44.8, 47.4]
const rows = [36.4, 34.4, 32.4, 30.4]
const middleOf = (index: number): Place => [columns[index % 4] ?? 0, rows[Math.floor(index / 4)] ?? 0]

test('draws, moves, undoes, redoes and keeps each kind of annotation', async ({ open, userData }) => {
  test.setTimeout(240_000)
  const app = await open()
  const desk = await annotateDesk(app, userData)
  const { page } = app
  // The layers of the demo map are everywhere here; what they catch is another test's matter.
  await desk.take('Select')
  await page.getByRole('toolbar', { name: 'Annotate' }).getByRole('button', { name: 'Snapping' }).click()
  const begun = (await desk.saved()).length

  const picture = join(userData, 'picture.png')
  await writeFile(picture, pictureOf(80, 40))
  await answerOpen(app, [picture])

  for (const [index, { tool, title = tool, kind, type, draw, grab, round }] of cases.entries()) {
    await test.step(title, async () => {
      const c = middleOf(index)
      await desk.take(tool)
      await draw(desk, c, async (text) => {
        await page.getByRole('textbox', { name: 'Text on the map' }).fill(text)
        await page.keyboard.press('Enter')
      })
      const drawn = await desk.saved()
      expect(drawn.length, 'one more').toBe(begun + index + 1)
      const one = drawn.at(-1)!
      expect({ kind: one.properties.kind, type: one.geometry.type }).toEqual({ kind, type })

      await desk.take('Select')
      await desk.dragBy(off(c, ...grab), [26, -17])
      const moved = (await desk.saved()).at(-1)!
      expect(moved.geometry, 'moved').not.toEqual(one.geometry)
      expect(moved.id).toBe(one.id)
      const [from, to] = [firstOf(one.geometry), firstOf(moved.geometry)]
      expect(to[0] - from[0], 'as far to the east as the pointer went').toBeCloseTo((26 * 360) / (256 * 2 ** 6.3), 2)

      await page.keyboard.press('Control+Z')
      expect((await desk.saved()).at(-1)!.geometry, 'undone').toEqual(one.geometry)
      await page.keyboard.press('Control+Shift+Z')
      expect((await desk.saved()).at(-1), 'redone').toEqual(moved)
      if (round === true) await changesItsRadius(desk, page, moved)
    })
  }

  const last = await desk.saved()
  const again = await open({ files: [desk.path] })
  const reopened = await annotateDesk(again, userData)
  expect((await reopened.saved()).length).toBe(last.length)
  expect(await reopened.saved()).toEqual(last)
})

/** Drags the handle on the rim, due east of the centre, outward. */
async function changesItsRadius(desk: Desk, page: Page, before: Annotation): Promise<void> {
  const outer = before.properties.radiiM.at(-1)!
  await desk.dragBy(destination(firstOf(before.geometry), 90, outer), [20, 0])
  const wider = (await desk.saved()).at(-1)!
  expect(wider.geometry, 'the centre stays').toEqual(before.geometry)
  expect(wider.properties.radiiM).toHaveLength(before.properties.radiiM.length)
  const kilometres = (20 * 360 * 111.32 * Math.cos((firstOf(before.geometry)[1] * Math.PI) / 180)) / (256 * 2 ** 6.3)
  expect((wider.properties.radiiM.at(-1)! - outer) / 1_000, 'as far as the pointer went').toBeCloseTo(kilometres, -0.5)
  const shares = (radii: readonly number[]): number[] => radii.map((radius) => Math.round((100 * radius) / radii.at(-1)!))
  expect(shares(wider.properties.radiiM), 'rings keep their proportions').toEqual(shares(before.properties.radiiM))
  await page.keyboard.press('Control+Z')
  expect((await desk.saved()).at(-1)!.properties.radiiM, 'undone').toEqual(before.properties.radiiM)
  await page.keyboard.press('Control+Shift+Z')
  expect((await desk.saved()).at(-1), 'redone').toEqual(wider)
}

function pictureOf(width: number, height: number): Buffer {
  const png = new PNG({ width, height })
  png.data.fill(0x99)
  return PNG.sync.write(png)
}

function firstOf(geometry: AnnotationGeometry): readonly [number, number] {
  if (geometry.type === 'Point') return geometry.coordinates
  return (geometry.type === 'LineString' ? geometry.coordinates[0] : geometry.coordinates[0]?.[0]) ?? [0, 0]
}

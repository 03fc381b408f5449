import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { blankDocument } from '../../../../electron/contract/document.ts'
import type { Delivery, ExportSettings } from '../../../../electron/contract/export.ts'
import { Desk } from '../../../../electron/main/export/desk.ts'
import { MemorySink } from '../../../../electron/services/pendingExport.ts'
import { PictureWriter } from '../../../../electron/services/picture/pictureWriter.ts'

const settings = (page: string): ExportSettings => ({
  page,
  size: null,
  portrait: false,
  format: 'svg',
  dpi: null,
  worldFile: false,
  transparent: false,
  box: null,
})
const delivery = { author: 'somebody' } as Delivery
const heard: number[] = []
const order = (page: string) => ({
  settings: settings(page),
  writer: new PictureWriter(new MemorySink(), 'svg', blankDocument),
  onProgress: (done: number) => void heard.push(done),
})
const newDesk = (): Desk => new Desk({ document: blankDocument, sources: [] })

beforeEach(() => {
  heard.length = 0
  vi.useFakeTimers()
})
afterEach(() => void vi.useRealTimers())

describe('a desk between main and a hidden window', () => {
  it('hands over one page after the other, whoever comes first', async () => {
    const desk = newDesk()
    const first = desk.order(order('Map'))
    expect(await desk.next()).toEqual(settings('Map'))
    desk.deliver(delivery)
    expect(await first).toBe(delivery)
    const asked = desk.next()
    const second = desk.order(order('Slide'))
    expect(await asked).toEqual(settings('Slide'))
    desk.progress(0.5)
    desk.deliver(delivery)
    expect(await second).toBe(delivery)
    expect(heard).toEqual([0.5])
  })

  it('fails a page and goes on with the next one', async () => {
    const desk = newDesk()
    const first = desk.order(order('No such page'))
    await desk.next()
    desk.fail(new Error('There is no such page.'))
    await expect(first).rejects.toThrow('There is no such page.')
    const second = desk.order(order('Map'))
    expect(await desk.next()).toEqual(settings('Map'))
    desk.deliver(delivery)
    expect(await second).toBe(delivery)
  })

  it('ends the page whose bytes cannot be written, with the reason', async () => {
    const desk = newDesk()
    const page = desk.order(order('Map'))
    const full = new Error('The disk is full.')
    await expect(desk.write(async () => Promise.reject(full))).rejects.toBe(full)
    await expect(page).rejects.toBe(full)
  })

  it('draws no more once it is broken', async () => {
    const desk = newDesk()
    const page = desk.order(order('Map'))
    desk.break(new Error('Cancelled.'))
    await expect(page).rejects.toThrow('Cancelled.')
    await expect(desk.order(order('Slide'))).rejects.toThrow('Cancelled.')
  })

  it('gives up a page of which nothing is heard for five minutes, and waits on while it is', async () => {
    const desk = newDesk()
    const page = desk.order(order('Map'))
    const outcome = page.catch((error: unknown) => String(error))
    await vi.advanceTimersByTimeAsync(299_000)
    desk.progress(0.1)
    await vi.advanceTimersByTimeAsync(299_000)
    desk.progress(0.2)
    await vi.advanceTimersByTimeAsync(301_000)
    expect(await outcome).toContain('not drawn after five minutes')
    expect(() => desk.progress(0.3)).toThrow('nothing to export')
  })
})

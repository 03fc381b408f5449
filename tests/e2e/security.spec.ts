/**
 * Electron's security checklist, item by item. Each is tried on the program as it was built, and again on a copy in which the item is undone, where it must be
 * seen to fail. `docs/security.md` says which item is where.
 */
import { expect, test } from '@playwright/test'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { makeBuild } from './security/build.ts'
import type { Item } from './security/item.ts'
import { calls } from './security/items/calls.ts'
import { files } from './security/items/files.ts'
import { isolation } from './security/items/isolation.ts'
import { movement } from './security/items/movement.ts'
import { permissions } from './security/items/permissions.ts'
import { policy } from './security/items/policy.ts'
import { requests } from './security/items/requests.ts'
import { startSubject, type Subject } from './security/subject.ts'

const groups: Record<string, Item[]> = { isolation, policy, permissions, movement, calls, files, requests }

// What a trace records makes a start half as long again, and these tests are many short ones.
test.use({ trace: 'off' })

let scratch = ''
let made = 0

test.beforeAll(async () => {
  scratch = await mkdtemp(join(tmpdir(), 'cartouche-security-'))
})

test.afterAll(async () => {
  await rm(scratch, { recursive: true, force: true, maxRetries: 5 })
})

/** What is seen when the item is tried on a build with these changes. */
async function tryOn(item: Item, changes: Item['undo']): Promise<unknown> {
  made += 1
  const subject = await startSubject(await makeBuild(join(scratch, `build-${made}`), 'bare', changes), scratch)
  try {
    return await item.probe(subject)
  } finally {
    await subject.close()
  }
}

test.describe('the program', () => {
  // One start for all of them.
  test.describe.configure({ mode: 'default' })
  let subject: Subject

  test.beforeAll(async () => {
    subject = await startSubject(await makeBuild(join(scratch, 'program'), 'full'), scratch)
    await expect(subject.page.locator('html')).toHaveAttribute('data-map', 'ready', { timeout: 30_000 })
  })

  test.afterAll(async () => subject.close())

  test('the status line counts what was refused, and the offline report names it', async () => {
    const { page } = subject
    const status = page.getByRole('status', { name: 'Network' })
    const refused = async (): Promise<number> => Number(/(\d+) refused/.exec(await status.innerText())?.[1] ?? 0)
    const before = await refused()
    await page.evaluate(async () => fetch('https://example.org/shown').catch(() => undefined))
    await expect.poll(refused).toBe(before + 1)
    await expect(status).toContainText('Offline: 0 requests left this computer')
    await status.getByRole('button').click()
    const report = page.getByRole('dialog', { name: 'Offline report' })
    await expect(report).toContainText('0 requests left this computer.')
    await expect(report.getByRole('row', { name: /https:\/\/example\.org\/shown/ })).toContainText('content security policy')
    await page.keyboard.press('Escape')
    await expect(report).toHaveCount(0)
  })

  for (const [group, items] of Object.entries(groups)) {
    for (const item of items) {
      test(`${group}: ${item.title}`, async () => {
        expect(await item.probe(subject)).toEqual(item.holds)
      })
    }
  }
})

for (const [group, items] of Object.entries(groups)) {
  test.describe(`${group}, undone`, () => {
    for (const { behind = [], ...item } of items) {
      test(`seen to fail: ${item.title}`, async () => {
        const reason = item.cannotFail?.() ?? false
        test.skip(reason !== false, String(reason))
        if (behind.length > 0) expect(await tryOn(item, behind), 'by itself').toEqual(item.holdsAlone ?? item.holds)
        const undone = await tryOn(item, [...behind, ...item.undo])
        expect(undone, 'undone').toEqual(item.undone)
        expect(undone).not.toEqual(item.holds)
      })
    }
  })
}

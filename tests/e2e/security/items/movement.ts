/** The window shows the program's page and nothing else; no second window, no embedded page, no other program, no download. */
import { expect } from '@playwright/test'
import { setTimeout as wait } from 'node:timers/promises'
import { builtFiles } from '../build.ts'
import { inMain, type Item } from '../item.ts'
import { noPolicy } from '../locks.ts'
import { appAddress, type Subject } from '../subject.ts'

const navigations: Record<string, (target: string) => void> = {
  location: (target) => {
    location.href = target
  },
  replace: (target) => location.replace(target),
  anchor: (target) => {
    const anchor = document.createElement('a')
    anchor.href = target
    document.body.append(anchor)
    anchor.click()
    anchor.remove()
  },
  'meta refresh': (target) => {
    const meta = document.createElement('meta')
    meta.httpEquiv = 'refresh'
    meta.content = `0;url=${target}`
    document.head.append(meta)
    setTimeout(() => meta.remove(), 200)
  },
}

/** Sends the page somewhere, every way there is. */
async function leave({ page, refusedDuring, listener }: Subject): Promise<unknown> {
  const refused: Record<string, string[]> = {}
  for (const [way, go] of Object.entries(navigations)) {
    const target = `http://${way.replace(' ', '-')}.localhost:${listener.port}/`
    // A page that has left cannot tell any more what was refused.
    const refusals = await refusedDuring(async () => page.evaluate(go, target)).catch(() => null)
    refused[way] = refusals?.map(({ by }) => by) ?? ['left']
    if (refusals === null) {
      // Where it is now is known a little later.
      await expect.poll(() => page.url()).not.toBe(appAddress)
      break
    }
  }
  return { refused, address: page.url() }
}

const goToBlob = async ({ page }: Subject): Promise<string> => {
  await page.evaluate(() => {
    location.href = URL.createObjectURL(new Blob(['<title>Elsewhere</title>'], { type: 'text/html' }))
  })
  await wait(400)
  return new URL(page.url()).protocol
}

const goTo =
  (target: string) =>
  async ({ page }: Subject): Promise<string> => {
    await page.evaluate((address) => {
      location.href = address
    }, target)
    await wait(600)
    return page.url()
  }

const lock = { by: 'navigation lock' }
const stay = { refused: { location: [lock.by], replace: [lock.by], anchor: [lock.by], 'meta refresh': [lock.by] }, address: appAddress }
const noNavigationLock = inMain('if (isAppPage(event.url)) return;', 'return;')

export const movement: Item[] = [
  {
    title: 'the page does not leave for an address of the network',
    probe: leave,
    holds: stay,
    undo: [noNavigationLock],
    undone: { refused: { location: ['left'] }, address: expect.not.stringContaining('map:') },
  },
  {
    title: 'the page does not leave for a page that it made itself',
    probe: goToBlob,
    holds: 'map:',
    undo: [noNavigationLock],
    undone: 'blob:',
  },
  {
    title: 'the page does not leave for another file of the program',
    probe: goTo('map://cartouche/app/probe/frame.html'),
    holds: appAddress,
    undo: [inMain('return url.split("#", 1)[0] === appAddress;', 'return url.startsWith("map:");')],
    undone: 'map://cartouche/app/probe/frame.html',
  },
  {
    title: 'a window that is sent to an empty page comes back',
    probe: goTo('about:blank'),
    holds: appAddress,
    undo: [inMain('contents.loadURL(appAddress);', '')],
    undone: 'about:blank',
  },
  {
    title: 'a frame goes nowhere',
    probe: async ({ page, refusedDuring }) =>
      (
        await refusedDuring(async () =>
          page.evaluate(() => {
            const frame = document.createElement('iframe')
            frame.src = 'http://frame.localhost:9/'
            document.body.append(frame)
            setTimeout(() => frame.remove(), 200)
          }),
        )
      ).map(({ by }) => by),
    holds: ['content security policy'],
    behind: [noPolicy],
    holdsAlone: ['navigation lock'],
    undo: [inMain('if (event.isMainFrame) return;', 'return;')],
    undone: ['request filter'],
  },
  {
    title: 'an address that is dropped on the window is not opened',
    probe: async ({ page, refusedDuring }) =>
      (
        await refusedDuring(async () => {
          const tools = await page.context().newCDPSession(page)
          const data = { items: [{ mimeType: 'text/uri-list', data: 'https://example.org/dropped' }], dragOperationsMask: 1 }
          for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
            await tools.send('Input.dispatchDragEvent', { type, x: 200, y: 200, data })
          await tools.detach()
        })
      ).map(({ by }) => by),
    holds: [],
    undo: [inMain('navigateOnDragDrop: false', 'navigateOnDragDrop: true')],
    undone: ['window lock'],
  },
  {
    title: 'no second window opens',
    probe: async ({ page, electron, refusedDuring }) => {
      let opened: unknown
      const refused = await refusedDuring(async () => {
        opened = await page.evaluate(() => {
          const anchor = document.createElement('a')
          anchor.href = 'https://example.org/anchor'
          anchor.target = '_blank'
          document.body.append(anchor)
          anchor.click()
          anchor.remove()
          return ['https://example.org/open', 'about:blank', 'map://cartouche/app/index.html'].filter(
            (address) => window.open(address) !== null,
          )
        })
      })
      return {
        opened,
        refused: refused.map(({ by }) => by),
        windows: await electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length),
      }
    },
    holds: { opened: [], refused: Array(4).fill('window lock'), windows: 1 },
    undo: [inMain('return { action: "deny" };', 'return { action: "allow" };')],
    undone: expect.objectContaining({ opened: ['https://example.org/open', 'about:blank', 'map://cartouche/app/index.html'], windows: 5 }),
  },
  {
    title: 'the page cannot embed another',
    probe: webview,
    holds: { known: false, guests: 0 },
    undo: [inMain('webviewTag: false', 'webviewTag: true')],
    undone: { known: true, guests: 0 },
  },
  {
    title: 'an embedded page is refused where the element is known',
    probe: webview,
    holds: { known: false, guests: 0 },
    behind: [inMain('webviewTag: false', 'webviewTag: true')],
    holdsAlone: { known: true, guests: 0 },
    undo: [inMain('contents.on("will-attach-webview", (event) => event.preventDefault());', '')],
    undone: { known: true, guests: 1 },
  },
  {
    title: 'no other program is started by an address of the page',
    probe: async ({ page, electron, refusedDuring }) => {
      await electron.evaluate(({ shell }) => {
        Object.assign(globalThis, { startedPrograms: [] })
        shell.openExternal = async (address) => {
          ;(globalThis as unknown as { startedPrograms: string[] }).startedPrograms.push(address)
        }
      })
      const refused = await refusedDuring(async () =>
        page.evaluate(() => {
          location.href = 'mailto:someone@example.org'
          window.open('ms-word:ofe')
        }),
      )
      const started = await electron.evaluate(() => (globalThis as unknown as { startedPrograms: string[] }).startedPrograms)
      return { started, refused: refused.map(({ by }) => by).toSorted() }
    },
    holds: { started: [], refused: ['navigation lock', 'window lock'] },
    undo: [inMain('return { action: "deny" };', 'shell.openExternal(url);\n\t\treturn { action: "deny" };')],
    undone: { started: ['ms-word:ofe'], refused: ['navigation lock', 'window lock'] },
  },
  {
    title: 'nothing in the program hands an address to the system, or loads a page from the disk',
    probe: async ({ build }) => {
      const files = [...(await builtFiles(build, 'main')), ...(await builtFiles(build, 'preload'))]
      const names = ['openExternal', 'openPath', '.loadFile(', 'file://']
      return names.filter((name) => files.some(({ text }) => withoutComments(text).includes(name)))
    },
    holds: [],
    undo: [
      inMain('return { action: "deny" };', 'if (url === "never") shell.openExternal("file://never");\n\t\treturn { action: "deny" };'),
    ],
    undone: ['openExternal', 'file://'],
  },
  {
    title: 'nothing is downloaded',
    probe: async ({ page, electron }) => {
      await electron.evaluate(({ app, session }) => {
        Object.assign(globalThis, { downloads: [] })
        session.defaultSession.once('will-download', (event, item) => {
          ;(globalThis as unknown as { downloads: boolean[] }).downloads.push(event.defaultPrevented)
          if (!event.defaultPrevented) item.setSavePath(`${app.getPath('userData')}/download`)
        })
      })
      await page.evaluate(() => {
        const anchor = document.createElement('a')
        anchor.href = URL.createObjectURL(new Blob(['text']))
        anchor.download = 'download.txt'
        document.body.append(anchor)
        anchor.click()
        anchor.remove()
      })
      await wait(300)
      return electron.evaluate(() =>
        (globalThis as unknown as { downloads: boolean[] }).downloads.map((prevented) => (prevented ? 'prevented' : 'begun')),
      )
    },
    holds: ['prevented'],
    undo: [inMain('session.on("will-download", (event) => event.preventDefault());', '')],
    undone: ['begun'],
  },
]

async function webview({ page, electron }: Subject): Promise<unknown> {
  const before = await electron.evaluate(({ webContents }) => webContents.getAllWebContents().length)
  const known = await page.evaluate(() => {
    const element = document.createElement('webview')
    element.id = 'embedded'
    element.setAttribute('src', 'data:text/html,embedded')
    document.body.append(element)
    return 'getWebContentsId' in element
  })
  await wait(300)
  const after = await electron.evaluate(({ webContents }) => webContents.getAllWebContents().length)
  await page.evaluate(() => document.querySelector('#embedded')?.remove())
  return { known, guests: after - before }
}

const withoutComments = (text: string): string => text.replaceAll(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '')

/** The page and Node: nothing of the one is in reach of the other. */
import { inMain, inPreload, type Item } from '../item.ts'
import { bridgeOfFrame, noFilter, noFrameLocks, noIsolation, noPolicy, noResolverRules, noSandbox, preloadInFrames } from '../locks.ts'

export const isolation: Item[] = [
  {
    title: 'a page that changes the language under the preload still makes no call that only the preload may make',
    probe: async ({ page, secret }) =>
      page.evaluate(async (path) => {
        const has = Set.prototype.has
        // oxlint-disable-next-line no-extend-native -- the attack
        Set.prototype.has = function (value) {
          return value === 'layers.drop' || has.call(this, value)
        }
        try {
          const outcome = await window.cartouche.call(
            'layers.drop' as 'layers.choose',
            { paths: [path] } as unknown as Record<string, never>,
          )
          return outcome.ok
        } catch (error) {
          return String(error)
        } finally {
          // oxlint-disable-next-line no-extend-native -- what was there before
          Set.prototype.has = has
        }
      }, secret),
    holds: 'Error: No such call.',
    undo: noIsolation,
    undone: true,
  },
  {
    title: 'the preload runs in the sandbox, and has nothing of Node',
    probe: async ({ electron }) =>
      electron.evaluate(async ({ BrowserWindow }) => {
        const contents = BrowserWindow.getAllWindows()[0]?.webContents
        // 999 is the world of the preload.
        const code = `['process', 'global', 'Buffer', 'setImmediate'].filter((name) => name in globalThis)`
        const seen: unknown = await contents?.executeJavaScriptInIsolatedWorld(999, [{ code }])
        return seen
      }),
    holds: [],
    undo: [noSandbox],
    undone: ['process', 'global', 'Buffer', 'setImmediate'],
  },
  {
    title: 'the page has nothing of Node',
    probe: async ({ page }) => page.evaluate(() => ['require', 'process', 'module', 'Buffer', 'global'].filter((name) => name in window)),
    holds: [],
    behind: [noSandbox, ...noIsolation],
    undo: [inMain('nodeIntegration: false', 'nodeIntegration: true')],
    undone: ['require', 'process', 'module', 'Buffer', 'global'],
  },
  {
    title: 'a worker has nothing of Node',
    probe: async ({ page }) =>
      page.evaluate(
        async () =>
          new Promise((done) => {
            const worker = new Worker('/app/probe/worker.js')
            worker.addEventListener('message', ({ data }) => done(data))
            worker.addEventListener('error', () => done('error'))
            worker.postMessage({})
          }),
      ),
    holds: ['undefined', 'undefined'],
    behind: [noSandbox],
    undo: [inMain('nodeIntegrationInWorker: false', 'nodeIntegrationInWorker: true')],
    undone: ['function', 'object'],
  },
  {
    title: 'a frame inside the page has no bridge',
    probe: async ({ page }) => page.evaluate(bridgeOfFrame),
    holds: 'no page',
    behind: noFrameLocks,
    holdsAlone: 'undefined',
    undo: [preloadInFrames],
    undone: 'object',
  },
  {
    title: 'the page reads only its own origin',
    probe: async ({ page, listener }) =>
      page.evaluate(async (port) => fetch(`http://other.localhost:${port}/`).then(({ status }) => status, String), listener.port),
    holds: 'TypeError: Failed to fetch',
    behind: [noPolicy, noFilter, noResolverRules],
    undo: [inMain('webSecurity: true', 'webSecurity: false')],
    undone: 200,
  },
  {
    title: 'insecure content, experiments and the spelling checker are off',
    probe: async ({ electron }) =>
      electron.evaluate(({ BrowserWindow, session }) => {
        // Electron knows the method, and its types do not.
        const contents = BrowserWindow.getAllWindows()[0]?.webContents as unknown as { getLastWebPreferences(): Electron.WebPreferences }
        const { allowRunningInsecureContent, experimentalFeatures, enableBlinkFeatures } = contents.getLastWebPreferences()
        const spelling = session.defaultSession.isSpellCheckerEnabled()
        return Object.entries({ allowRunningInsecureContent, experimentalFeatures, enableBlinkFeatures, spelling })
          .filter(([, value]) => Boolean(value))
          .map(([name]) => name)
      }),
    holds: [],
    undo: [
      inMain(
        'allowRunningInsecureContent: false',
        'allowRunningInsecureContent: true, experimentalFeatures: true, enableBlinkFeatures: "CSSVariables"',
      ),
      inMain('session.setSpellCheckerLanguages([]);', ''),
      inMain('session.setSpellCheckerEnabled(false);', ''),
    ],
    undone: ['allowRunningInsecureContent', 'experimentalFeatures', 'enableBlinkFeatures', 'spelling'],
  },
  {
    title: 'the bridge offers three functions, and nothing else of Electron is in reach of the page',
    probe: async ({ page }) =>
      page.evaluate(() => ({
        bridge: Object.entries(window.cartouche)
          .map(([name, value]) => `${name}: ${typeof value}`)
          .toSorted(),
        globals: ['ipcRenderer', 'electron', 'electronBinding', 'webUtils', 'contextBridge', 'process', 'require'].filter(
          (name) => name in window,
        ),
      })),
    holds: { bridge: ['call: function', 'drop: function', 'on: function'], globals: [] },
    undo: [
      inPreload(
        'electron.contextBridge.exposeInMainWorld("cartouche", {',
        'electron.contextBridge.exposeInMainWorld("electron", { send: electron.ipcRenderer.send });\nelectron.contextBridge.exposeInMainWorld("cartouche", {\n\tipc: electron.ipcRenderer,',
      ),
    ],
    undone: { bridge: ['call: function', 'drop: function', 'ipc: object', 'on: function'], globals: ['electron'] },
  },
  {
    title: 'a listener of the page gets what was told, and not the event with its sender',
    probe: async ({ page }) =>
      page.evaluate(async () => {
        let end = (): void => undefined
        const heard = new Promise<unknown[]>((done) => {
          end = window.cartouche.on('network.changed', (...all: unknown[]) => done(all.map((one) => Object.keys(one as object).toSorted())))
        })
        void fetch('https://example.org/heard').catch(() => undefined)
        const result = await heard
        end()
        return result
      }),
    holds: [['entries', 'left', 'refused']],
    undo: [inPreload('listener(payload)', 'listener(payload, { sender: _event.sender.constructor.name })')],
    undone: [['entries', 'left', 'refused'], ['sender']],
  },
]

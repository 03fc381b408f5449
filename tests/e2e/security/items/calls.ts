/** The calls of the window: who may make them, and with what. */
import { expect } from '@playwright/test'
import type { ExportSettings } from '../../../../electron/contract/export.ts'
import { inMain, inPreload, type Item } from '../item.ts'
import { noFrameLocks, preloadInFrames } from '../locks.ts'
import type { Subject } from '../subject.ts'

const refusedSender = "Error: Error invoking remote method 'network.log': Error: This page may not ask."

/** Makes a call with names and arguments that the types would not let through. */
async function calling({ page }: Subject, name: string, argument: unknown): Promise<string> {
  return page.evaluate(
    async ([name, argument]) => {
      try {
        const outcome = await window.cartouche.call(name as 'recent.list', argument as Record<string, never>)
        return outcome.ok ? 'answered' : 'refusal' in outcome ? outcome.refusal.message : 'cancelled'
      } catch (error) {
        return String(error)
      }
    },
    [name, argument] as const,
  )
}

/** The demo's document, with one layer that names this file. */
async function documentWith({ page }: Subject, layer: string | null): Promise<unknown> {
  const opened = await page.evaluate(async () => window.cartouche.call('document.demo', {}))
  if (!opened.ok) throw new Error('The demo does not open.')
  const { document } = opened.value
  const first = document.layers.flatMap((node) => (node.type === 'group' ? node.layers : [node]))[0]
  return { ...document, layers: layer === null ? [] : [{ ...first, path: layer }] }
}

async function beginning(subject: Subject, { layer, path }: { layer: string | null; path: string | null }): Promise<string> {
  const document = await documentWith(subject, layer)
  return calling(subject, 'journal.begin', { state: { document, path, past: [], future: [], saved: null } })
}

export const calls: Item[] = [
  {
    title: 'another window of the program, with the same preload and the same page, may not ask',
    probe: async ({ electron }) =>
      electron.evaluate(async ({ app, BrowserWindow }) => {
        const window = new BrowserWindow({
          show: false,
          webPreferences: { preload: `${app.getAppPath()}/out/preload/index.cjs`, sandbox: true },
        })
        await window.loadURL('map://cartouche/app/probe/frame.html')
        const seen: unknown = await window.webContents.executeJavaScript(`cartouche.call('network.log', {}).then(({ ok }) => ok, String)`)
        window.destroy()
        return seen
      }),
    holds: refusedSender,
    undo: [inMain('event.sender === window.webContents', 'true')],
    undone: true,
  },
  {
    title: 'a page of another origin may not ask',
    probe: async ({ electron }) =>
      electron.evaluate(async ({ app, BrowserWindow }) => {
        const window = new BrowserWindow({
          show: false,
          webPreferences: { preload: `${app.getAppPath()}/out/preload/index.cjs`, sandbox: true },
        })
        await window.loadURL('data:text/html,elsewhere')
        const seen: unknown = await window.webContents.executeJavaScript(`cartouche.call('network.log', {}).then(({ ok }) => ok, String)`)
        window.destroy()
        return seen
      }),
    holds: refusedSender,
    behind: [inMain('event.sender === window.webContents', 'true')],
    undo: [inMain('=== "map://cartouche";', '!== "";')],
    undone: true,
  },
  {
    title: 'a frame of the page may not ask, even with a bridge and a page of the program in it',
    probe: async ({ page }) =>
      page.evaluate(async () => {
        const frame = document.createElement('iframe')
        frame.src = '/app/probe/frame.html'
        document.body.append(frame)
        await new Promise((done) => setTimeout(done, 500))
        try {
          const bridge = frame.contentWindow?.window.cartouche
          return bridge === undefined ? 'no bridge' : (await bridge.call('network.log', {})).ok
        } catch (error) {
          return String(error)
        } finally {
          frame.remove()
        }
      }),
    holds: expect.stringMatching(/^SecurityError: /),
    behind: [preloadInFrames, ...noFrameLocks],
    holdsAlone: refusedSender,
    undo: [inMain('frame.parent === null', 'true')],
    undone: true,
  },
  {
    title: 'a call with an argument of another shape is refused before anything is done',
    probe: async (subject) => {
      const id = '0123456789abcdef'
      const wrong: [string, unknown][] = [
        ['layers.read', { source: '../../../../etc/passwd', job: 'a' }],
        ['layers.read', { source: id, job: '$(reboot)' }],
        ['layers.read', { source: id }],
        ['layers.read', null],
        ['layers.records', { source: id, features: [-1] }],
        ['layers.records', { source: id, features: Array(1001).fill(0) }],
        ['layers.values', { source: id, field: 'a', filter: '', limit: 1e9 }],
        ['layers.page', { source: id, query: { filter: '', search: '', sort: null, only: [0.5] }, offset: 0, limit: 1 }],
        ['layers.matching', { source: id, filter: 'x'.repeat(10_001) }],
        ['clipboard.write', { text: { toString: 'a' } }],
        ['recent.list', { one: 'too many' }],
        ['job.cancel', { job: ['a'] }],
        ['menu.state', { disabled: ['file.quit'], checked: [], undo: null, redo: null, title: '', modified: false }],
      ]
      const answers = await Promise.all(wrong.map(async ([name, argument]) => calling(subject, name, argument)))
      return answers.filter((answer) => !/^The program asked for “[a-zA-Z.]+” in a way that is not understood\.$/.test(answer))
    },
    holds: [],
    undo: [inMain('table[name].argument.safeParse(argument)', '{ success: true, data: argument }')],
    undone: expect.arrayContaining(['answered']),
  },
  {
    title: 'a call that is not in the table, and what every object inherits, is refused by the preload',
    probe: async (subject) =>
      Promise.all(
        ['nothing', '', 'toString', 'constructor', '__proto__', 'hasOwnProperty', 'ELECTRON_BROWSER_REQUIRE'].map(async (name) =>
          calling(subject, name, {}),
        ),
      ),
    holds: Array(7).fill('Error: No such call.'),
    undo: [inPreload('callable.has(name) ?', 'true ?')],
    undone: expect.not.arrayContaining(['Error: No such call.']),
  },
  {
    title: 'events that are not in the table are not heard',
    probe: async ({ page }) =>
      page.evaluate(() =>
        ['nothing', '__proto__', 'ELECTRON_RENDERER_IPC'].map((name) => {
          try {
            window.cartouche.on(name as 'command.run', () => undefined)()
            return 'heard'
          } catch (error) {
            return String(error)
          }
        }),
      ),
    holds: Array(3).fill('Error: No such event.'),
    undo: [inPreload('if (!audible.has(name))', 'if (false)')],
    undone: Array(3).fill('heard'),
  },
  {
    title: 'the page cannot name a path, nor write in the list of what was refused',
    probe: async (subject) => [
      await calling(subject, 'layers.drop', { paths: [subject.secret] }),
      await calling(subject, 'network.refused', { url: 'https://example.org/invented', directive: 'none' }),
    ],
    holds: Array(2).fill('Error: No such call.'),
    undo: [inPreload('!preloadOnly.has(name)', 'true')],
    undone: ['answered', 'answered'],
  },
  {
    title: 'a file that the page made itself has no path',
    probe: async ({ page }) =>
      page.evaluate(async () => {
        const outcome = await window.cartouche.drop([new File(['{}'], '/etc/passwd')])
        return outcome.ok ? outcome.value.sources.map(({ path }) => path) : outcome
      }),
    holds: [],
    undo: [inPreload('electron.webUtils.getPathForFile(file)', 'file.name')],
    undone: ['/etc/passwd'],
  },
  {
    title: 'a layer that was never let in is not read',
    probe: async (subject) => calling(subject, 'layers.read', { source: '0123456789abcdef', job: 'probe', partial: false, again: false }),
    holds: 'This file was not opened in this session.',
    undo: [
      inMain(
        'if (source === void 0) throw',
        'if (source === void 0) return { id, path: "/etc/passwd", name: "passwd" };\n\t\tif (false) throw',
      ),
    ],
    undone: expect.not.stringMatching(/^This file was not opened/),
  },
  {
    title: 'a layer whose path was never let in does not get into the journal, and so into the next start',
    probe: async (subject) => {
      const change = (patch: object): object => ({ kind: 'run', name: 'Smuggle', gesture: null, forward: [patch], back: [] })
      const appended = [
        change({ op: 'replace', path: ['layers', 0, 'path'], value: subject.secret }),
        change({ op: 'add', path: ['layers', 0], value: { path: subject.secret } }),
        {
          kind: 'run',
          name: 'Smuggle',
          gesture: null,
          forward: [],
          back: [{ op: 'replace', path: ['layers'], value: [{ layers: [{ path: subject.secret }] }] }],
        },
      ]
      const answers = [await beginning(subject, { layer: subject.secret, path: null })]
      for (const record of appended) answers.push(await calling(subject, 'journal.append', { records: [record] }))
      return answers.map((answer) => answer.replace(subject.secret, 'FILE'))
    },
    holds: Array(4).fill('A layer names a file that was not opened here (FILE).'),
    undo: [inMain('if (strange !== void 0) throw', 'if (false) throw')],
    undone: Array(4).fill('answered'),
  },
  {
    title: 'a map whose path was never let in does not get into the journal, and so into the next start',
    probe: async (subject) => beginning(subject, { layer: null, path: subject.secret }),
    holds: 'The map names a file that was not opened here.',
    undo: [inMain('if (documents.some((path) => path !== null && !admission.has(path)))', 'if (false)')],
    undone: 'answered',
  },
  {
    title: 'a layer whose path was never let in does not get into a file, nor into a picture',
    probe: async (subject) => {
      await subject.electron.evaluate(({ dialog }) => {
        dialog.showSaveDialog = async () => ({ canceled: true, filePath: '' })
      })
      const document = await documentWith(subject, subject.secret)
      const settings: ExportSettings = {
        page: null,
        size: null,
        portrait: false,
        format: 'png',
        dpi: 96,
        worldFile: false,
        transparent: false,
        box: null,
      }
      const answers = [
        await calling(subject, 'document.save', { document, path: null, as: false }),
        await calling(subject, 'export.run', { document, map: null, settings: [settings], to: 'ask', job: 'probe' }),
      ]
      return answers.map((answer) => answer.replace(/^The layer .* names/, 'The layer names'))
    },
    holds: Array(2).fill('The layer names a file that was not opened here.'),
    undo: [
      { head: '"document.save": async ({ document, path, as }, { window }) => {', indent: '\t\t\t' },
      { head: 'function mapFor(program, document) {', indent: '\t' },
    ].map(({ head, indent }) =>
      inMain(
        `${head}\n${indent}for (const layer of layersOf(document)) if (!program.admission.has(layer.path)) throw`,
        `${head}\n${indent}if (false) throw`,
      ),
    ),
    undone: ['answered', 'answered'],
  },
  {
    title: 'a file that was never let in is not shown in the file browser',
    probe: async (subject) => {
      await subject.electron.evaluate(({ shell }) => {
        shell.showItemInFolder = () => undefined
      })
      return calling(subject, 'file.reveal', { path: subject.secret })
    },
    holds: 'This file was not opened in this session.',
    undo: [inMain('if (!program.admission.has(path)) throw', 'if (false) throw')],
    undone: 'answered',
  },
]

/** What `map://` gives out: the program's page, the basemaps, the layers that were let in. */
import { inMain, type Item } from '../item.ts'
import type { Subject } from '../subject.ts'

const climb = async ({ page }: Subject): Promise<unknown> =>
  page.evaluate(async () =>
    Promise.all(['/app/..%2f..%2fpackage.json', '/app/probe/..%2F..%2F..%2Fpackage.json'].map(async (path) => (await fetch(path)).status)),
  )

const climbingRefused = 'rest.some((segment) => segment === "" || segment === ".." || segment === "." || /[/\\\\\\0]/.test(segment))'
const noClimbingCheck = inMain(`if (${climbingRefused}) return null;`, '')
const noInside = inMain('if (!full.startsWith(normalize(folder) + sep)) throw', 'if (false) throw')

export const files: Item[] = [
  {
    title: 'map:// gives out no file but its own, and lists no folder',
    probe: async ({ page }) =>
      page.evaluate(async () => {
        const paths = [
          '/app',
          '/app/',
          '/app/assets',
          '/app/assets/',
          '/app/%2e%2e/%2e%2e/package.json',
          '/app/..%5c..%5cpackage.json',
          '/app//etc/passwd',
          '/app/%00',
          '/app/index.html%00.js',
          '/app/%',
          '/basemap',
          '/basemap/relief.mbtiles',
          '/basemap/..%2f..%2fCREDITS.md',
          '/basemap/world.pmtiles/',
          '/data/CREDITS.md',
          '/etc/passwd',
          '//etc/passwd',
          '/relief/0/0/-1',
          '/relief/99/0/0',
          '/layer/0123456789abcdef/features',
          '/layer/..%2f..%2fpackage.json/features',
          '/layer/0123456789abcdef/../../../package.json',
        ]
        const given: string[] = []
        for (const path of paths) {
          const answer = await fetch(new URL(`map://cartouche${path}`).href)
          if (answer.ok || answer.status >= 500) given.push(`${path} ${answer.status}`)
        }
        return given
      }),
    holds: [],
    undo: [inMain('basemapArchives.find((name) => name === rest[0])', 'rest[0]')],
    undone: ['/basemap/relief.mbtiles 200'],
  },
  {
    title: 'an address cannot climb: its segments are checked',
    probe: climb,
    holds: [404, 404],
    behind: [noInside],
    undo: [noClimbingCheck],
    undone: [200, 200],
  },
  {
    title: 'an address cannot climb: where it leads is checked',
    probe: climb,
    holds: [404, 404],
    behind: [noClimbingCheck],
    undo: [noInside],
    undone: [200, 200],
  },
  {
    title: 'map:// is only read',
    probe: async ({ page }) =>
      page.evaluate(async () =>
        Promise.all(['POST', 'PUT', 'DELETE'].map(async (method) => (await fetch('/app/index.html', { method })).status)),
      ),
    holds: [405, 405, 405],
    undo: [inMain('if (request.method !== "GET" && request.method !== "HEAD") return', 'if (false) return')],
    undone: [200, 200, 200],
  },
  {
    title: 'a page from the disk is not shown',
    probe: async ({ electron, secret, refusedDuring }) => {
      let seen: unknown
      const refused = await refusedDuring(async () => {
        seen = await electron.evaluate(async ({ BrowserWindow }, path) => {
          const window = new BrowserWindow({ show: false })
          const outcome = await window.loadFile(path).then(
            () => 'shown',
            (error: unknown) => (error as { code: string }).code,
          )
          window.destroy()
          return outcome
        }, secret)
      })
      return { seen, refused: refused.map(({ by }) => by) }
    },
    holds: { seen: 'ERR_BLOCKED_BY_CLIENT', refused: ['request filter'] },
    undo: [inMain('url.startsWith("devtools:")', 'url.startsWith("devtools:") || url.startsWith("file:")')],
    undone: { seen: 'shown', refused: [] },
  },
]

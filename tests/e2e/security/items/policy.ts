/** The content security policy that goes with every answer. */
import { expect } from '@playwright/test'
import { inMain, type Item } from '../item.ts'
import { noPolicy } from '../locks.ts'
import type { Subject } from '../subject.ts'

/** Script that is not a file of the program: in the text of the page, from a string, from a `blob:` or as a worker. */
async function foreignScripts({ page }: Subject): Promise<unknown> {
  return page.evaluate(async () => {
    const ran = new Set<string>()
    Object.assign(window, { ran: (name: string) => ran.add(name) })
    const inline = document.createElement('script')
    inline.textContent = 'window.ran("inline")'
    const image = document.createElement('img')
    image.setAttribute('onerror', 'window.ran("attribute")')
    image.src = 'data:image/png;base64,broken'
    const blob = document.createElement('script')
    blob.src = URL.createObjectURL(new Blob(['window.ran("blob")']))
    document.body.append(inline, image, blob)
    // From a timer: what the test itself evaluates is exempt from the policy.
    await new Promise((done) => {
      setTimeout(() => {
        try {
          // oxlint-disable-next-line no-new-func, typescript/no-implied-eval -- the attack
          new Function('window.ran("eval")')()
        } catch {
          // As it should be.
        }
        try {
          const worker = new Worker(URL.createObjectURL(new Blob(['postMessage("worker")'])))
          worker.addEventListener('message', () => ran.add('worker'))
        } catch {
          // As it should be.
        }
        setTimeout(done, 300)
      }, 0)
    })
    for (const element of [inline, image, blob]) element.remove()
    return [...ran].toSorted()
  })
}

export const policy: Item[] = [
  {
    title: 'only script from a file of the program runs',
    probe: foreignScripts,
    holds: [],
    undo: [noPolicy],
    undone: ['attribute', 'blob', 'eval', 'inline', 'worker'],
  },
  {
    title: 'the policy allows no inline script and no eval',
    probe: foreignScripts,
    holds: [],
    undo: [inMain(`"script-src 'self'"`, `"script-src 'self' 'unsafe-inline' 'unsafe-eval'"`)],
    undone: ['attribute', 'eval', 'inline'],
  },
  {
    title: 'every answer carries the policy and may not be taken for another type',
    probe: async ({ page }) =>
      page.evaluate(async () => {
        const answers = await Promise.all(
          ['/app/index.html', '/app/missing.js', '/basemap/world.pmtiles', '/nowhere', '/layer/0123456789abcdef/features'].map(
            async (path) => {
              const { headers } = await fetch(path, { method: 'HEAD' })
              return [headers.get('content-security-policy')?.split(';')[0], headers.get('x-content-type-options')].join(' ')
            },
          ),
        )
        return [...new Set(answers)]
      }),
    holds: ["default-src 'none' nosniff"],
    undo: [noPolicy, inMain('"X-Content-Type-Options": "nosniff"', '')],
    undone: [' '],
  },
  {
    title: 'the base of relative addresses cannot be moved',
    probe: async ({ page }) =>
      page.evaluate(() => {
        const base = document.createElement('base')
        base.href = 'https://example.org/'
        document.head.append(base)
        const seen = document.baseURI
        base.remove()
        return seen
      }),
    holds: 'map://cartouche/app/index.html',
    undo: [inMain(`"base-uri 'none'"`, `"base-uri *"`)],
    undone: 'https://example.org/',
  },
  {
    title: 'no form is sent',
    probe: async ({ page, refusedDuring }) =>
      refusedDuring(async () =>
        page.evaluate(() => {
          const form = document.createElement('form')
          form.action = 'https://example.org/form'
          form.method = 'post'
          document.body.append(form)
          form.submit()
          form.remove()
        }),
      ),
    holds: [{ by: 'content security policy', url: 'https://example.org/form' }],
    undo: [inMain(`"form-action 'none'"`, `"form-action *"`)],
    undone: expect.not.arrayContaining([{ by: 'content security policy', url: 'https://example.org/form' }]),
  },
]

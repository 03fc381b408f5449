/** Every way that a page has to send a request. */
import { setTimeout as wait } from 'node:timers/promises'
import type { Subject } from './subject.ts'

/** Sends one request by each way. The host's name tells which it was. Runs in the page. */
async function sendAll(port: number): Promise<string[]> {
  // A module is asked for once in the life of a page, so that every time has addresses of its own.
  const path = performance.now()
  const at = (way: string, scheme = 'http'): string => `${scheme}://${way}.localhost:${port}/${path}`
  const added: Element[] = []
  const add = (element: Element): void => {
    added.push(element)
    document.body.append(element)
  }
  const element = (tag: string, attributes: Record<string, string>): void => {
    const made = document.createElement(tag)
    for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value)
    add(made)
  }
  const ways: Record<string, () => unknown> = {
    fetch: () => fetch(at('fetch')).catch(() => undefined),
    'fetch-opaque': () => fetch(at('fetch-opaque'), { mode: 'no-cors', keepalive: true, method: 'POST', body: 'a' }).catch(() => undefined),
    xhr: () => {
      const request = new window.XMLHttpRequest()
      request.open('GET', at('xhr'))
      request.send()
    },
    websocket: () => new window.WebSocket(at('websocket', 'ws')),
    eventsource: () => {
      const source = new window.EventSource(at('eventsource'))
      source.addEventListener('error', () => source.close())
    },
    beacon: () => navigator.sendBeacon(at('beacon'), 'a'),
    webtransport: () => {
      const transport = new WebTransport(at('webtransport', 'https'))
      transport.ready.catch(() => undefined)
      transport.closed.catch(() => undefined)
    },
    worker: () => {
      const worker = new Worker('/app/probe/worker.js')
      worker.postMessage({ fetch: at('worker') })
    },
    img: () => element('img', { src: at('img') }),
    srcset: () => element('img', { srcset: `${at('srcset')} 1x` }),
    audio: () => element('audio', { src: at('audio'), preload: 'auto' }),
    video: () => element('video', { src: at('video'), preload: 'auto' }),
    poster: () => element('video', { poster: at('poster') }),
    input: () => element('input', { type: 'image', src: at('input') }),
    script: () => element('script', { src: at('script') }),
    module: () => element('script', { src: at('module'), type: 'module' }),
    iframe: () => element('iframe', { src: at('iframe') }),
    embed: () => element('embed', { src: at('embed') }),
    object: () => element('object', { data: at('object') }),
    stylesheet: () => element('link', { rel: 'stylesheet', href: at('stylesheet') }),
    icon: () => element('link', { rel: 'icon', href: at('icon') }),
    preload: () => element('link', { rel: 'preload', as: 'image', href: at('preload') }),
    modulepreload: () => element('link', { rel: 'modulepreload', href: at('modulepreload') }),
    prefetch: () => element('link', { rel: 'prefetch', href: at('prefetch') }),
    preconnect: () => element('link', { rel: 'preconnect', href: at('preconnect') }),
    font: () => new FontFace('Foreign', `url(${at('font')})`).load().catch(() => undefined),
    background: () => {
      const made = document.createElement('div')
      made.style.background = `url(${at('background')})`
      made.textContent = 'a'
      add(made)
    },
    svg: () => {
      const image = document.createElementNS('http://www.w3.org/2000/svg', 'image')
      image.setAttribute('href', at('svg'))
      const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg')
      svg.append(image)
      add(svg)
    },
    ping: () => {
      const anchor = document.createElement('a')
      anchor.href = '#ping'
      anchor.ping = at('ping')
      add(anchor)
      anchor.click()
    },
  }
  for (const send of Object.values(ways)) {
    try {
      void send()
    } catch {
      // Refused on the spot.
    }
  }
  await new Promise((done) => setTimeout(done, 800))
  for (const made of added) made.remove()
  history.replaceState(null, '', location.pathname)
  return Object.keys(ways)
}

/** @returns for every way, who stopped it; `heard` when it arrived, and `stopped` when nobody says that he stopped it */
export async function sendEveryWay({ page, listener, refusedDuring }: Subject): Promise<Record<string, string>> {
  listener.forget()
  let ways: string[] = []
  const refused = await refusedDuring(async () => {
    ways = await page.evaluate(sendAll, listener.port)
  }, 400)
  await wait(100)
  const heard = listener.connections
  const outcome = (way: string): string => {
    if (heard.some((said) => said.includes(`Host: ${way}.localhost`))) return 'heard'
    return refused.find(({ url }) => new URL(url).hostname === `${way}.localhost`)?.by ?? 'stopped'
  }
  return Object.fromEntries(ways.map((way) => [way, outcome(way)]))
}

const ways =
  'fetch fetch-opaque xhr websocket eventsource beacon webtransport worker img srcset audio video poster input script module iframe embed object ' +
  'stylesheet icon preload modulepreload prefetch preconnect font background svg ping'

/** The same outcome for all of them. */
export const everyWay = (outcome: string): Record<string, string> => Object.fromEntries(ways.split(' ').map((way) => [way, outcome]))

/** Nothing leaves the computer. */
import { expect } from '@playwright/test'
import { networkInterfaces } from 'node:os'
import { everyWay, sendEveryWay } from '../channels.ts'
import { inMain, inPreload, type Item } from '../item.ts'
import { noFilter, noPolicy, noResolverRules } from '../locks.ts'
import type { Subject } from '../subject.ts'

/** Whether a request that got past the other locks arrives, and whether it is counted. */
async function pastTheFilter(subject: Subject): Promise<unknown> {
  const { page, listener } = subject
  listener.forget()
  const before = await subject.left()
  await page.evaluate(
    async (port) => fetch(`http://past.localhost:${port}/`, { signal: AbortSignal.timeout(400) }).catch(() => undefined),
    listener.port,
  )
  return { heard: listener.connections.length > 0, counted: (await subject.left()) > before }
}

/** A peer connection that asks servers for its address, and is told of peers by number and by name. */
async function peers({ page, listener }: Subject): Promise<{ datagrams: boolean; connections: boolean; addresses: boolean }> {
  listener.forget()
  const addresses = await page.evaluate(async (port) => {
    const servers = [`stun:127.0.0.1:${port}`, `turn:127.0.0.1:${port}?transport=udp`, `turn:localhost:${port}?transport=tcp`]
    const here = new RTCPeerConnection({ iceServers: servers.map((urls) => ({ urls, username: 'a', credential: 'b' })) })
    const there = new RTCPeerConnection()
    const found: string[] = []
    here.addEventListener('icecandidate', ({ candidate }) => {
      if (candidate !== null) found.push(candidate.candidate)
    })
    here.createDataChannel('data')
    await here.setLocalDescription(await here.createOffer())
    await there.setRemoteDescription(here.localDescription ?? { type: 'offer' })
    await there.setLocalDescription(await there.createAnswer())
    await here.setRemoteDescription(there.localDescription ?? { type: 'answer' })
    for (const host of ['127.0.0.1', '9b36eaac-bb2e-49bb-bb78-21c41c499900.local']) {
      await here.addIceCandidate({ candidate: `candidate:1 1 udp 2113937151 ${host} ${port} typ host`, sdpMid: '0' })
    }
    await new Promise((done) => setTimeout(done, 700))
    here.close()
    there.close()
    return found.length > 0
  }, listener.port)
  return { datagrams: listener.datagrams() > 0, connections: listener.connections.length > 0, addresses }
}

/** Addresses of the datagrams that the browser sends while a peer is looked for by its name in the local network. */
async function multicasts(subject: Subject): Promise<unknown> {
  const { electron } = subject
  const file = `${subject.secret}.netlog`
  await electron.evaluate(
    async ({ session }, path) => session.defaultSession.netLog.startLogging(path, { captureMode: 'everything' }),
    file,
  )
  await peers(subject)
  return electron.evaluate(async ({ session }, path) => {
    await session.defaultSession.netLog.stopLogging()
    const { readFileSync } = process.getBuiltinModule('node:fs')
    return readFileSync(path, 'utf8').includes('"224.0.0.251:5353"')
  }, file)
}

/** WebRTC leaves loopback out, so that it has nothing to open a socket on where there is nothing else. */
const noInterface = (): string | false =>
  Object.values(networkInterfaces()).every((addresses) => addresses?.every(({ internal }) => internal)) &&
  'this machine has no network interface but loopback, and WebRTC does not use that'

export const requests: Item[] = [
  {
    title: 'the policy of the page stops every kind of request, and all but those of a worker are counted',
    probe: sendEveryWay,
    holds: { ...everyWay('content security policy'), preconnect: 'request filter', worker: 'stopped' },
    undo: [noPolicy],
    undone: expect.objectContaining({ fetch: 'request filter', img: 'request filter', websocket: 'request filter' }),
  },
  {
    title: 'every kind of request that the policy would let through is stopped by another lock',
    probe: sendEveryWay,
    holds: { ...everyWay('content security policy'), preconnect: 'request filter', worker: 'stopped' },
    behind: [noPolicy],
    // WebTransport is not shown to the filter: it finds no name, as the next items show. An icon is not loaded where none is shown.
    holdsAlone: {
      ...everyWay('request filter'),
      iframe: 'navigation lock',
      embed: 'navigation lock',
      object: 'navigation lock',
      icon: 'stopped',
      webtransport: 'stopped',
    },
    undo: [noFilter, noResolverRules],
    undone: expect.objectContaining({
      fetch: 'heard',
      img: 'heard',
      websocket: 'heard',
      beacon: 'heard',
      worker: 'heard',
      video: 'heard',
      prefetch: 'heard',
    }),
  },
  {
    title: 'no name resolves, should a request get past policy and filter',
    probe: pastTheFilter,
    holds: { heard: false, counted: false },
    behind: [noPolicy, noFilter],
    holdsAlone: { heard: false, counted: true },
    undo: [noResolverRules],
    undone: { heard: true, counted: true },
  },
  {
    title: 'a request of main itself is refused and counted',
    probe: async ({ electron, listener, refusedDuring }) => {
      const seen: unknown[] = []
      const refused = await refusedDuring(async () => {
        seen.push(
          await electron.evaluate(async ({ net }, port) => net.fetch(`http://main.localhost:${port}/`).then(String, String), listener.port),
        )
      })
      return [...seen, ...refused.map(({ by }) => by)]
    },
    holds: ['Error: net::ERR_BLOCKED_BY_CLIENT', 'request filter'],
    undo: [noFilter],
    undone: ['Error: net::ERR_NAME_NOT_RESOLVED', 'request filter'],
  },
  {
    title: 'a hint to connect beforehand is counted',
    probe: async ({ page, refusedDuring }) =>
      refusedDuring(async () =>
        page.evaluate(() => {
          const link = document.createElement('link')
          link.rel = 'preconnect'
          link.href = 'https://example.org/'
          document.head.append(link)
          link.remove()
        }),
      ),
    holds: [{ by: 'request filter', url: 'https://example.org/' }],
    undo: [inMain('session.on("preconnect", (_event, url) => counter.refuse(url, "request filter"));', '')],
    undone: [],
  },
  {
    title: 'what the policy stops is counted, addresses of the disk as well',
    probe: async ({ page, refusedDuring }) =>
      refusedDuring(async () =>
        page.evaluate(async () => {
          for (const address of ['https://example.org/counted', 'file:///etc/passwd']) await fetch(address).catch(() => undefined)
        }),
      ),
    holds: [
      { by: 'content security policy', url: 'https://example.org/counted' },
      { by: 'content security policy', url: 'file:' },
    ],
    undo: [inPreload('if (notRequests.has(blockedURI)) return;', 'return;')],
    undone: [],
  },
  {
    title: 'a peer connection sends no datagram and learns no address of this computer',
    probe: peers,
    holds: { datagrams: false, connections: false, addresses: false },
    undo: [inMain('contents.setWebRTCIPHandlingPolicy("disable_non_proxied_udp");', '')],
    undone: { datagrams: true, connections: false, addresses: true },
    cannotFail: noInterface,
  },
  {
    title: 'a peer connection finds no server to connect to',
    probe: peers,
    holds: { datagrams: false, connections: false, addresses: false },
    undo: [noResolverRules],
    undone: { datagrams: false, connections: true, addresses: false },
    cannotFail: noInterface,
  },
  {
    title: 'the name of a peer is not asked for in the local network',
    probe: multicasts,
    holds: false,
    undo: [inMain('"WebRtcHideLocalIpsWithMdns"', '')],
    undone: true,
    cannotFail: noInterface,
  },
  {
    title: "the system's proxy is not asked",
    probe: async ({ electron }) => electron.evaluate(async ({ session }) => session.defaultSession.resolveProxy('http://example.org/')),
    holds: 'DIRECT',
    undo: [inMain('app.commandLine.appendSwitch("no-proxy-server");', '')],
    undone: expect.stringMatching(/^PROXY 127\.0\.0\.1:\d+$/),
  },
]

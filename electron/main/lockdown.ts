/**
 * Everything that keeps the window from reaching anything but `map://`. Follows Electron's security checklist; `tests/e2e/security.spec.ts` holds a test for
 * each item, and sees it fail when the item is undone.
 */
import { app, type Session, type WebContents, type WebPreferences } from 'electron'
import { appAddress, scheme } from '../contract/addresses.ts'
import type { NetworkCounter } from '../services/networkCounter.ts'

export function webPreferences(preload: string): WebPreferences {
  return {
    preload,
    contextIsolation: true,
    sandbox: true,
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    nodeIntegrationInSubFrames: false,
    webSecurity: true,
    webviewTag: false,
    allowRunningInsecureContent: false,
    navigateOnDragDrop: false,
    // The spelling checker would download dictionaries.
    spellcheck: false,
    // A map that is hidden must still finish its picture.
    backgroundThrottling: false,
  }
}

const silencedFeatures = [
  'NetworkTimeServiceQuerying',
  'OptimizationHints',
  'MediaRouter',
  'AutofillServerCommunication',
  'CertificateTransparencyComponentUpdater',
  // A peer's name that ends in `.local` would be asked for by multicast, past the request filter and the resolver rules.
  'WebRtcHideLocalIpsWithMdns',
]

/** Before `ready`: switches that keep Chromium's own services silent. */
export function silenceChromium(): void {
  app.commandLine.appendSwitch('disable-background-networking')
  app.commandLine.appendSwitch('disable-component-update')
  app.commandLine.appendSwitch('disable-domain-reliability')
  app.commandLine.appendSwitch('no-pings')
  app.commandLine.appendSwitch('disable-features', silencedFeatures.join(','))
  // A proxy's automatic configuration would be fetched, or looked for in the local network, before any request is made.
  app.commandLine.appendSwitch('no-proxy-server')
  // Were a request to slip through every other lock, no name would resolve.
  app.commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND')
}

/** Cancels and counts every request that is not `map://`, and denies every permission. */
export function lockSession(session: Session, counter: NetworkCounter): void {
  session.webRequest.onBeforeRequest((details, answer) => {
    const allowed = isLocal(details.url)
    if (!allowed) counter.refuse(details.url, 'request filter')
    answer({ cancel: !allowed })
  })
  // Counted when it is sent: a request that is never answered has left the computer too.
  session.webRequest.onSendHeaders((details) => {
    if (!isLocal(details.url)) counter.leave()
  })
  // A hint to connect beforehand passes the request filter by. Electron only reports it, and does not connect.
  session.on('preconnect', (_event, url) => counter.refuse(url, 'request filter'))
  session.setPermissionRequestHandler((_contents, permission, answer) => {
    counter.refuse(`permission:${permission}`, 'permission lock')
    answer(false)
  })
  session.setPermissionCheckHandler(() => false)
  session.setDevicePermissionHandler(() => false)
  // The dictionary of the system's language would be fetched at the first start, past the request filter, before the checker is off.
  session.setSpellCheckerLanguages([])
  session.setSpellCheckerEnabled(false)
  session.on('will-download', (event) => event.preventDefault())
}

/** Refuses navigation, new windows and embedded web views. */
export function lockContents(contents: WebContents, counter: NetworkCounter): void {
  contents.on('will-navigate', (event) => {
    if (isAppPage(event.url)) return
    event.preventDefault()
    counter.refuse(event.url, 'navigation lock')
  })
  // An empty page is shown without being asked for, so that no lock sees it before: the window goes back to the program.
  contents.on('did-navigate', (_event, url) => {
    if (isLocal(url)) return
    counter.refuse(url, 'navigation lock')
    void contents.loadURL(appAddress)
  })
  contents.on('will-frame-navigate', (event) => {
    if (event.isMainFrame) return
    event.preventDefault()
    counter.refuse(event.url, 'navigation lock')
  })
  // WebRTC opens its sockets past the request filter: no UDP at all, and TCP finds no name to connect to (see `silenceChromium`).
  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp')
  contents.on('will-redirect', (event) => event.preventDefault())
  contents.on('will-attach-webview', (event) => event.preventDefault())
  contents.setWindowOpenHandler(({ url }) => {
    counter.refuse(url, 'window lock')
    return { action: 'deny' }
  })
}

/** `blob:` and `data:` are pictures that the page made itself; the developer tools are part of the program. */
export function isLocal(url: string): boolean {
  return url.startsWith(`${scheme}:`) || url.startsWith('blob:') || url.startsWith('data:') || url.startsWith('devtools:')
}

/** The one page of the program, whatever its fragment. */
export function isAppPage(url: string): boolean {
  return url.split('#', 1)[0] === appAddress
}

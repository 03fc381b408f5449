/** A bare Electron window for what Cartouche is measured against: one page, with the same settings as the program's own window. */
import { app, BrowserWindow, net, protocol, screen } from 'electron'
import { join, normalize } from 'node:path'
import { pathToFileURL } from 'node:url'

const value = (name: string): string => process.argv.find((word) => word.startsWith(`--${name}=`))?.slice(name.length + 3) ?? ''
const modules = normalize(join(import.meta.dirname, '../../../node_modules'))

protocol.registerSchemesAsPrivileged([
  { scheme: 'peer', privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true, codeCache: true } },
])

/** `peer://bench/modules/…` are packages, `peer://bench/data` is the file to be shown, and all else lies beside this file. */
function fileOf(url: string): string {
  const { pathname } = new URL(url)
  if (pathname === '/data') return value('data')
  return pathname.startsWith('/modules/') ? join(modules, pathname.slice(9)) : join(import.meta.dirname, pathname)
}

app.on('window-all-closed', () => app.quit())
void app.whenReady().then(async () => {
  protocol.handle('peer', async (request) => {
    const response = await net.fetch(pathToFileURL(fileOf(request.url)).href)
    const type = request.url.includes('.mjs') ? 'text/javascript' : response.headers.get('content-type')
    return new Response(response.body, { headers: { 'Content-Type': type ?? 'application/octet-stream' } })
  })
  const { width, height } = screen.getPrimaryDisplay().workAreaSize
  const window = new BrowserWindow({
    width: Math.min(1440, width),
    height: Math.min(900, height),
    show: false,
    webPreferences: { sandbox: true, contextIsolation: true, spellcheck: false, backgroundThrottling: false },
  })
  window.once('ready-to-show', () => window.show())
  await window.loadURL(`peer://bench/${value('page')}`)
})

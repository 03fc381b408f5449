/** Changes that more than one item needs. */
import { inMain, inPreload } from './item.ts'

export const noSandbox = inMain('sandbox: true', 'sandbox: false')

/** Without isolation Electron's bridge refuses to work, so whoever switches it off puts the object on the window by hand. */
export const noIsolation = [
  inMain('contextIsolation: true', 'contextIsolation: false'),
  inPreload('electron.contextBridge.exposeInMainWorld("cartouche", {', '((name, bridge) => { window[name] = bridge })("cartouche", {'),
]

export const noPolicy = inMain('"Content-Security-Policy": contentSecurityPolicy,', '')
export const noFilter = inMain('answer({ cancel: !allowed });', 'answer({ cancel: false });')
export const noResolverRules = inMain('app.commandLine.appendSwitch("host-resolver-rules", "MAP * ~NOTFOUND");', '')
export const preloadInFrames = inMain('nodeIntegrationInSubFrames: false', 'nodeIntegrationInSubFrames: true')
export const noFrameLocks = [noPolicy, inMain('if (event.isMainFrame) return;', 'return;')]

/** Fills a frame with a page of the program and looks for the bridge in it. Runs in the page. */
export async function bridgeOfFrame(): Promise<string> {
  const frame = document.createElement('iframe')
  frame.src = '/app/probe/frame.html'
  document.body.append(frame)
  await new Promise((done) => setTimeout(done, 500))
  try {
    return typeof frame.contentWindow?.window.cartouche
  } catch {
    // What stands in place of a page that was refused is of another origin.
    return 'no page'
  } finally {
    frame.remove()
  }
}

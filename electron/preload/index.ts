/** The only code that sees both the page and Electron. Made from the contract's names; holds no logic of its own. */
import { contextBridge, ipcRenderer, type IpcRendererEvent, webUtils } from 'electron'
import type { Bridge } from '../contract/bridge.ts'
import { callNames, eventNames } from '../contract/preloadNames.ts'

const preloadOnly = new Set<string>(['layers.drop', 'network.refused'])
const callable = new Set<string>(callNames.filter((name) => !preloadOnly.has(name)))
const audible = new Set<string>(eventNames)

const bridge: Bridge = {
  call: (name, argument) => (callable.has(name) ? ipcRenderer.invoke(name, argument) : Promise.reject(new Error('No such call.'))),
  drop: (files) => ipcRenderer.invoke('layers.drop', { paths: files.map((file) => webUtils.getPathForFile(file)) }),
  on: (name, listener) => {
    if (!audible.has(name)) throw new Error('No such event.')
    const hear = (_event: IpcRendererEvent, payload: Parameters<typeof listener>[0]): void => listener(payload)
    ipcRenderer.on(name, hear)
    return () => ipcRenderer.off(name, hear)
  },
}

contextBridge.exposeInMainWorld('cartouche', bridge)

const notRequests = new Set([
  '',
  'self',
  'inline',
  'eval',
  'wasm-eval',
  'trusted-types-policy',
  'trusted-types-sink',
  'map',
  'blob',
  'data',
])

// A request that the policy stops never reaches main's request filter. It is counted all the same. (Inline code and `eval` are stopped too, and are no requests.)
window.addEventListener('securitypolicyviolation', ({ blockedURI, effectiveDirective }) => {
  if (notRequests.has(blockedURI)) return
  // Of an address that has no host, as `file:`, the policy tells the scheme alone.
  const url = blockedURI.includes(':') ? blockedURI.slice(0, 8192) : `${blockedURI}:`
  void ipcRenderer.invoke('network.refused', { url, directive: effectiveDirective.slice(0, 200) })
})

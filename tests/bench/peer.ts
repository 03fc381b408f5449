/** Windows of the peers: `peers/*.html` in an Electron that does nothing else. */
import { _electron, type ElectronApplication } from '@playwright/test'
import { join } from 'node:path'
import { chromiumFlags } from '../../scripts/runtime.mjs'
import { type MapWindow, overview, type Size } from './mapWindow.ts'

export const peerNames = { openlayers: 'OpenLayers', maplibre: 'MapLibre GL' } as const
export type PeerName = keyof typeof peerNames

type PeerPage = { open(): Promise<number>; identify(x: number, y: number): number }

/** WebGL without a graphics card, which MapLibre cannot do without. */
const softwareGl = ['--use-gl=angle', '--use-angle=swiftshader', '--enable-unsafe-swiftshader']

/** Longer than this is no answer. */
const patienceMs = 240_000

/** @param page of `peers/` with its query @param userData a folder for what Chromium keeps */
export async function launchPeer(page: string, userData: string, data = '', switches: string[] = []): Promise<ElectronApplication> {
  return _electron.launch({
    args: [
      ...chromiumFlags(),
      `--user-data-dir=${userData}`,
      ...switches,
      join(import.meta.dirname, 'peers', 'main.ts'),
      `--page=${page}`,
      `--data=${data}`,
    ],
  })
}

/** @param size of the map in CSS pixels @param file to be shown */
export async function startPeer(name: PeerName, size: Size, file: string, userData: string): Promise<MapWindow> {
  const { center, zoom } = overview
  const query = new URLSearchParams({
    width: String(size.width),
    height: String(size.height),
    lon: String(center[0]),
    lat: String(center[1]),
    zoom: String(zoom),
  })
  const electron = await launchPeer(`${name}.html?${query.toString()}`, userData, file, name === 'maplibre' ? softwareGl : [])
  const page = await electron.firstWindow()
  await page.waitForFunction(() => 'peer' in globalThis)
  return {
    electron,
    page,
    map: name === 'openlayers' ? '.ol-viewport' : '.maplibregl-canvas',
    open: async () => {
      const crashed = new Promise<null>((resolve) => {
        page.once('crash', () => resolve(null))
        setTimeout(() => resolve(null), patienceMs).unref()
      })
      const opened = page.evaluate(async () => (globalThis as unknown as { peer: PeerPage }).peer.open())
      return Promise.race([opened.catch(() => null), crashed])
    },
    identify: async ({ x, y }) => page.evaluate((at) => (globalThis as unknown as { peer: PeerPage }).peer.identify(at.x, at.y), { x, y }),
    // A window whose page has crashed does not close by itself.
    close: async () => {
      const isClosed = await Promise.race([electron.close().then(() => true), new Promise((resolve) => setTimeout(resolve, 5_000).unref())])
      if (isClosed !== true) electron.process().kill('SIGKILL')
    },
  }
}

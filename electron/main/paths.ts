/** Where the program finds what it ships, in a checkout and in a package alike. */
import { app } from 'electron'
import { join } from 'node:path'

/** Folder with `data/` and `out/`. */
const root = (): string => app.getAppPath()

export const rendererFolder = (): string => join(root(), 'out', 'renderer')
export const preloadFile = (): string => join(root(), 'out', 'preload', 'index.cjs')
export const engineFile = (): string => join(root(), 'out', 'main', 'engine.js')
export const basemapFolder = (): string => join(root(), 'data', 'basemaps')
export const demoDocument = (): string => join(root(), 'data', 'projects', 'iraq-bases.cartouche')
export const creditsFile = (): string => join(root(), 'data', 'CREDITS.md')
export const iconFile = (): string => join(root(), 'data', 'icon.png')

/** `--user-data-dir` keeps all of a run's state in one folder. */
export const stateFile = (name: string): string => join(app.getPath('userData'), name)

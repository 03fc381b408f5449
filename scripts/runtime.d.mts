// What the TypeScript of the tests may use of runtime.mjs.

export const root: string
/** The folder of the Electron runtime that this machine uses. */
export function electronDist(): string
/** The Electron executable. */
export function electronPath(): string
/** The environment that names the runtime for Electron, Playwright and electron-vite. */
export function electronEnv(env?: NodeJS.ProcessEnv): NodeJS.ProcessEnv
/** The pinned Node. */
export function nodePath(): string
/** `--no-sandbox` for root, and nothing for everyone else. */
export function chromiumFlags(uid?: number): string[]
export function hasDisplay(env?: NodeJS.ProcessEnv): boolean

/** Drops files on the window as the system's file browser does. */
import type { App } from './app.ts'

/** @param paths absolute */
export async function dropFiles(app: App, paths: string[], at = { x: 700, y: 400 }): Promise<void> {
  const session = await app.page.context().newCDPSession(app.page)
  const data = { items: [], files: paths, dragOperationsMask: 1 }
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) await session.send('Input.dispatchDragEvent', { type, ...at, data })
  await session.detach()
}

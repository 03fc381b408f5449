/** Pictures of what a test saw. `CARTOUCHE_SCREENSHOTS=1` writes the ones in docs/screenshots anew. */
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { type App, root } from './app.ts'

const folder = process.env['CARTOUCHE_SCREENSHOTS'] === '1' ? join(root, 'docs', 'screenshots') : join(root, 'test-results', 'screenshots')

export async function keepScreenshot(app: App, name: string): Promise<void> {
  await mkdir(folder, { recursive: true })
  await app.page.screenshot({ path: join(folder, `${name}.png`) })
}

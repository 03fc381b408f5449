/** The system's dialogs, answered at Electron's edge: a real one would wait for a hand. What was asked is kept. */
import type { App } from './app.ts'

export type Asked = { kind: 'save' | 'open' } | { kind: 'message'; message: string; detail: string; buttons: string[] }

type Edge = { asked: Asked[]; save: string[]; open: string[]; messages: string[] }

/** Puts answers in the place of the dialogs. Those given for one kind replace what was left of it. */
async function answer(app: App, answers: Partial<Omit<Edge, 'asked'>>): Promise<void> {
  await app.electron.evaluate(({ dialog }, given) => {
    const world = globalThis as unknown as { edge?: Edge }
    const edge: Edge = (world.edge ??= { asked: [], save: [], open: [], messages: [] })
    Object.assign(edge, given)
    // The test fails on what follows when a dialog has no answer: it is cancelled.
    dialog.showSaveDialog = async () => {
      edge.asked.push({ kind: 'save' })
      const filePath = edge.save.shift()
      return { canceled: filePath === undefined, filePath: filePath ?? '' }
    }
    dialog.showOpenDialog = async () => {
      edge.asked.push({ kind: 'open' })
      const path = edge.open.shift()
      return { canceled: path === undefined, filePaths: path === undefined ? [] : [path] }
    }
    dialog.showMessageBox = (async (_window: unknown, options: Electron.MessageBoxOptions) => {
      const buttons = options.buttons ?? []
      edge.asked.push({ kind: 'message', message: options.message, detail: options.detail ?? '', buttons })
      const response = buttons.indexOf(edge.messages.shift() ?? '')
      return { response: response < 0 ? (options.cancelId ?? 0) : response, checkboxChecked: false }
    }) as typeof dialog.showMessageBox
  }, answers)
}

/** @param paths chosen in the dialogs to come, in their order */
export const answerSave = async (app: App, paths: string[]): Promise<void> => answer(app, { save: paths })
export const answerOpen = async (app: App, paths: string[]): Promise<void> => answer(app, { open: paths })
/** @param buttons pressed in the questions to come, by their words */
export const answerMessages = async (app: App, buttons: string[]): Promise<void> => answer(app, { messages: buttons })

export async function dialogsAsked(app: App): Promise<Asked[]> {
  return app.electron.evaluate(() => (globalThis as unknown as { edge?: Edge }).edge?.asked ?? [])
}

/** The main process: puts the parts together. Holds no logic of its own. */
import { app, type BrowserWindow, protocol } from 'electron'
import { AnnotationTemplate } from '../contract/annotation.ts'
import { scheme } from '../contract/addresses.ts'
import { z } from '../contract/schema.ts'
import { sourceIdOf } from '../services/admission.ts'
import { KeptExports } from '../services/keptExports.ts'
import { KeptState } from '../services/keptState.ts'
import { FileWatch } from '../services/fileWatch.ts'
import { DefaultStyles } from '../services/defaultStyles.ts'
import { FilePrints } from '../services/filePrints.ts'
import { RecentFiles } from '../services/recentFiles.ts'
import { exportWords } from '../services/exportArguments.ts'
import { asRefusal, secondDocument, SessionFile } from '../services/session.ts'
import { type Backend, startBackend } from './backend.ts'
import { Closing } from './closing.ts'
import { parseCommandLine } from './commandLine.ts'
import { Exporter } from './export/exportWindow.ts'
import { runExport } from './export/run.ts'
import { annotationHandlers } from './handlers/annotations.ts'
import { documentHandlers, openDocument } from './handlers/documents.ts'
import { exportHandlers } from './handlers/exports.ts'
import { layerExportHandlers } from './handlers/layerExport.ts'
import { admit, layerHandlers } from './handlers/layers.ts'
import { programHandlers } from './handlers/program.ts'
import { recoveryHandlers } from './handlers/recovery.ts'
import { installHandlers, letIn, send } from './ipc.ts'
import { silenceChromium } from './lockdown.ts'
import { showMenu } from './menu.ts'
import { openingOf, openJournals } from './opening.ts'
import { stateFile } from './paths.ts'
import type { Program } from './program.ts'
import { takeScreenshot } from './screenshot.ts'
import { createWindow, loadApp } from './window.ts'

const options = parseCommandLine(process.argv, app.isPackaged, process.cwd())

protocol.registerSchemesAsPrivileged([
  { scheme, privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true, codeCache: true } },
])
silenceChromium()

const words = exportWords(process.argv, app.isPackaged)
if (words !== null) {
  // The hidden window comes and goes; the command ends by itself.
  app.on('window-all-closed', () => undefined)
  void app.whenReady().then(async () => runExport(words))
} else if (app.requestSingleInstanceLock({ argv: process.argv, workingFolder: process.cwd() })) {
  app.on('window-all-closed', () => app.quit())
  void app.whenReady().then(start)
} else {
  // The first instance opens the files; see `second-instance` below.
  app.quit()
}

async function start(): Promise<void> {
  // The window comes when the locks are on; what the backend has to say before that reaches nobody.
  let window: BrowserWindow | null = null
  const { admission, engine, counter } = startBackend({
    onNetwork: (log) => window !== null && send(window, 'network.changed', log),
    onEngineRestart: (message) => window !== null && send(window, 'engine.restarted', { message }),
  })
  window = await createWindow(options.size)
  await open(window, { admission, engine, counter })
}

async function open(window: BrowserWindow, { admission, engine, counter }: Backend): Promise<void> {
  const exporter = new Exporter(letIn)
  const sessionFile = new SessionFile(stateFile('session.json'))
  const recent = new RecentFiles(stateFile('recent.json'))
  await recent.load()
  const prints = new FilePrints()
  const { recovery, journal } = await openJournals(options.screenshot === null)

  const program: Program = {
    admission,
    engine,
    counter,
    exporter,
    exports: new KeptExports(stateFile('exports.json')),
    recent,
    session: sessionFile,
    journal,
    recovery,
    prints,
    watch: watchFiles(window),
    templates: new KeptState(stateFile('templates.json'), z.array(AnnotationTemplate)),
    defaultStyles: new DefaultStyles(stateFile('default-styles.json')),
    opening: openingOf(sessionFile, options.files, { admission, prints, recovery }, journal),
    jobs: new Map(),
    menu: { disabled: [], checked: [], undo: null, redo: null },
    refreshMenu: () => showMenu(window, program.menu, recent.entries, app.isPackaged),
    closing: new Closing(window),
  }

  program.refreshMenu()
  letIn(window)
  installHandlers({
    ...documentHandlers(program),
    ...layerHandlers(program),
    ...layerExportHandlers(program),
    ...annotationHandlers(program),
    ...programHandlers(program),
    ...recoveryHandlers(program),
    ...exportHandlers(program),
  })
  app.on('second-instance', (_event, argv, workingFolder) => {
    void openArrived(window, program, parseCommandLine(argv, app.isPackaged, workingFolder).files)
  })
  app.on('open-file', (event, path) => {
    event.preventDefault()
    void openArrived(window, program, [path])
  })
  await loadApp(window)
  if (options.screenshot !== null) await takeScreenshot(window, options.screenshot)
}

/** Tells the window of files that change; what the system does not tell of is looked for when the user comes back to it. */
function watchFiles(window: BrowserWindow): FileWatch {
  const watch = new FileWatch((path, change) => send(window, 'layers.changed', { source: sourceIdOf(path), change }))
  window.on('focus', () => void watch.checkAll())
  window.once('closed', () => watch.close())
  return watch
}

/** Files that reach a program that already runs. */
async function openArrived(window: BrowserWindow, program: Program, paths: string[]): Promise<void> {
  if (window.isMinimized()) window.restore()
  window.focus()
  const { sources, refusals, documents } = await admit(program, paths)
  const [document, ...others] = documents
  refusals.push(...others.map(secondDocument))
  try {
    if (document !== undefined) send(window, 'document.arrived', await openDocument(program, document))
  } catch (error) {
    refusals.push(asRefusal(error))
  }
  if (sources.length > 0 || refusals.length > 0) send(window, 'files.arrived', { sources, refusals })
}

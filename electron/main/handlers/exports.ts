/** Exporting pages: the visible window asks, a hidden one draws. */
import { dialog } from 'electron'
import type { Calls } from '../../contract/calls.ts'
import type { ExportFormat } from '../../contract/export.ts'
import { RefusalError } from '../../contract/refusal.ts'
import type { Handlers } from '../../contract/table.ts'
import { layersOf } from '../../services/documentFile.ts'
import { admitLayers } from '../../services/session.ts'
import { writeExport } from '../../services/exportFile.ts'
import type { Backend } from '../backend.ts'
import type { Exporter } from '../export/exportWindow.ts'
import type { CallContext } from '../ipc.ts'
import type { Program } from '../program.ts'

type ExportCalls = Extract<keyof Calls, `export.${string}`>

const formatNames: Record<ExportFormat, string> = { png: 'PNG picture', jpg: 'JPEG picture', pdf: 'PDF document' }

export function exportHandlers(program: Program): Pick<Handlers<Calls, CallContext>, ExportCalls> {
  return {
    'export.run': async ({ document, settings, job }, { window }) => {
      for (const layer of layersOf(document)) {
        if (!program.admission.has(layer.path))
          throw new RefusalError({ message: `The layer ${layer.name} names a file that was not opened here.` })
      }
      const chosen = await dialog.showSaveDialog(window, {
        title: 'Export',
        defaultPath: `${fileName(document.title)}.${settings.format}`,
        filters: [{ name: formatNames[settings.format], extensions: [settings.format] }],
        properties: ['createDirectory', 'showOverwriteConfirmation'],
      })
      if (chosen.canceled || chosen.filePath === '') return null
      const path = chosen.filePath.toLowerCase().endsWith(`.${settings.format}`) ? chosen.filePath : `${chosen.filePath}.${settings.format}`
      const abort = new AbortController()
      program.jobs.set(job, abort)
      try {
        const { bytes, report } = await program.exporter.export(
          { document, settings, sources: admitLayers(document, program.admission) },
          abort.signal,
        )
        await writeExport(path, bytes)
        program.admission.admit(path)
        return { path, report }
      } finally {
        program.jobs.delete(job)
      }
    },
    ...drawing(program.exporter),
  }
}

/** For a program that only exports: nothing else is answered. */
export function exportWindowHandlers(backend: Backend, exporter: Exporter): Partial<Handlers<Calls, CallContext>> {
  return {
    ...drawing(exporter),
    'layers.read': async ({ source }) => backend.engine.call('open', { source, path: backend.admission.source(source).path }),
    'layers.labels': async (argument) => backend.engine.call('labels', argument),
    'layers.tally': async (argument) => backend.engine.call('tally', argument),
    'layers.matching': async ({ source, filter }) => backend.engine.call('matching', { source, filter }),
    'network.refused': ({ url }) => {
      backend.counter.refuse(url, 'content security policy')
      return {}
    },
  }
}

/** What a hidden window asks and says. */
function drawing(exporter: Exporter): Pick<Handlers<Calls, CallContext>, 'export.job' | 'export.deliver' | 'export.fail'> {
  return {
    'export.job': (_argument, { window }) => exporter.jobOf(window),
    'export.deliver': (delivery, { window }) => {
      exporter.deliver(window, delivery)
      return {}
    },
    'export.fail': (refusal, { window }) => {
      exporter.fail(window, new RefusalError(refusal))
      return {}
    },
  }
}

function fileName(title: string): string {
  const name = title
    .replaceAll(/[\\/:*?"<>|\p{Cc}]/gu, ' ')
    .trim()
    .slice(0, 100)
  return name === '' ? 'Map' : name
}

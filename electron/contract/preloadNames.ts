/**
 * The names of the tables, without their schemas: a sandboxed preload is parsed before every first picture, and does not need zod. The types below fail to
 * compile when a name is missing here or is one too many.
 */
import type { CallName, EventName } from './calls.ts'

const callRecord: Record<CallName, true> = {
  'session.start': true,
  'session.keep': true,
  'journal.begin': true,
  'journal.append': true,
  'recovery.take': true,
  'recovery.settle': true,
  'document.choose': true,
  'document.save': true,
  'document.askToKeep': true,
  'document.demo': true,
  'file.reveal': true,
  'layers.choose': true,
  'layers.drop': true,
  'layers.locate': true,
  'layers.read': true,
  'layers.close': true,
  'layers.records': true,
  'layers.geometry': true,
  'layers.hit': true,
  'layers.labels': true,
  'layers.values': true,
  'layers.page': true,
  'layers.positions': true,
  'layers.features': true,
  'layers.extent': true,
  'layers.matching': true,
  'layers.statistics': true,
  'layers.breaks': true,
  'layers.export': true,
  'layers.problems': true,
  'cache.clear': true,
  'annotations.import': true,
  'annotations.export': true,
  'image.choose': true,
  'templates.list': true,
  'templates.keep': true,
  'export.run': true,
  'export.job': true,
  'export.deliver': true,
  'export.fail': true,
  'recent.list': true,
  'recent.open': true,
  'job.cancel': true,
  'clipboard.write': true,
  'network.log': true,
  'network.refused': true,
  'app.about': true,
  'menu.state': true,
  'window.hold': true,
  'window.close': true,
}

const eventRecord: Record<EventName, true> = {
  'job.progress': true,
  'command.run': true,
  'network.changed': true,
  'files.arrived': true,
  'document.arrived': true,
  'layers.changed': true,
  'engine.restarted': true,
  'recent.open': true,
  'window.closing': true,
}

export const callNames = Object.keys(callRecord) as CallName[]
export const eventNames = Object.keys(eventRecord) as EventName[]

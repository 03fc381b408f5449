import * as fc from 'fast-check'
import { globSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { MapDocument } from '../../../electron/contract/document.ts'
import { beginHistory, type History, redo, run, undo } from '../../../renderer/document/history.ts'
import { allLayers } from '../../../renderer/document/layers.ts'
import { anyDocument } from './documents.ts'
import { anyStep, commandOf, everyCommand } from './everyCommand.ts'

const room = resolve(import.meta.dirname, '../../../renderer/document')

/** Names of the functions that a room of the sources exports and that make a command. */
function commandsOf(text: string): string[] {
  return text.split(/^export /m).flatMap((declared) => {
    const [, name] = /^(?:function|const) (\w+)/.exec(declared) ?? []
    // The signature ends where its body begins.
    const [signature = ''] = declared.split(/\{\n|=>\n|=> /)
    return name !== undefined && /\): Command\s*$/.test(signature) ? [name] : []
  })
}

const json = (history: History): string => JSON.stringify(history.document)
const undoAll = (history: History): History => (history.past.length === 0 ? history : undoAll(undo(history)))
const redoAll = (history: History): History => (history.future.length === 0 ? history : redoAll(redo(history)))

describe('the list of every command', () => {
  const found = globSync('**/*.ts', { cwd: room }).flatMap((file) => commandsOf(readFileSync(join(room, file), 'utf8')))

  it('is found in the sources, however a command is declared', () => {
    expect(commandsOf('export function a(x: { y: 1 }): Command {\n}\nexport const b = (x: X): Command =>\n  c\nexport function d(): X {\n}')).toEqual([
      'a',
      'b',
    ])
    expect(found).toContain('setTitle')
    expect(found).toContain('bringElementsForward')
  })

  it('has each one that the sources have: a new one is tried too as soon as it is there', () => {
    expect(Object.keys(everyCommand).map((name) => name.split(' ')[0]).toSorted()).toEqual(found.toSorted())
  })
})

describe('any sequence of 200 commands of all kinds', () => {
  const anySequence = fc.tuple(anyDocument, fc.array(anyStep, { minLength: 200, maxLength: 200 }))
  // Looking for the smallest sequence that fails would take minutes.
  const patience = { numRuns: 30, interruptAfterTimeLimit: 30_000, markInterruptAsFailure: false }

  it('undone fully gives the first document byte for byte, and redone the last; and it stays one that the schema allows', () => {
    fc.assert(
      fc.property(anySequence, ([document, steps]) => {
        const first = beginHistory(document)
        let last = first
        for (const [nth, step] of steps.entries()) last = run(last, commandOf(step, last.document, nth))
        expect(MapDocument.safeParse(last.document).error).toBeUndefined()
        const ids = [...last.document.layers, ...allLayers(last.document)].map(({ id }) => id)
        const groups = last.document.layers.filter(({ type }) => type === 'group')
        expect(new Set(ids).size).toBe(allLayers(last.document).length + groups.length)
        expect(new Set(last.document.annotations.map(({ id }) => id)).size).toBe(last.document.annotations.length)
        const back = undoAll(last)
        expect(json(back)).toBe(json(first))
        expect(json(redoAll(back))).toBe(json(last))
      }),
      patience,
    )
  }, 60_000)
})

import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { MapDocument } from '../../../electron/contract/document.ts'
import { addLayers, moveNode, renameNode, setOpacity } from '../../../renderer/document/commands.ts'
import { adjust, beginHistory, type History, isModified, markSaved, redo, run, undo } from '../../../renderer/document/history.ts'
import { allLayers } from '../../../renderer/document/layers.ts'
import { anyDocument, documentOf, group, layer, outline } from './documents.ts'
import { anyStep, commandOf } from './everyCommand.ts'

const start = (): History => beginHistory(documentOf(layer('a'), group('g', [layer('b'), layer('c')]), layer('d')))
const rename = (history: History, id: string, name: string): History => run(history, renameNode(history.document, id, name))
const fade = (history: History, opacity: number, gesture = '1'): History =>
  run(history, setOpacity(history.document, 'a', opacity, gesture))
const opacity = ({ document }: History): number | undefined => allLayers(document)[0]?.opacity

const json = (history: History): string => JSON.stringify(history.document)
const undoAll = (history: History): History => (history.past.length === 0 ? history : undoAll(undo(history)))
const redoAll = (history: History): History => (history.future.length === 0 ? history : redoAll(redo(history)))

/** Looking for the smallest sequence that fails would take minutes. */
const patience = { interruptAfterTimeLimit: 8_000 }

describe('any sequence of 200 commands of all kinds', () => {
  const anySequence = fc.tuple(anyDocument, fc.array(anyStep, { minLength: 200, maxLength: 200 }))

  it('undone fully gives the first document byte for byte, and redone the last', () => {
    fc.assert(
      fc.property(anySequence, ([document, steps]) => {
        const first = beginHistory(document)
        let last = first
        for (const [nth, step] of steps.entries()) last = run(last, commandOf(step, last.document, nth))
        const back = undoAll(last)
        expect(json(back)).toBe(json(first))
        expect(json(redoAll(back))).toBe(json(last))
      }),
      { numRuns: 600, interruptAfterTimeLimit: 120_000 },
    )
  })

  it('leaves a document that the schema allows, with every id once', () => {
    fc.assert(
      fc.property(anySequence, ([document, steps]) => {
        let history = beginHistory(document)
        for (const [nth, step] of steps.entries()) history = run(history, commandOf(step, history.document, nth))
        expect(MapDocument.safeParse(history.document).error).toBeUndefined()
        expect(new Set(history.document.annotations.map(({ id }) => id)).size).toBe(history.document.annotations.length)
        const ids = [...history.document.layers, ...allLayers(history.document)].map(({ id }) => id)
        const groups = history.document.layers.filter(({ type }) => type === 'group')
        expect(new Set(ids).size).toBe(allLayers(history.document).length + groups.length)
      }),
      { numRuns: 2000, interruptAfterTimeLimit: 240_000 },
    )
  })

  it('passes through the same documents on every way back and forth', () => {
    const anyMove = fc.oneof({ weight: 3, arbitrary: anyStep }, fc.constantFrom('undo' as const, 'redo' as const))
    fc.assert(
      fc.property(anyDocument, fc.array(anyMove, { maxLength: 60 }), (document, moves) => {
        // Gestures aside, the history must behave like a list of whole documents with a finger on one of them.
        let history = beginHistory(document)
        let states = [json(history)]
        let at = 0
        for (const [nth, move] of moves.entries()) {
          if (typeof move === 'string') {
            history = move === 'undo' ? undo(history) : redo(history)
            at = Math.min(states.length - 1, Math.max(0, at + (move === 'undo' ? -1 : 1)))
          } else {
            const { gesture: _, ...command } = commandOf(move, history.document, nth)
            const next = run(history, command)
            if (next !== history) {
              at += 1
              states = [...states.slice(0, at), json(next)]
            }
            history = next
          }
          expect(json(history)).toBe(states[at])
          expect([history.past.length, history.future.length]).toEqual([at, states.length - 1 - at])
        }
      }),
      { numRuns: 600, interruptAfterTimeLimit: 120_000 },
    )
  })
})

describe('undo and redo', () => {
  it('at the ends do nothing', () => {
    const history = start()
    expect(undo(history)).toBe(history)
    expect(redo(history)).toBe(history)
  })

  it('leave earlier histories as they were', () => {
    const before = start()
    const text = json(before)
    undo(rename(before, 'a', 'X'))
    expect(json(before)).toBe(text)
  })

  it('do not redo what another command took the place of', () => {
    const history = rename(undo(rename(start(), 'a', 'X')), 'a', 'Y')
    expect(history.future).toEqual([])
    expect(redo(history)).toBe(history)
  })
})

describe('a gesture', () => {
  it('is one entry, from where it began to where it ended', () => {
    const history = fade(fade(fade(start(), 0.8), 0.5), 0.2)
    expect(history.past).toHaveLength(1)
    expect(opacity(undo(history))).toBe(1)
    expect(opacity(redo(undo(history)))).toBe(0.2)
  })

  it('ends where another begins', () => {
    expect(fade(fade(start(), 0.8, '1'), 0.5, '2').past).toHaveLength(2)
  })

  it('ends where something else is done', () => {
    const history = fade(rename(fade(start(), 0.8), 'd', 'X'), 0.5)
    expect(history.past).toHaveLength(3)
  })

  it('does not go on after it was undone and redone', () => {
    const history = fade(redo(undo(fade(start(), 0.8))), 0.5)
    expect(history.past).toHaveLength(2)
    expect(opacity(undo(history))).toBe(0.8)
  })

  it('does not go on after what came later was undone', () => {
    const history = fade(undo(rename(fade(start(), 0.8), 'd', 'X')), 0.5)
    expect(history.past).toHaveLength(2)
    expect(opacity(undo(history))).toBe(0.8)
  })

  it('that was saved in its middle can be undone to what was saved', () => {
    const history = fade(markSaved(fade(start(), 0.8)), 0.5)
    expect(isModified(history)).toBe(true)
    expect(isModified(undo(history))).toBe(false)
    expect(opacity(undo(history))).toBe(0.8)
  })
})

describe('the saved mark', () => {
  it('begins as the caller says', () => {
    expect(isModified(start())).toBe(false)
    expect(isModified(beginHistory(start().document, true))).toBe(true)
  })

  it('is lost with a change and found again by undoing it', () => {
    const changed = rename(start(), 'a', 'X')
    expect(isModified(changed)).toBe(true)
    expect(isModified(undo(changed))).toBe(false)
    expect(isModified(redo(undo(changed)))).toBe(true)
  })

  it('is found again by redo', () => {
    const saved = markSaved(rename(start(), 'a', 'X'))
    expect(isModified(saved)).toBe(false)
    expect(isModified(undo(saved))).toBe(true)
    expect(isModified(redo(undo(saved)))).toBe(false)
  })

  it('is gone for good when what was saved was undone and something else was done', () => {
    const saved = markSaved(rename(start(), 'a', 'X'))
    const other = rename(undo(saved), 'a', 'Y')
    expect(isModified(other)).toBe(true)
    expect(isModified(undo(other))).toBe(true)
  })

  it('is never found by a gesture that grows past it', () => {
    // past: fade; saved: rename after it; undone; the fade goes on.
    const saved = markSaved(rename(fade(start(), 0.8), 'd', 'X'))
    const history = fade(undo(saved), 0.5)
    expect(isModified(history)).toBe(true)
    expect(isModified(undo(history))).toBe(true)
  })

  it('of a document that was begun modified is found by no undo', () => {
    const history = beginHistory(start().document, true)
    expect(isModified(undo(rename(history, 'a', 'X')))).toBe(true)
    expect(isModified(markSaved(history))).toBe(false)
  })

  it('stays while a command does nothing and while the view moves', () => {
    const history = start()
    expect(isModified(rename(history, 'a', 'Layer a'))).toBe(false)
    expect(isModified(adjust(history, (draft) => void (draft.view.zoom = 3)))).toBe(false)
  })
})

describe('a save that took a while', () => {
  const written = (): History => rename(start(), 'a', 'X')

  it('marks what was written, and what was done meanwhile stays unsaved', () => {
    const before = written()
    const history = markSaved(rename(before, 'd', 'Y'), before)
    expect(isModified(history)).toBe(true)
    expect(isModified(undo(history))).toBe(false)
  })

  it('finds what was written after an undo, and after an undo and a redo', () => {
    const before = written()
    const undone = markSaved(undo(before), before)
    expect(isModified(undone)).toBe(true)
    expect(isModified(redo(undone))).toBe(false)
    expect(isModified(markSaved(redo(undo(before)), before))).toBe(false)
  })

  it('finds it in the same way when it ended in a gesture', () => {
    const before = fade(start(), 0.8)
    expect(isModified(redo(markSaved(undo(before), before)))).toBe(false)
    expect(isModified(markSaved(redo(undo(before)), before))).toBe(false)
  })

  it('finds nothing when the gesture went on meanwhile', () => {
    const before = fade(start(), 0.8)
    const history = markSaved(fade(before, 0.5), before)
    expect(isModified(history)).toBe(true)
    expect(isModified(undo(history))).toBe(true)
  })

  it('finds nothing when what was written was undone and replaced', () => {
    const before = written()
    const history = markSaved(rename(undo(before), 'a', 'Z'), before)
    expect(isModified(history)).toBe(true)
    expect(isModified(undo(history))).toBe(true)
  })
})

describe('an adjustment', () => {
  const close = (history: History): History =>
    adjust(history, (draft) => {
      for (const node of draft.layers) if (node.type === 'group') node.expanded = false
    })
  const expanded = ({ document }: History) => document.layers.find((node) => node.type === 'group')?.expanded

  it('leaves no entry', () => {
    expect(close(start()).past).toEqual([])
    expect(expanded(close(start()))).toBe(false)
  })

  it('is left as it is by undo and redo, also when they move the group that it was made on', () => {
    const added = run(start(), addLayers([layer('x')]))
    const undone = undo(close(added))
    expect(outline(undone.document)).toBe('a (g: b c) d')
    expect(expanded(undone)).toBe(false)
    expect(expanded(redo(undone))).toBe(false)
  })

  it('of a table is left as it is by undo and redo, also when they move the layer that it was made on', () => {
    const table = { order: ['b', 'a'], hidden: ['c'], widthsPx: { a: 200 } }
    const arrange = (history: History): History =>
      adjust(history, (draft) => {
        for (const one of allLayers(draft)) if (one.id === 'd') one.table = table
      })
    const tableOf = ({ document }: History) => allLayers(document).find(({ id }) => id === 'd')?.table
    const moved = run(start(), moveNode(start().document, 'd', { group: 'g', index: 0 }))
    const undone = undo(arrange(moved))
    expect(outline(undone.document)).toBe('a (g: b c) d')
    expect([tableOf(undone), tableOf(redo(undone))]).toEqual([table, table])
  })

  it('of the view is left as it is by undo', () => {
    const history = adjust(rename(start(), 'a', 'X'), (draft) => void (draft.view = { center: [0, 0], zoom: 2, rotationDeg: 0 }))
    expect(undo(history).document.view.zoom).toBe(2)
  })
})

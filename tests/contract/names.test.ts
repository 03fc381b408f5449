import { describe, expect, it } from 'vitest'
import { calls, events } from '../../electron/contract/calls.ts'
import { commandIds, commands } from '../../electron/contract/commands.ts'
import { callNames, eventNames } from '../../electron/contract/preloadNames.ts'

describe('the names that the preload knows', () => {
  it('are the names of the tables', () => {
    expect(callNames.toSorted()).toEqual(Object.keys(calls).toSorted())
    expect(eventNames.toSorted()).toEqual(Object.keys(events).toSorted())
  })

  it('name a room and a thing', () => {
    for (const name of [...callNames, ...eventNames]) expect(name).toMatch(/^[a-z]+\.[a-zA-Z]+$/)
  })
})

describe('the commands', () => {
  const entries = commandIds.map((id) => ({ id, ...commands[id] }))

  it('have keys of their own: no two share one, but that on a page they may mean its elements in the place of the map’s', () => {
    // 'Ctrl+Shift+Z' and 'Shift+Ctrl+Z' are the same keys.
    const keysOf = (isOfPage: boolean): string[] =>
      entries
        .filter(({ menu }) => (menu === 'Page') === isOfPage)
        .flatMap((entry) => ('keys' in entry ? [(entry.keys ?? '').split('+').toSorted().join('+')] : []))
    for (const keys of [keysOf(false), keysOf(true)]) expect(keys.filter((one, i) => keys.indexOf(one) !== i)).toEqual([])
  })

  it('leave the keys of editing text and of quitting alone', () => {
    const taken = ['X', 'C', 'V', 'A', 'Q', 'W'].map((key) => `CmdOrCtrl+${key}`)
    for (const { id, keys } of entries) expect(taken, id).not.toContain(keys)
  })

  it('have keys that Electron understands', () => {
    const accelerator =
      /^((CmdOrCtrl|Alt|Shift)\+)*([A-Z0-9]|F([1-9]|1\d|2[0-4])|Plus|[-/\\.,;'=`[\]]|Home|End|Left|Right|Up|Down|PageUp|PageDown|Delete|Backspace|Insert|Return|Enter|Escape|Space|Tab)$/
    for (const { id, keys } of entries) if (keys !== undefined) expect(keys, id).toMatch(accelerator)
  })

  it('have labels that begin with a capital and carry no blanks around them, each once in its menu', () => {
    const places = entries.map(({ id, label, menu, under }) => {
      expect(label, id).toMatch(/^\p{Lu}/u)
      expect(label.trim(), id).toBe(label)
      expect(label, id).not.toContain('...')
      return `${menu} > ${under ?? ''} > ${label}`
    })
    expect(places.filter((place, i) => places.indexOf(place) !== i)).toEqual([])
  })

  it('stand together with the others of their submenu, and a submenu of choices is one of choices alone', () => {
    for (const under of new Set(entries.flatMap((entry) => (entry.under === undefined ? [] : [entry.under])))) {
      const inside = entries.filter((entry) => entry.under === under)
      expect(new Set(inside.map(({ menu }) => menu)).size, under).toBe(1)
      expect(new Set(inside.map(({ toggle }) => toggle)).size, under).toBe(1)
    }
  })
})

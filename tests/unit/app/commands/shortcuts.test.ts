import { describe, expect, test } from 'vitest'
import { commandIds, commands } from '../../../../electron/contract/commands.ts'
import { matches, parseAccelerator } from '../../../../renderer/app/commands/accelerator.ts'

const event = (key: string, held: string = '', code = '') => ({
  key,
  code,
  ctrlKey: held.includes('c'),
  metaKey: held.includes('m'),
  shiftKey: held.includes('s'),
  altKey: held.includes('a'),
})

describe('a shortcut', () => {
  test('is heard with exactly its keys held', () => {
    const save = parseAccelerator('CmdOrCtrl+S')
    expect(matches(save, event('s', 'c'), false)).toBe(true)
    expect(matches(save, event('S', 'cs'), false)).toBe(false)
    expect(matches(save, event('s', 'ca'), false)).toBe(false)
    expect(matches(save, event('s'), false)).toBe(false)
    expect(matches(save, event('s', 'cm'), false)).toBe(false)
  })

  test('takes the command key on a Mac', () => {
    const save = parseAccelerator('CmdOrCtrl+S')
    expect(matches(save, event('s', 'm'), true)).toBe(true)
    expect(matches(save, event('s', 'c'), true)).toBe(false)
  })

  test('is heard on an Arabic or Cyrillic keyboard by the place of the key', () => {
    expect(matches(parseAccelerator('CmdOrCtrl+K'), event('ن', 'c', 'KeyK'), false)).toBe(true)
    expect(matches(parseAccelerator('CmdOrCtrl+Shift+S'), event('Ы', 'cs', 'KeyS'), false)).toBe(true)
  })

  test('with a plus is heard with and without Shift', () => {
    const zoomIn = parseAccelerator('CmdOrCtrl+Plus')
    expect(matches(zoomIn, event('+', 'cs'), false)).toBe(true)
    expect(matches(zoomIn, event('=', 'c'), false)).toBe(true)
    expect(matches(zoomIn, event('+', 'c'), false)).toBe(true)
  })

  test('with an arrow is heard', () => {
    expect(matches(parseAccelerator('Alt+Left'), event('ArrowLeft', 'a'), false)).toBe(true)
    expect(matches(parseAccelerator('CmdOrCtrl+Alt+Left'), event('ArrowLeft', 'a'), false)).toBe(false)
  })

  test('of one command is not that of another, but that on a page some mean its elements', () => {
    for (const isOfPage of [false, true]) {
      const all = commandIds.filter((id) => (commands[id].menu === 'Page') === isOfPage).flatMap((id) => commands[id].keys ?? [])
      expect(new Set(all).size).toBe(all.length)
    }
  })
})

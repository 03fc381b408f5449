import { globSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { everyCommand } from './everyCommand.ts'

const room = resolve(import.meta.dirname, '../../../renderer/document')

/** Names of the functions that a room of the sources exports and that make a command. */
function commandsOf(text: string): string[] {
  return text.split(/^export /m).flatMap((declared) => {
    // What is returned stands behind the first parenthesis that ends with a type, not with an arrow.
    const [, name, made] = /^(?:function|const) (\w+)[^]*?\): ([^\n{=]+?) (?:\{|=>)\n/.exec(declared) ?? []
    return name !== undefined && made === 'Command' ? [name] : []
  })
}

describe('the list of every command', () => {
  const found = globSync('**/*.ts', { cwd: room }).flatMap((file) => commandsOf(readFileSync(join(room, file), 'utf8')))

  it('is found in the sources, however a command is declared', () => {
    expect(
      commandsOf('export function a(x: { y: 1 }): Command {\n}\nexport const b = (x: X): Command =>\n  c\nexport function d(): X {\n}'),
    ).toEqual(['a', 'b'])
    expect(found).toContain('setTitle')
    expect(found).toContain('bringElementsForward')
  })

  it('has each one that the sources have: a new one is tried too as soon as it is there', () => {
    expect(
      Object.keys(everyCommand)
        .map((name) => name.split(' ')[0] ?? '')
        .toSorted(),
    ).toEqual(found.toSorted())
  })
})

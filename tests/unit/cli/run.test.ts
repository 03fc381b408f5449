import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { type Command, UsageError } from '../../../electron/cli/command.ts'
import { runCommandLine } from '../../../electron/cli/run.ts'

const packageFile = join(import.meta.dirname, '../../../package.json')

const echo: Command = {
  name: 'echo',
  usage: 'echo WORD…',
  summary: 'says it again',
  help: 'Says it again.\n',
  async run(args, { out }) {
    if (args.length === 0) throw new UsageError('name a word.')
    out(args.join(' '))
    return args.length
  },
}

async function run(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  let out = ''
  let err = ''
  const code = await runCommandLine([echo], args, {
    engine: '',
    packageFile,
    out: (text) => {
      out += text
    },
    err: (text) => {
      err += text
    },
  })
  return { code, out, err }
}

describe('The command line', () => {
  test('runs a command with its arguments, and ends with its code', async () => {
    expect(await run('echo', 'a', 'b')).toEqual({ code: 2, out: 'a b', err: '' })
  })

  test('tells its version and what it can do', async () => {
    expect(await run('--version')).toEqual({ code: 0, out: expect.stringMatching(/^cartouche \d+\.\d+\.\d+\n$/) as string, err: '' })
    expect(await run('--help')).toMatchObject({ code: 0, out: expect.stringContaining('echo WORD…  says it again') as string })
    expect(await run('echo', '--help')).toMatchObject({ code: 0, out: 'Usage: cartouche echo WORD…\n\nSays it again.\n' })
  })

  test.each([
    [[], 'no command was given'],
    [['fly'], 'there is no command fly'],
    [['--fly'], 'there is no option --fly'],
    [['echo'], 'name a word'],
  ])('ends with 2 after wrong usage: %j', async (args, sentence) => {
    const { code, out, err } = await run(...args)
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(err).toContain(sentence)
    expect(err).toContain('Usage:')
  })
})

/** Chooses the command, and turns wrong usage into a sentence and exit code 2. */
import { readFileSync } from 'node:fs'
import { type Command, type Surroundings, UsageError } from './command.ts'

const wrongUsage = 2

/** @param args without the program's own name @returns the exit code */
export async function runCommandLine(commands: Command[], args: string[], surroundings: Surroundings): Promise<number> {
  const [first, ...rest] = args
  if (first === '--version' || first === '-V') {
    const { version } = JSON.parse(readFileSync(surroundings.packageFile, 'utf8')) as { version: string }
    surroundings.out(`cartouche ${version}\n`)
    return 0
  }
  if (first === '--help' || first === '-h' || first === 'help') {
    surroundings.out(helpText(commands))
    return 0
  }
  if (first === undefined) {
    surroundings.err(`cartouche: no command was given.\n\n${helpText(commands)}`)
    return wrongUsage
  }
  const command = commands.find(({ name }) => name === first)
  if (command === undefined) {
    const what = first.startsWith('-') ? 'option' : 'command'
    surroundings.err(`cartouche: there is no ${what} ${first}.\n\n${helpText(commands)}`)
    return wrongUsage
  }
  if (rest.includes('--help') || rest.includes('-h')) {
    surroundings.out(`Usage: cartouche ${command.usage}\n\n${command.help}`)
    return 0
  }
  try {
    return await command.run(rest, surroundings)
  } catch (error) {
    if (!(error instanceof UsageError)) throw error
    surroundings.err(`cartouche ${command.name}: ${error.message}\nUsage: cartouche ${command.usage}\n`)
    return wrongUsage
  }
}

function helpText(commands: Command[]): string {
  const width = Math.max(...commands.map(({ usage }) => usage.length))
  const lines = commands.map(({ usage, summary }) => `  ${usage.padEnd(width)}  ${summary}`)
  return `Usage: cartouche COMMAND\n\n${lines.join('\n')}\n\n  --help, --version\n\n\`cartouche COMMAND --help\` says more of a command.\n`
}

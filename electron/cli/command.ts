/** What a command of the command line is. */

export type Surroundings = {
  /** Where the engine's entry is. */
  engine: string
  /** The program's package.json, for its version. */
  packageFile: string
  readonly out: (text: string) => void
  readonly err: (text: string) => void
}

export interface Command {
  readonly name: string
  /** `info FILE…` */
  readonly usage: string
  /** One line. */
  readonly summary: string
  /** For `cartouche COMMAND --help`: ends with a line break. */
  readonly help: string
  /** @returns the exit code. @throws UsageError */
  run(args: string[], surroundings: Surroundings): Promise<number>
}

/** The command was not given as it must be; the exit code is 2. */
export class UsageError extends Error {
  constructor(message: string) {
    super(message)
    this.name = 'UsageError'
  }
}

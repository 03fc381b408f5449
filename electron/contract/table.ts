/** How a table of calls is written, typed and served. The tables are in `calls.ts` (renderer to main) and `engine.ts` (main to engine). */
import type { z } from 'zod'
import { CancelledError, type Outcome, RefusalError } from './refusal.ts'

export type CallSpec = {
  argument: z.ZodType
  result: z.ZodType
}

export type CallTable = Record<string, CallSpec>

/** Names the table's literal type, so that handlers, preload and bridge can be made from it. */
export function defineCalls<const T extends CallTable>(table: T): T {
  return table
}

export type Argument<C extends CallSpec> = z.infer<C['argument']>
export type Result<C extends CallSpec> = z.infer<C['result']>

/** One handler for every call of a table; `X` is what the host adds (a job to report progress to, the window). */
export type Handlers<T extends CallTable, X> = {
  [N in keyof T]: (argument: Argument<T[N]>, context: X) => Promise<Result<T[N]>> | Result<T[N]>
}

/**
 * Serves one call: decodes the argument before any handler sees it, and turns what comes back or is thrown into an outcome that can cross a process
 * border. Defects (anything thrown that is not a refusal) go to `onDefect` and reach the user as a plain sentence.
 *
 * @param name as it came over the border, not trusted
 * @param argument as it came over the border, not trusted
 */
export async function serve<T extends CallTable, X>(
  table: T,
  handlers: Handlers<T, X>,
  name: unknown,
  argument: unknown,
  context: X,
  onDefect: (error: unknown, name: string) => void,
): Promise<Outcome<unknown>> {
  if (typeof name !== 'string' || !Object.hasOwn(table, name)) {
    return refused(`The program asked for something that does not exist (${typeof name === 'string' ? name.slice(0, 60) : typeof name}).`)
  }
  const spec = table[name] as CallSpec
  const decoded = spec.argument.safeParse(argument)
  if (!decoded.success) {
    onDefect(decoded.error, name)
    return refused(`The program asked for “${name}” in a way that is not understood.`)
  }
  try {
    const handler = handlers[name] as (argument: unknown, context: X) => unknown
    return { ok: true, value: await handler(decoded.data, context) }
  } catch (error) {
    if (error instanceof RefusalError) return { ok: false, refusal: error.refusal }
    if (error instanceof CancelledError) return { ok: false, cancelled: true }
    onDefect(error, name)
    return refused(`Something went wrong inside Cartouche (${error instanceof Error ? error.message : 'unknown'}).`)
  }
}

function refused(message: string): Outcome<never> {
  return {
    ok: false,
    refusal: { message, advice: 'This is a defect of the program, please report it.', file: null, line: null, column: null },
  }
}

/** The contract as the renderer sees it: calls that give a value or throw a refusal. */
import type { Bridge, PreloadOnly } from '../../electron/contract/bridge.ts'
import type { Admitted, CallName, Calls, EventName, EventPayload } from '../../electron/contract/calls.ts'
import { CancelledError, type Outcome, RefusalError } from '../../electron/contract/refusal.ts'
import type { Argument, Result } from '../../electron/contract/table.ts'

declare global {
  interface Window {
    readonly cartouche: Bridge
  }
}

type Callable = Exclude<CallName, PreloadOnly>

/**
 * Asks main.
 *
 * @throws RefusalError with sentences for the user
 * @throws CancelledError when the job was cancelled
 */
export async function call<N extends Callable>(name: N, argument: Argument<Calls[N]>): Promise<Result<Calls[N]>> {
  return unwrap(await window.cartouche.call(name, argument))
}

/** Hands dropped files to main, which learns their paths from the preload. */
export async function drop(files: File[]): Promise<Admitted> {
  return unwrap(await window.cartouche.drop(files))
}

/** @returns a function that ends the listening */
export function listen<N extends EventName>(name: N, listener: (payload: EventPayload<N>) => void): () => void {
  return window.cartouche.on(name, listener)
}

function unwrap<T>(outcome: Outcome<T>): T {
  if (outcome.ok) return outcome.value
  if ('cancelled' in outcome) throw new CancelledError()
  throw new RefusalError(outcome.refusal)
}

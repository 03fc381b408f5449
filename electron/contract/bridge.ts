/** What the preload puts on the page's `window.cartouche`. */
import type { CallName, Calls, EventName, EventPayload } from './calls.ts'
import type { Outcome } from './refusal.ts'
import type { Argument, Result } from './table.ts'

/** Calls whose argument only the preload can make. */
export type PreloadOnly = 'layers.drop' | 'network.refused'

export type Bridge = {
  call<N extends Exclude<CallName, PreloadOnly>>(name: N, argument: Argument<Calls[N]>): Promise<Outcome<Result<Calls[N]>>>
  /** Files of a drop event. Their paths go to main without passing through the page. */
  drop(files: File[]): Promise<Outcome<Result<Calls['layers.drop']>>>
  /** @returns a function that ends the listening */
  on<N extends EventName>(name: N, listener: (payload: EventPayload<N>) => void): () => void
}

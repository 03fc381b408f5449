/** The log of requests that were refused. Nothing leaves the computer; this is how the user sees it. */
import { z } from './schema.ts'

export const RefusedRequest = z.strictObject({
  /** Milliseconds since 1970. */
  at: z.number(),
  /** Address, cut to a readable length. */
  url: z.string(),
  /** What stopped it. */
  by: z.enum(['content security policy', 'request filter', 'navigation lock', 'window lock', 'permission lock']),
})

export const NetworkLog = z.strictObject({
  /** Requests that left the computer. Counted, not assumed: the filter counts every request that it lets through to anything but `map://`. */
  left: z.int().min(0),
  refused: z.int().min(0),
  /** Newest first, at most 200. */
  entries: z.array(RefusedRequest),
})

export type RefusedRequest = z.infer<typeof RefusedRequest>
export type NetworkLog = z.infer<typeof NetworkLog>

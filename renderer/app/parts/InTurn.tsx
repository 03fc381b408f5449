/** A part of a panel that waits for its turn: until it is due, it stays as it was, or empty at first. */
import { memo, type ReactNode } from 'react'

type InTurnProps = { isDue: boolean; children: ReactNode }

export const InTurn = memo(
  ({ isDue, children }: InTurnProps): ReactNode => (isDue ? children : null),
  (_, { isDue }) => !isDue,
)

/** Where the box of a callout stands from its place, unless it was put elsewhere by hand: up and to the right, clear of the place itself. In millimetres. */
export const calloutHomeMm = [9, -12] as const

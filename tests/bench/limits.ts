/** What is measured with how many features. */

/** A million takes minutes: it is asked for by `--size 1e6`. */
export const layerSizes: readonly number[] = [10_000, 100_000]

/** With a million mixed features MapLibre's page runs out of memory after minutes (tried three times): it is not asked. */
const maxMapLibre = 200_000

export const mayMapLibre = (size: number | null): boolean => size !== null && size <= maxMapLibre

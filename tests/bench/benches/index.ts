/** All benches, in the order in which they run. */
import type { Bench } from '../bench.ts'
import { annotate } from './annotate.ts'
import { exporting } from './export.ts'
import { identify } from './identify.ts'
import { memory } from './memory.ts'
import { open, reopen } from './open.ts'
import { page } from './page.ts'
import { pan } from './pan.ts'
import { start } from './start.ts'
import { table } from './table.ts'

export const benches: readonly Bench[] = [start, open, reopen, pan, memory, identify, table, annotate, page, exporting]

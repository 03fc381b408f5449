/** The schema library as the contract uses it. It may compile schemas with `new Function`, which the page's policy forbids; it is told not to try. */
import { z } from 'zod'

z.config({ jitless: true })

export { z }

/** Cities that the world archive does not name as English maps do today. */
import { readSpellings } from './spelling.ts'

export const worldSpellings = readSpellings(`
Copenhagen|København||e|København
Astana|||e|Nur-Sultan
Bogotá|||e|Bogota
Limassol|||w|Lemosos
`)

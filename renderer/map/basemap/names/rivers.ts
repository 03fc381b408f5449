/** Rivers of the region under one name from source to mouth. The archives name them as each country they pass through does. */
import { readSpellings } from './spelling.ts'

export const riverSpellings = readSpellings(`
Tigris|دجلة|||Dicle
Euphrates|الفرات|||Firat, Al Furat
Shatt al-Arab|شط العرب|||Shatt al Arab
Gharraf|الغرّاف|||Gharraf Canal
Hindiya|شط الهندية|||Hindiyah Channel
Shatt al-Hilla|شط الحلة|||Shatt al Hillah
Karun|کارون|||Karun
Karkheh|کرخه|||Karkheh
Nile|النيل|||An Nil
Jordan|نهر الأردن|||
Orontes|العاصي|||
`)

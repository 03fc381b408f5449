/** Text as it is compared in a search: without case, accents, vowel marks and the differences that people do not type. */

/** Letters that Unicode does not take apart. */
const plainLetters: Record<string, string> = {
  ß: 'ss',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  æ: 'ae',
  œ: 'oe',
  ı: 'i',
  // Arabic: forms of alef, yeh, teh marbuta and kaf that writers use for each other; Persian letters as Arabic ones.
  ٱ: 'ا',
  ى: 'ي',
  ی: 'ي',
  ې: 'ي',
  ک: 'ك',
  ة: 'ه',
  ۀ: 'ه',
  ە: 'ه',
  ہ: 'ه',
}

/** Arabic-Indic and extended Arabic-Indic digits. */
const arabicDigit = /[\u0660-\u0669\u06f0-\u06f9]/gu
/** Tatweel, which only stretches a word, and what is not seen: joiners, direction marks, soft hyphens. */
const unseen = /[\u0640\p{Cf}]/gu
/** Signs of ayn and hamza in transliterations (Ba'quba, Baʿqūba, Baquba). */
const ayn = /['’‘`´ʻʼʽʾʿ]/gu

/** "Baʿqūbah" as 'baqubah', "تَكْريت" as 'تكريت', "Ain al-Asad" as 'ain al asad'. */
export function searchText(text: string): string {
  return (
    text
      // Taken apart, the hamza on a carrier is a mark of its own and goes with the others.
      .normalize('NFKD')
      .toLowerCase()
      .replaceAll(/\p{M}/gu, '')
      .replaceAll(unseen, '')
      .replaceAll(ayn, '')
      .replaceAll(/\p{L}/gu, (letter) => plainLetters[letter] ?? letter)
      .replaceAll(arabicDigit, (digit) => String((digit.codePointAt(0) ?? 0) & 0xf))
      .replaceAll(/[\p{Pd}\p{Pc}\s]+/gu, ' ')
      .trim()
  )
}

/** The words that must all be found, in any order. */
export const searchWords = (query: string): string[] => searchText(query).split(' ').filter(Boolean)

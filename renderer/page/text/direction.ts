/**
 * Which way a paragraph is written: as most of its letters are. A line of Arabic that begins with a foreign name ('K1 قاعدة') is Arabic; after its first strong
 * character alone (Unicode Standard Annex 9, rules P2 and P3) it would stand at the wrong side of a column.
 */

const rightToLeft = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u
const strong = /\p{L}/u

export function directionOf(text: string): 'ltr' | 'rtl' {
  let [toLeft, all] = [0, 0]
  // What comes later does not decide.
  for (const letter of text.slice(0, 2_000)) {
    if (!strong.test(letter)) continue
    all += 1
    if (rightToLeft.test(letter)) toLeft += 1
  }
  return toLeft * 2 > all ? 'rtl' : 'ltr'
}

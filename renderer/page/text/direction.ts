/** Which way a paragraph is written: after its first strong character (Unicode Standard Annex 9, rules P2 and P3). */

const rightToLeft = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u
const strong = /\p{L}/u

export function directionOf(text: string): 'ltr' | 'rtl' {
  // A strong character is among the first few; what comes later does not decide.
  for (const letter of text.slice(0, 2_000)) if (strong.test(letter)) return rightToLeft.test(letter) ? 'rtl' : 'ltr'
  return 'ltr'
}

/** Names that the sources do not have, or have wrong. */

/**
 * By Natural Earth's name. Kirkuk has there the name and the ISO code that it bore until the renaming (At-Ta'mim, IQ-TS); the others are slips of
 * spelling, or letters that the other local names do not have.
 */
export const governorateCorrections = {
  'Al Muthanna': { name_local: 'Al-Muthanna' },
  'Al-Qādisiyyah': { name: 'Al-Qadisiyyah', name_local: 'Al-Qadisiyyah' },
  Kirkuk: { name_local: 'Kirkuk', iso: 'IQ-KI' },
  Saladin: { name_local: 'Salah ad-Din' },
}

/** Iraq and the countries that border on it, by ISO 3166-1 alpha-3. */
export const countryNames = {
  IRN: { name: 'Iran', name_ar: 'إيران', name_local: 'ایران' },
  IRQ: { name: 'Iraq', name_ar: 'العراق', name_local: 'العراق' },
  JOR: { name: 'Jordan', name_ar: 'الأردن', name_local: 'الأردن' },
  KWT: { name: 'Kuwait', name_ar: 'الكويت', name_local: 'الكويت' },
  SAU: { name: 'Saudi Arabia', name_ar: 'السعودية', name_local: 'السعودية' },
  SYR: { name: 'Syria', name_ar: 'سوريا', name_local: 'سوريا' },
  TUR: { name: 'Turkey', name_ar: 'تركيا', name_local: 'Türkiye' },
}

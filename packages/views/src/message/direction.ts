/** Direction of a text: its language's where that is known, else that of its first letter. */
export function directionOf(text: string, language?: string): 'ltr' | 'rtl' {
  const rightToLeft = language ? rightToLeftLanguage.test(language) : rightToLeftStart.test(text)
  return rightToLeft ? 'rtl' : 'ltr'
}

const rightToLeftLanguage = /^(ar|he|iw|fa|ur|ps|sd|ug|yi|dv|ckb)\b|-(Arab|Hebr|Thaa|Nkoo)\b/i

/** Letters of the Hebrew, Arabic, Syriac, Thaana and N'Ko blocks, before any letter of another script. */
const rightToLeftStart = /^[^A-Za-z\u00C0-\u0590\u0900-\uD7FF\uF900-\uFB1C]*[\u0591-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC]/

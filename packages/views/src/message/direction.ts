/** Direction of the script that a language (BCP 47) is written in; `auto` for none. */
export function languageDirection(language: string): 'ltr' | 'rtl' | 'auto' {
  return (language && (/^(ar|he|iw|fa|ur|ps|sd|ug|yi|dv|ckb)\b|-(Arab|Hebr)/i.test(language) ? 'rtl' : 'ltr')) || 'auto'
}

/** What `auto` means, for hosts without it: the direction of the first letter; `ltr` where there is none. */
export function firstDirection(text: string): 'ltr' | 'rtl' {
  const letter = /[A-Za-z\u00C0-\u08FF\u0900-\uD7FF\uF900-\uFEFC]/.exec(text)
  return letter && /[\u0591-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC]/.test(letter[0]) ? 'rtl' : 'ltr'
}

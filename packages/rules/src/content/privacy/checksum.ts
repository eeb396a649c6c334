/** Luhn's formula over a text of digits: bank cards, South African identity numbers. */
export function passesLuhn(digits: string): boolean {
  let sum = 0
  for (let at = 0; at < digits.length; at += 1) {
    const digit = Number(digits.charAt(digits.length - 1 - at))
    sum += at % 2 === 1 ? (digit > 4 ? digit * 2 - 9 : digit * 2) : digit
  }
  return digits.length > 0 && sum % 10 === 0
}

/** ISO 7064 mod 97-10 of an IBAN without blanks, lower case. */
export function passesMod97(iban: string): boolean {
  let rest = 0
  for (const sign of iban.slice(4) + iban.slice(0, 4)) {
    const value = /\d/.test(sign) ? sign : String(sign.charCodeAt(0) - 87)
    rest = Number(`${rest}${value}`) % 97
  }
  return rest === 1
}

/** ISO 7064 mod 11-2 of a Chinese identity number: 17 digits and a digit or `x`. */
export function passesMod11(number: string): boolean {
  let sum = 0
  for (let at = 0; at < 17; at += 1) sum += Number(number.charAt(at)) * (2 ** (17 - at) % 11)
  const check = (12 - (sum % 11)) % 11
  return number.charAt(17) === (check === 10 ? 'x' : String(check))
}

/** The two check digits of a Brazilian CPF: 11 digits. */
export function passesCpf(digits: string): boolean {
  if (/^(\d)\1*$/.test(digits)) return false
  return [9, 10].every((length) => {
    let sum = 0
    for (let at = 0; at < length; at += 1) sum += Number(digits.charAt(at)) * (length + 1 - at)
    return ((sum * 10) % 11) % 10 === Number(digits.charAt(length))
  })
}

/** Verhoeff's check digit over 12 digits: the Indian Aadhaar. */
export function passesVerhoeff(digits: string): boolean {
  let check = 0
  for (let at = 0; at < digits.length; at += 1) {
    const digit = Number(digits.charAt(digits.length - 1 - at))
    check = product(check, permuted(digit, at % 8))
  }
  return check === 0
}

/** Multiplication in the dihedral group of ten elements. */
function product(a: number, b: number): number {
  if (a < 5) return b < 5 ? (a + b) % 5 : ((a + b) % 5) + 5
  return b < 5 ? ((a - b + 5) % 5) + 5 : (a - b + 5) % 5
}

function permuted(digit: number, times: number): number {
  let place = digit
  for (let count = 0; count < times; count += 1) place = Number('1576283094'.charAt(place))
  return place
}

/**
 * A text as it is compared: compatibility forms, look-alike letters, case, marks, numbers, emoji, punctuation and blanks told apart no more.
 * Words are parted by one blank.
 */
export function comparable(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[а-яёіѕјһԁԛԝα-ω]/g, (letter) => lookAlikes[letter] ?? letter)
    .replace(/[\p{M}\p{Cf}]/gu, '')
    .replace(/\p{N}+/gu, '0')
    .replace(/[^\p{L}0]+/gu, ' ')
    .trim()
}

/** 0 to 1 of two comparable texts: what they share of words, in any order, or of pairs of letters, whatever the blanks. */
export function similarity(one: string, other: string): number {
  const letters = (text: string): readonly string[] => pairs(text.replace(/ /g, ''))
  return Math.max(shared(one.split(' '), other.split(' ')), shared(letters(one), letters(other)))
}

/** Cyrillic and Greek letters that look like a Latin one. */
const lookAlikes: Readonly<Record<string, string>> = {
  ...{ а: 'a', в: 'b', е: 'e', ё: 'e', і: 'i', ј: 'j', к: 'k', м: 'm', н: 'h', о: 'o', р: 'p', с: 'c', ѕ: 's', т: 't' },
  ...{ у: 'y', х: 'x', һ: 'h', ԁ: 'd', ԛ: 'q', ԝ: 'w' },
  ...{ α: 'a', ε: 'e', ι: 'i', κ: 'k', ν: 'v', ο: 'o', ρ: 'p', τ: 't', υ: 'u', χ: 'x' },
}

function pairs(text: string): readonly string[] {
  const characters = Array.from(text)
  return characters.slice(1).map((next, at) => `${characters[at]}${next}`)
}

/** Dice’s coefficient of two lists, repeated parts counted as often as they come. */
function shared(one: readonly string[], other: readonly string[]): number {
  if (one.length + other.length === 0) return 0
  const left = new Map<string, number>()
  for (const part of one) left.set(part, (left.get(part) ?? 0) + 1)
  let both = 0
  for (const part of other) {
    const count = left.get(part) ?? 0
    if (count > 0) both += 1
    left.set(part, count - 1)
  }
  return (2 * both) / (one.length + other.length)
}

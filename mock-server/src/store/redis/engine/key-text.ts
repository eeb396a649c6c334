/**
 * A key as ASCII that sorts like its code units and comes back the same, whatever it holds: every unit from U+007F on is written as
 * U+007F and four hexadecimal digits. A text that begins with U+007F and no such digit is free for names of our own.
 */
export function textOfKey(key: string): string {
  return plain.test(key) ? key : key.replace(special, escaped)
}

export function keyOfText(text: string): string {
  return text.includes(mark)
    ? text.replace(written, (_, digits: string) => String.fromCharCode(Number.parseInt(digits, 16)))
    : text
}

/** A name inside a hash tag: braces would end it. */
export function tagOf(name: string): string {
  return textOfKey(name).replace(/[{}]/g, escaped)
}

const mark = '\u007f'
const special = /[\u007f-\uffff]/g
const plain = /^[^\u007f-\uffff]*$/
const written = new RegExp(`${mark}([0-9a-f]{4})`, 'g')

function escaped(unit: string): string {
  return mark + unit.charCodeAt(0).toString(16).padStart(4, '0')
}

import type { Fault } from '../rule.ts'
import { countCodePoints, countText, type TextLengths } from '../text/count.ts'
import { type ContentAttempt, partNames, type TextPart } from './attempt.ts'

/** MA-9: the part has at most `max` code points. A length that would pass when counted otherwise is told. */
export function checkLength(attempt: ContentAttempt, part: TextPart, max: number): Fault | 'passed' | 'not-checkable' {
  const text = attempt[part]
  if (text === undefined) return 'not-checkable'
  const length = countCodePoints(text)
  if (length <= max) return 'passed'
  const over = length - max
  const name = partNames[part]
  const others = otherCounts(text, length, max)
  return {
    expected: `at most ${max} code points in ${name.en}`,
    received: [`${length} code points`, ...others.map(({ en }) => en)].join(', '),
    hint: {
      en: [
        `Shorten ${name.en} by ${over}.`,
        ...others.map(({ en }) => `${en} would pass, but code points count.`),
      ].join(' '),
      zh: [`请将${name.zh}缩短 ${over} 个字符。`, ...others.map(({ zh }) => `${zh}未超限，但以码点计数为准。`)].join(
        '',
      ),
    },
  }
}

const ways: readonly { readonly way: keyof TextLengths; readonly en: string; readonly zh: string }[] = [
  { way: 'graphemes', en: 'characters as people see them', zh: '可见字符' },
  { way: 'composed', en: 'code points after composition (NFC)', zh: '组合（NFC）后的码点' },
]

/** The other ways of counting that would pass the bound. None is looked for in texts far beyond it. */
function otherCounts(
  text: string,
  length: number,
  max: number,
): readonly { readonly en: string; readonly zh: string }[] {
  if (length > max * 40) return []
  const lengths = countText(text)
  return ways
    .filter(({ way }) => lengths[way] <= max)
    .map(({ way, en, zh }) => ({ en: `${lengths[way]} ${en}`, zh: `按${zh}计为 ${lengths[way]}，` }))
}

import { fold } from '../../text/fold.ts'
import { matchesOf } from '../../text/matches.ts'
import { passesCpf, passesLuhn, passesMod11, passesVerhoeff } from './checksum.ts'
import { type PersonalKind, type PersonalSpan, spans } from './span.ts'

interface Form {
  readonly kind: PersonalKind
  readonly pattern: RegExp
  /** Over the letters and digits alone. */
  readonly holds?: (number: string) => boolean
}

/** Numbers that show what they are: by their form and their check digit. */
const forms: readonly Form[] = [
  { kind: 'identity number', pattern: /(?<![a-z\d])[1-9]\d{5}(?:19|20)\d{9}[\dx](?![a-z\d])/g, holds: passesMod11 },
  { kind: 'identity number', pattern: /(?<![\d.-])\d{3}\.\d{3}\.\d{3}-\d{2}(?![\d-])/g, holds: passesCpf },
  { kind: 'identity number', pattern: /(?<![\d.-])\d{2}\.\d{3}\.\d{3}\/\d{4}-\d{2}(?![\d-])/g },
  { kind: 'identity number', pattern: /(?<![\d-])[1-7]\d{4}-\d{7}-\d(?![\d-])/g },
  { kind: 'identity number', pattern: /(?<![\d-])(?:19|20)\d{6}-\d{5}-\d{5}-\d{2}(?![\d-])/g },
  { kind: 'identity number', pattern: /(?<![a-z\d])gha-\d{9}-\d(?![a-z\d])/g },
  { kind: 'identity number', pattern: /(?<![a-z\d])[a-z]{3}[abcfghljpt][a-z]\d{4}[a-z](?![a-z\d])/g },
  { kind: 'identity number', pattern: /(?<![\d-])[2-9]\d{3} \d{4} \d{4}(?![ -]?\d)/g, holds: passesVerhoeff },
  {
    kind: 'identity number',
    pattern: /(?<![\d-])[12] ?\d{2} ?(?:0[1-9]|1[0-2]) ?(?:\d{2}|2[ab]) ?\d{3} ?\d{3} ?\d{2}(?! ?\d)/g,
    holds: (number) => 97 - Number(BigInt(number.slice(0, 13)) % 97n) === Number(number.slice(13)),
  },
  {
    kind: 'identity number',
    pattern: /(?<![\d-])\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{4}[01]8\d(?![\d-])/g,
    holds: passesLuhn,
  },
]

/** Words that say that an identity number or a passport number comes, by language. */
const words: readonly (readonly [kind: PersonalKind, words: string])[] = [
  [
    'passport number',
    'passport|passeport|passaporte|pasipoti|fasfo|جواز السفر|جواز سفر|جواز|ፓስፖርት|पासपोर्ट|পাসপোর্ট|پاسپورٹ|护照号?',
  ],
  [
    'identity number',
    `national id|social security(?: number)?|passport number|identity (?:card|number|no)|id (?:card|number|no|num)|ssn|nin|nida|bvn|ghana card|huduma|kra pin|driving licen[cs]e|carte (?:nationale )?d'identite|cni|cin|securite sociale|nir|cpf|rg|nif|nuit|bilhete de identidade|bi|cnpj|identidade|kitambulisho|katin shaida|nimc|الرقم القومي|رقم[ههاكي]{1,2} القومي|بطاقت[هكي]ا? الشخصية|رقم الهوية|الهوية|بطاقة (?:الهوية|التعريف|وطنية)|البطاقة الوطنية|رقم وطني|መታወቂያ|ፋይዳ|आधार|पैन|पहचान पत्र|वोटर आईडी|জাতীয় পরিচয়পত্র|পরিচয়পত্র|এনআইডি|শনাক্তকরণ|شناختی کارڈ|قومی شناخت|身份证|社保号|驾驶证号`,
  ],
]

/** What may stand between the word and the number: "no. is", "رقم", "号码是". */
const between = String.raw`(?:[^\d.!?。！？।۔]|(?<=n|no|nr|num)\.){0,24}`
const number = String.raw`(?:\d{3}-\d{2}-\d{4}|[a-z]{0,3}-?\d{6,20}[a-z]?|\d{2}[a-z]{2}\d{5}|\d{4,8}(?:[ -]\d{3,8}){1,4})`

const announced = words.map(([kind, list]): readonly [PersonalKind, RegExp] => [
  kind,
  new RegExp(
    `(?<![a-z])(?:${foldChoice(list)})(?<![a-z](?=[a-z]))${between}(?<![a-z\\d])(${number})(?![a-z\\d]|-\\d)`,
    'gu',
  ),
])

/** Identity and passport numbers of the served countries. */
export function findIdentities(text: string): readonly PersonalSpan[] {
  const byForm = forms.flatMap(({ kind, pattern, holds }) =>
    spans(text, pattern, kind).filter(
      ({ start, end }) => holds === undefined || holds(text.slice(start, end).replace(/[^a-z\d]/g, '')),
    ),
  )
  const byWord = announced.flatMap(([kind, pattern]) =>
    matchesOf(text, pattern).flatMap((found) => {
      const signs = found[1] ?? ''
      const end = found.index + found[0].length
      return isDate(signs) ? [] : [{ kind, start: end - signs.length, end }]
    }),
  )
  return apart([...byForm, ...byWord])
}

const isDate = (signs: string): boolean => /^(?:19|20)\d{2}[ -]?\d{2}[ -]?\d{2}$/.test(signs)

/** Of spans that overlap the first. */
function apart(all: readonly PersonalSpan[]): readonly PersonalSpan[] {
  return all.filter((span, at) => !all.slice(0, at).some(({ start, end }) => span.start < end && start < span.end))
}

/** Folds the words between the signs of a pattern. */
function foldChoice(pattern: string): string {
  return pattern.replace(/\P{ASCII}+/gu, (letters) => fold(letters).text)
}

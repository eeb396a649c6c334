import type { Fault } from '../../rule.ts'
import { countCodePoints } from '../../text/count.ts'
import { excerptOf } from '../../text/fold.ts'
import { quote } from '../../text/quote.ts'
import { plainWidth } from '../../text/views.ts'
import { type ContentAttempt, partNames, type TextPart } from '../attempt.ts'
import type { VariableForm } from './forms.ts'

/** A form found in a text. */
export interface FoundVariable {
  readonly form: VariableForm
  readonly text: string
  /** 1 for the first code point. */
  readonly position: number
}

/** MA-10: finds the first of `forms`, in their order. */
export function variableFinder(forms: readonly VariableForm[]): (text: string) => FoundVariable | undefined {
  const compiled = forms.map((form) => ({
    form,
    signs: Array.from(form.signs ?? form.form.charAt(0)),
    pattern: new RegExp(form.pattern, 'u'),
  }))
  return (text) => findOne(compiled, text) ?? findWide(compiled, text)
}

interface CompiledForm {
  readonly form: VariableForm
  readonly signs: readonly string[]
  readonly pattern: RegExp
}

/** Most forms are settled by a look for their sign. */
const mayHave = (text: string, signs: readonly string[]): boolean =>
  signs.length === 0 || signs.some((sign) => text.includes(sign))

/** Every form has one of these. */
const signs = /[${}[\]【（(<%#@_:：*~`&|]|[Xx]{2}|[a-z](?:Name|Id|No|Number|Date|Amount)/

function findOne(forms: readonly CompiledForm[], text: string): FoundVariable | undefined {
  if (!signs.test(text)) return undefined
  for (const { form, signs: own, pattern } of forms) {
    const found = mayHave(text, own) ? pattern.exec(text) : null
    if (found) return { form, text: found[0], position: countCodePoints(text.slice(0, found.index)) + 1 }
  }
  return undefined
}

/** Full-width signs and invisible characters hide no variable: `＄｛x｝`. */
function findWide(forms: readonly CompiledForm[], text: string): FoundVariable | undefined {
  if (!/\P{ASCII}/u.test(text)) return undefined
  const plain = plainWidth(text)
  if (plain.text === text || !signs.test(plain.text)) return undefined
  for (const { form, signs: own, pattern } of forms) {
    const found = mayHave(plain.text, own) ? pattern.exec(plain.text) : null
    if (!found) continue
    const shown = excerptOf(text, plain, found.index, found.index + found[0].length)
    return { form, text: shown, position: countCodePoints(text.slice(0, plain.from[found.index])) + 1 }
  }
  return undefined
}

/** MA-10: the part is plain text. */
export function checkVariables(
  attempt: ContentAttempt,
  part: TextPart,
  find: (text: string) => FoundVariable | undefined,
): Fault | 'passed' | 'not-checkable' {
  const text = attempt[part]
  if (text === undefined) return 'not-checkable'
  const found = find(text)
  if (!found) return 'passed'
  const { kind, form } = found.form
  return {
    expected: `plain text in ${partNames[part].en}, without variables or markup`,
    received: `${quote(found.text)} at character ${found.position}, ${kind} of the form ${form}`,
    hint: kind === 'variable' ? valueHint(part) : markupHint(part),
  }
}

function valueHint(part: TextPart): Fault['hint'] {
  return {
    en: `Fill in the value before sending: ${partNames[part].en} is shown exactly as it is sent.`,
    zh: `请在发送前填入实际内容：${partNames[part].zh}将按原文显示，不支持变量。`,
  }
}

function markupHint(part: TextPart): Fault['hint'] {
  return {
    en: `Take the markup away: ${partNames[part].en} is shown as plain text, with every sign of it.`,
    zh: `请删除标记：${partNames[part].zh}将按纯文本原样显示。`,
  }
}

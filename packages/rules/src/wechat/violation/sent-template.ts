import { keywordOf, linesOf, parametersOf } from '../template-text.ts'

/** A template message as it was sent: what the values say under the template's own words. */
export interface SentTemplate {
  readonly title: string
  /** Of the template. */
  readonly content: string
  /** What the send gave for each parameter, by name. */
  readonly values: Readonly<Record<string, string>>
}

/** WT-11: nothing besides the message itself; what needs history is the platform's. */
export type SentContext = Readonly<Record<string, never>>

/** One keyword with its value. */
export interface FilledKeyword {
  readonly name: string
  readonly parameter: string
  readonly value: string | undefined
}

export function filledKeywords({ content, values }: SentTemplate): readonly FilledKeyword[] {
  return linesOf(content).flatMap((line) => {
    const keyword = keywordOf(line)
    return keyword
      ? [{ name: keyword.name, parameter: keyword.parameter.name, value: values[keyword.parameter.name] }]
      : []
  })
}

/** What is bought, ordered or attended may be called anything: "Gift box", "Flash sale T-shirt", "Summer party". */
const thing =
  /(?:goods|products?|items?|dish(?:es)?|courses?|event|activity|matter|order details|package|room type|name of the .*|(?:product|goods|item|event|activity|course|dish|service|project) name|商品|产品|物品|菜品|课程|套餐|品名|房型|项目|活动|演出|赛事|场次|订单内容|(?:商品|产品|物品|活动|课程|项目|服务|订单)(?:名称|信息|明细|详情))$/iu

/**
 * All values in the template's order, then what it does not ask for, each a sentence of its own; the names of things that a keyword
 * asks for are left out.
 */
export function saidIn(sent: SentTemplate): string {
  return valuesIn(sent).join(' \n; ')
}

/** The same, one by one, each parameter once. */
export function valuesIn(sent: SentTemplate): readonly string[] {
  const { content, values } = sent
  const things = filledKeywords(sent).filter(({ name }) => thing.test(name.trim()))
  const named = new Set(things.map(({ parameter }) => parameter))
  const names = parametersOf(content).flatMap(({ name }) => (named.has(name) ? [] : [name]))
  const others = Object.keys(values).filter((name) => !names.includes(name) && !named.has(name))
  return [...new Set([...names, ...others])].map((name) => values[name] ?? '')
}

/** What the template promises: its title and the names of its keywords. */
export function headIn(sent: SentTemplate): string {
  return [sent.title, ...filledKeywords(sent).map(({ name }) => name)].join(' ; ')
}

import type { Fault } from '../../rule.ts'
import { quote } from '../../text/quote.ts'
import { parametersOf } from '../template-text.ts'
import { filledKeywords, type SentTemplate } from './sent-template.ts'

interface WrongValue {
  readonly name: string
  readonly received: string
  readonly expected: string
}

/** WT-11.8: every parameter has a value, it is no leftover of a program, and it is of the sort that its keyword names. */
export function checkValues(sent: SentTemplate): Fault | 'passed' {
  const wrong = lacking(sent) ?? leftOver(sent) ?? ofOtherSort(sent)
  if (!wrong) return 'passed'
  return {
    expected: wrong.expected,
    received: wrong.received,
    hint: {
      en: `Give ${wrong.name} what its keyword names, in the words of the user's own case.`,
      zh: `请按关键词含义正确填写参数 ${wrong.name}。`,
    },
  }
}

function lacking({ content, values }: SentTemplate): WrongValue | undefined {
  const names = parametersOf(content).map(({ name }) => name)
  const name = names.find((each) => each !== 'first' && each !== 'remark' && (values[each] ?? '').trim() === '')
  return name === undefined
    ? undefined
    : { name, expected: `a value for ${name}`, received: values[name] === undefined ? 'none' : 'an empty one' }
}

const programs =
  /^(?:null|undefined|nan|none|nil|true|false|\[object .*\]|object|n\/a|test|testing|tbd|todo|xxx?|x{2,}|\*{2,}|-+|\.+|\?+|0000-00-00.*|1970-01-01.*|invalid date|value|keyword\d?|测试|示例|某某|无标题|关键词\d?|内容|参数|待填|空)$/i
const placeholder = /\{\s?\{|\}\s?\}|\$\{|%s|<[a-z_]+>|\.DATA/i

function leftOver({ content, values }: SentTemplate): WrongValue | undefined {
  for (const { name } of parametersOf(content)) {
    const value = (values[name] ?? '').trim()
    if (value !== '' && (programs.test(value) || placeholder.test(value)))
      return { name, expected: `a value for ${name} that says something to the user`, received: quote(value) }
  }
  return undefined
}

/** What values of keywords look like, by the keywords' names. A name of none is not looked at. */
const sorts: readonly { readonly sort: string; readonly names: RegExp; readonly value: RegExp }[] = [
  {
    sort: 'an amount',
    names:
      /^amount |(?<![a-z])(?:amount|price|fee|fees|total|balance|cost|deposit|premium|rent|charge|charges|money)(?: \((?:kes|usd|cny|yuan)\))?$|(?:金额|价格|费用|余额|总额|总价|押金|租金|保费|款额|单价|应缴|实付|应付)$/i,
    value: /\d|[零一二三四五六七八九十百千万]+(?:元|块|圆)|free|waived|nil balance|免费|免收|全免/iu,
  },
  {
    sort: 'a time or date',
    names: /(?<![a-z])(?:time|date|day|deadline|due|until|period)$|(?:时间|日期|期限|有效期|截止|时段|到期日)$/i,
    value:
      /\d|today|tomorrow|tonight|yesterday|now|immediately|noon|midnight|morning|afternoon|evening|(?:mon|tues|wednes|thurs|fri|satur|sun)day|week|month|quarter|year|january|february|march|april|june|july|august|september|october|november|december|permanent|unlimited|long-term|to be (?:announced|confirmed)|not yet|pending|今|明|昨|即日|立即|现在|刚刚|周|星期|月|日|上午|下午|晚上|中午|早上|年|季|长期|永久|待定|不限|另行/iu,
  },
  {
    sort: 'a phone number',
    names:
      /(?<![a-z])(?:phone|telephone|mobile|tel|hotline|phone number|mobile number|contact number)$|(?:电话|手机号?|联系方式|手机号码|热线)$/i,
    value: /\d(?:[\d\s*+()./-]*\d){2}|[\w.]+@[\w.]+/u,
  },
  {
    sort: 'a number',
    names:
      /(?<![a-z])(?:number|no\.?|id|code|order number|reference)$|(?:编号|单号|号码|订单号|流水号|账号|卡号|户号|车牌号?|航班号?|验证码|取件码|房号|座位号)$/i,
    value: /[\dA-Z]{2}|\d|^[\p{Lu}\d]$/u,
  },
  {
    sort: 'a name',
    names:
      /(?<![a-z])(?:(?:customer|patient|student|teacher|doctor|visitor|passenger|applicant|contact|full|user|guest|driver|owner|member|courier) name|name of the (?:patient|student|applicant)|doctor|patient|student|teacher|applicant|driver|courier|technician)$|(?:姓名|患者|学生姓名|医生|老师|申请人|司机|师傅|联系人|客户名称|乘客|业主|配送员|快递员)$/i,
    value: /\p{L}/u,
  },
]

function ofOtherSort(sent: SentTemplate): WrongValue | undefined {
  for (const { name, parameter, value = '' } of filledKeywords(sent)) {
    const sort = sorts.find(({ names }) => names.test(name.trim()))
    if (sort && !sort.value.test(value))
      return { name: parameter, expected: `${sort.sort} for ${quote(name)}`, received: quote(value) }
  }
  return undefined
}

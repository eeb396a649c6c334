import { instantText } from '../rulebook/words.ts'
import { governanceKeys, type Letter } from '../storage/governance-places.ts'
import type { Transaction } from '../storage/transaction.ts'

/** What a letter says besides the sentence of its occasion. */
export type LetterFacts = Omit<Letter, 'id' | 'at' | 'text'>

/** Writes one internal message into a sender's partition; its number is the next. */
export async function writeLetter(transaction: Transaction, at: number, facts: LetterFacts): Promise<void> {
  const head = (await transaction.get(governanceKeys.head)) ?? { violations: 0, letters: 0 }
  const id = head.letters + 1
  transaction.put(governanceKeys.head, { ...head, letters: id })
  transaction.put(governanceKeys.letter(id), { id, at, text: textOf(facts), ...facts })
}

function textOf({ about, reason, until }: LetterFacts): Letter['text'] {
  const { en, zh } = sentences[about] ?? { en: `The operator changed ${about}.`, zh: `平台运营变更了${about}。` }
  const end =
    until === undefined ? { en: '', zh: '' } : { en: ` until ${instantText(until)}`, zh: `，至 ${instantText(until)}` }
  const why = reason === undefined ? { en: '.', zh: '。' } : { en: `: ${reason}`, zh: `：${reason}` }
  return { en: `${en}${end.en}${why.en}`, zh: `${zh}${end.zh}${why.zh}` }
}

const sentences: Readonly<Record<string, Letter['text']>> = {
  applied: { en: 'The message capability was applied for and is in review', zh: '消息能力申请已提交，正在审核' },
  granted: { en: 'The message capability is granted', zh: '消息能力已开通' },
  refused: { en: 'The message capability was refused', zh: '消息能力申请被拒绝' },
  disabled: { en: 'The message capability is disabled', zh: '消息能力已停用' },
  enabled: { en: 'The message capability is back', zh: '消息能力已恢复' },
  revoked: { en: 'The message capability is revoked', zh: '消息能力已收回' },
  'not-applied': { en: 'The message capability is not applied for', zh: '消息能力未申请' },
  'in-review': { en: 'The message capability is in review', zh: '消息能力正在审核' },
  removed: { en: 'The mini-program is removed', zh: '小程序已下架' },
  restored: { en: 'The mini-program is available again', zh: '小程序已恢复上架' },
  warned: { en: 'Violations add up: this is a warning', zh: '违规累积，特此警告' },
  violation: { en: 'A violation was recorded', zh: '记录了一次违规' },
  report: { en: 'A user complained about a message', zh: '有用户投诉了一条消息' },
  dismissed: { en: 'A recorded violation was taken back', zh: '一次违规记录已撤销' },
  liability: {
    en: 'A loss was caused; the right to hold the developer liable is reserved',
    zh: '已造成损失，平台保留追究开发者法律责任的权利',
  },
  withdrawn: { en: 'An operator withdrew a message', zh: '平台运营撤回了一条消息' },
  'customer-windows': {
    en: 'Customer-service windows change for this account: 5 messages in 48 hours after a user’s message, none after a payment',
    zh: '本账号客服消息规则即将调整：用户发送消息后48小时内5条，支付场景不再下发',
  },
  'api-blocked': { en: 'The template message API of this account is blocked', zh: '本账号模板消息接口已被封禁' },
  'api-back': { en: 'The template message API of this account works again', zh: '本账号模板消息接口已恢复' },
  'api-withdrawn': { en: 'The template message API of this account is withdrawn', zh: '本账号模板消息接口已收回' },
  'account-disabled': { en: 'This account is disabled', zh: '本账号已被封停' },
  'account-restored': { en: 'This account is available again', zh: '本账号已恢复' },
  recycled: {
    en: 'A template is recycled after several violations and cannot be used again',
    zh: '模板因多次违规被回收，不可再次使用',
  },
  'non-compliant': {
    en: 'A template does not comply and cannot be sent; stop using it and delete it',
    zh: '模板不合规，已不可发送，请停止使用并删除',
  },
  'cleaned-up': { en: 'A template that did not comply was cleaned up', zh: '不合规模板已被清理' },
  'message-refused': { en: 'An operator refused a message', zh: '平台运营拒绝了一条消息' },
}

import { messageRule as rule, type UnratedRule } from './content-rule.ts'
import { promotionFinder } from './download/finder.ts'
import { checkPromotion } from './download/promotion.ts'
import { linkFinder } from './link/finder.ts'
import { checkJumpOut } from './link/jump-query.ts'
import { checkLinks } from './link/links.ts'
import { checkPrivacy } from './privacy/privacy.ts'
import type { Classifier, ProhibitedKind } from './prohibited/classifier.ts'
import { checkDoubtful, checkProhibited } from './prohibited/prohibited.ts'
import { checkRepetition } from './repetition.ts'
import type { ContentRuleSet } from './rule-set.ts'
import { checkRuling } from './ruling.ts'
import { checkSimilar } from './similar/similar-messages.ts'
import { checkTopic } from './topic.ts'

/** MA-13 to MA-18: what a message says, to whom, and how often. */
export function usageRules(set: ContentRuleSet, classify: Classifier): readonly UnratedRule[] {
  return [
    ...prohibitedRules(classify),
    forRecipient(
      rule(
        'MA-14.repeated',
        'MA-14',
        ['One message for one action in one scenario', '同一业务场景下同一行为不重复发送'],
        checkRepetition,
      ),
    ),
    ...truthRules(),
    ...linkRules(set),
    ...similarityRules(set),
    rule(
      'MA-18.doubtful',
      'MA-18',
      ['What a classifier doubts is looked at by an operator', '分类器存疑的内容由运营人员判断'],
      (a, c) => checkDoubtful(a, c, classify),
    ),
    rule(
      'MA-18.ruling',
      'MA-18',
      ['No operator has ruled the message out', '运营人员未认定消息不合理或不适当'],
      (_, c) => checkRuling('MA-18', c),
    ),
  ]
}

function prohibitedRules(classify: Classifier): readonly UnratedRule[] {
  const prohibited = (kind: ProhibitedKind, summary: readonly [string, string]): UnratedRule =>
    rule(`MA-13.${kind}`, 'MA-13', summary, (a, c) => checkProhibited(a, c, { kind, classify }))
  return [
    prohibited('unlawful', ['Nothing against laws and regulations', '不含违反法律法规的内容']),
    prohibited('sensitive', ['Nothing on sensitive topics', '不含敏感话题']),
    prohibited('pornographic', ['Nothing pornographic', '不含色情内容']),
    prohibited('public-order', ['Nothing against public order and morality', '不含违反公序良俗的内容']),
    rule('MA-13.privacy', 'MA-13', ['Personal data of others is left out', '不泄露第三方隐私'], checkPrivacy),
    prohibited('rights', ['Nothing that infringes the rights of others', '不侵犯第三方合法权益']),
  ]
}

function truthRules(): readonly UnratedRule[] {
  return [
    rule(
      'MA-15.topic',
      'MA-15',
      ['The receiving page is about what the message is about', '接收页面与消息主题一致'],
      checkTopic,
    ),
    rule('MA-15.ruling', 'MA-15', ['No operator has ruled the message false', '运营人员未认定消息虚假'], (_, c) =>
      checkRuling('MA-15', c),
    ),
  ]
}

function linkRules({ links, promotions, terms }: ContentRuleSet): readonly UnratedRule[] {
  const link = linkFinder(links)
  const promotion = promotionFinder(promotions, terms)
  return [
    rule('MA-16.link', 'MA-16', ['No external links in the text', '文本中不含外部链接'], (a) => checkLinks(a, link)),
    rule('MA-16.download', 'MA-16', ['No promotion of another app’s download', '不推广其他应用下载'], (a) =>
      checkPromotion(a, promotion),
    ),
    rule('MA-16.jump', 'MA-16', ['The jump stays inside the mini-program', '跳转不离开本小程序'], (a, c) =>
      checkJumpOut(a, c, links.endings),
    ),
  ]
}

function similarityRules({ similarity: numbers }: ContentRuleSet): readonly UnratedRule[] {
  const { days, warnFrom, denyFrom } = numbers
  return [
    forRecipient(
      rule(
        'MA-17.similar',
        'MA-17',
        [`Number ${warnFrom} of similar messages within ${days} days`, `${days} 天内第 ${warnFrom} 条相似消息`],
        (a, c) => checkSimilar(a, c, { numbers, nth: warnFrom }),
      ),
    ),
    forRecipient(
      rule(
        'MA-17.frequent',
        'MA-17',
        [`Number ${denyFrom} of similar messages within ${days} days`, `${days} 天内第 ${denyFrom} 条相似消息`],
        (a, c) => checkSimilar(a, c, { numbers, nth: denyFrom }),
      ),
    ),
  ]
}

function forRecipient(one: UnratedRule): UnratedRule {
  return { ...one, about: 'recipient' }
}

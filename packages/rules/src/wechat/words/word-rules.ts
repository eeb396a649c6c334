import { proposalRule as rule, type UnratedProposalRule } from '../proposal-rule.ts'
import { brands, uncommon } from './brand-words.ts'
import { chatty, harassing } from './frequency-words.ts'
import { plainFinder, type WordFinder, wordFinder } from './lexicon.ts'
import { advertising, cardsAndOffers, irrelevant, promotional } from './promotion-words.ts'
import { checkWords, type WordAdvice } from './word-check.ts'

const findCards = wordFinder(cardsAndOffers)
const findAdvertising = wordFinder(advertising)
const findPromotion = wordFinder(promotional)
const findIrrelevant = wordFinder(irrelevant)
const findHarassing = wordFinder(harassing)
const findChatty = wordFinder(chatty)
const findBrand = wordFinder(brands)
const findUncommon = wordFinder(uncommon)

/** Any marketing, by the words of WT-7.2, WT-7.4 and WT-9.5. */
export const findMarketing: WordFinder = (text) => findAdvertising(text) ?? findCards(text) ?? findPromotion(text)

const ownBrand =
  (names: readonly string[] = []): WordFinder =>
  (text) =>
    findBrand(text) ?? (names.length === 0 ? undefined : plainFinder(termsOf(names))(text))

/** Names as terms: what the lists' language means by signs is left out. */
function termsOf(names: readonly string[]): { readonly en: string; readonly zh: string } {
  const terms = names.map((name) => name.replace(/[^\p{L}\p{N} &'.-]+/gu, ' ').trim()).filter((name) => name.length > 1)
  return {
    en: terms.filter((name) => !/\p{Script=Han}/u.test(name)).join(', '),
    zh: terms.filter((name) => /\p{Script=Han}/u.test(name)).join(', '),
  }
}

/** WT-7.4, WT-5.8: before all that compares. */
export const firstWordRules: readonly UnratedProposalRule[] = [
  rule(
    'WT-7.4.cards',
    'WT-7.4',
    ['Nothing for red packets, offers, coupons, member cards, points', '不涉及红包、优惠、券、会员卡、积分'],
    (proposal) => checkWords(proposal, ['title', 'keywords', 'content'], { find: findCards, advice: cards }),
  ),
  rule('WT-5.8.to-do', 'WT-5.8', ['A to-do reminder carries no marketing', '待办提醒不含营销内容'], (proposal) =>
    proposal.kind === 'to-do'
      ? checkWords(proposal, ['title', 'keywords', 'content', 'example'], { find: findMarketing, advice: toDo })
      : proposal.kind === undefined
        ? 'not-checkable'
        : 'passed',
  ),
]

/** WT-5.6, WT-7.2, WT-7.3, WT-9.1, WT-9.4, WT-9.5, WT-10.9: what a template may not say. */
export const wordRules: readonly UnratedProposalRule[] = [
  rule('WT-7.2.advertising', 'WT-7.2', ['No advertising that induces to consume', '不含诱导消费的广告'], (proposal) =>
    checkWords(proposal, ['title', 'keywords', 'content', 'example'], { find: findAdvertising, advice: advert }),
  ),
  rule(
    'WT-5.6.irrelevant',
    'WT-5.6',
    ['No activity announcements, nothing irrelevant', '不允许活动公告和无关信息'],
    (proposal) => checkWords(proposal, ['title'], { find: findIrrelevant, advice: announcement }),
  ),
  rule(
    'WT-7.3.harassing',
    'WT-7.3',
    ['Nothing that is sent so often that it harasses', '不允许频繁骚扰用户'],
    (proposal) => checkWords(proposal, ['title'], { find: findHarassing, advice: often }),
  ),
  rule(
    'WT-9.1.brand',
    'WT-9.1',
    ['Title and keywords name no brand and no company', '标题和关键词不含品牌名、公司名'],
    (proposal, { brands: own }) => checkWords(proposal, ['title', 'keywords'], { find: ownBrand(own), advice: brand }),
  ),
  rule(
    'WT-9.1.wording',
    'WT-9.1',
    ['Title and keywords are worded as the industry does', '标题和关键词用语为行业通用'],
    (proposal) => checkWords(proposal, ['title', 'keywords'], { find: findUncommon, advice: wording }),
  ),
  rule(
    'WT-9.4.frequent',
    'WT-9.4',
    ['Nothing that comes with every update, reply or interaction', '不允许更新、回复、互动类高频通知'],
    (proposal) => checkWords(proposal, ['title'], { find: findChatty, advice: often }),
  ),
  rule('WT-9.5.promotional', 'WT-9.5', ['Nothing promotional', '不含促销营销内容'], (proposal) =>
    checkWords(proposal, ['title', 'keywords'], { find: findPromotion, advice: advert }),
  ),
  rule(
    'WT-10.9.brand',
    'WT-10.9',
    ['Title and content name no brand', '标题和内容不含品牌名'],
    (proposal, { brands: own }) => checkWords(proposal, ['title', 'content'], { find: ownBrand(own), advice: brand }),
  ),
]

const cards: WordAdvice = {
  expected: 'nothing about red packets, offers, coupons, member cards or points',
  hint: {
    en: 'Use Weixin Cards and Offers for coupons, cards and points; they are no service notification.',
    zh: '券、卡、积分相关功能请接入微信卡券，不可使用模板消息。',
  },
}

const toDo: WordAdvice = {
  expected: 'a to-do reminder without marketing',
  hint: { en: 'Say only what is to be done and until when.', zh: '待办提醒只写待办事项和时限，不得包含营销内容。' },
}

const advert: WordAdvice = {
  expected: 'a notification of what the user did or asked for, without advertising',
  hint: {
    en: 'Take discounts, promotions, rewards and recommendations out; a template informs of a service.',
    zh: '请去掉折扣、促销、奖励、推荐等营销内容，模板仅用于服务通知。',
  },
}

const announcement: WordAdvice = {
  expected: 'a service that the user takes part in or asked for',
  hint: {
    en: 'Remind of an event that the user registered for; announcements of activities and news are not allowed.',
    zh: '可提醒用户已报名的活动；不允许活动公告、资讯等与用户服务无关的内容。',
  },
}

const often: WordAdvice = {
  expected: 'a notification that comes seldom enough not to harass',
  hint: {
    en: 'Inform once of a result or a due date; updates, replies, interactions, messages and subscriptions come too often.',
    zh: '请仅就结果或期限提醒一次；更新、回复、互动、消息、订阅等高频内容不予通过。',
  },
}

const brand: WordAdvice = {
  expected: 'words that any sender of the industry could use',
  hint: {
    en: 'Leave brand and company names out, or make them the value of a parameter.',
    zh: '请去掉品牌名、公司名，或将其作为参数内容。',
  },
}

const wording: WordAdvice = {
  expected: 'wording that is common in the industry',
  hint: {
    en: 'An operator decides. Write it the way a form of the industry does.',
    zh: '需人工审核。请使用行业通用的规范表述。',
  },
}

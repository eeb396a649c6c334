import type { Chance } from '../../tools/chance.ts'
import { categoryTemplate, historicalTemplates, officialSecret, recycledTemplate } from '../official-account.ts'
import type { Draw, Endpoint } from './endpoint.ts'

/** Most hold the account's token; some none, or nobody's. */
const called =
  (path: string) =>
  ({ chance, found }: Draw): string =>
    `${path}?access_token=${chance.is(0.92) ? found.wechatToken : chance.pick(['', 'nobodys', 'x'.repeat(600)])}`

/** No token, a bad one, no POST, no body, no JSON object. */
const ofEveryCall = [40014, 41001, 43002, 44002, 47001]

const follower = (chance: Chance): string =>
  chance.is(0.82)
    ? `o_p${chance.is(0.3) ? 0 : chance.below(40)}`
    : chance.pick(['o_no', 'o_old', 'o_night', 'o_night', 'o_shut', 'o_shut', 'o_nobody', 'o_nobody'])

const openid = ({ chance }: Draw): string => follower(chance)

const values = (chance: Chance): object =>
  chance.is(0.7)
    ? {
        first: { value: 'Dear Ada, your parcel is under way.', color: '#173177' },
        keyword1: { value: `A-${chance.below(1_000)}` },
        keyword2: { value: chance.pick(['Tea and cups', 'A chair\nand a table']) },
        remark: { value: 'Thank you.' },
      }
    : { thing1: { value: 'leaking pipe' }, time2: { value: '2026-03-02 12:00' } }

const jump = (chance: Chance): object =>
  chance.is(0.6)
    ? {}
    : chance.pick([
        { url: 'https://harbour.test/o/1' },
        { miniprogram: { appid: 'mp_skiff', pagepath: 'pages/bill?id=7' } },
        { miniprogram: { appid: 'mp_skiff', pagepath: 'pages/never' } },
        { miniprogram: { appid: 'mp_other', pagepath: 'pages/bill' } },
      ])

const stated = (chance: Chance): object =>
  chance.is(0.7)
    ? {}
    : { minibell: { trigger: { kind: 'operation', subject: 'order' }, subject: `s-${chance.below(9)}` } }

/** CS-7: that nobody asked for. */
const marketing = 'Flash sale: 50% off everything this weekend, order now!'

const contents = (chance: Chance): object =>
  chance.pick<object>([
    { msgtype: 'text', text: { content: chance.is(0.5) ? 'It left this morning.' : marketing } },
    { msgtype: 'text', text: { content: chance.pick(['', 'x'.repeat(2_049), 'x'.repeat(2_048)]) } },
    { msgtype: 'image', image: { media_id: chance.pick(['photo', 'never']) } },
    { msgtype: 'voice', voice: { media_id: 'voice' } },
    {
      msgtype: 'news',
      news: { articles: [{ title: 'Hours', description: 'Open.', url: 'https://harbour.test/h', picurl: '' }] },
    },
    { msgtype: 'news', news: { articles: Array.from({ length: chance.pick([0, 2, 9]) }, () => ({ title: 'Hours' })) } },
    {
      msgtype: 'msgmenu',
      msgmenu: { head_content: 'Content?', list: [{ id: '1', content: 'Yes' }], tail_content: '' },
    },
    {
      msgtype: 'miniprogrampage',
      miniprogrampage: {
        title: 'Bill',
        appid: 'mp_skiff',
        pagepath: chance.pick(['pages/bill', 'pages/never']),
        thumb_media_id: 'thumb',
      },
    },
  ])

const asText = (value: unknown): string =>
  encodeURIComponent(
    (typeof value === 'string' ? value : (JSON.stringify(value) ?? '')).slice(0, 2_000).replace(/\p{Surrogate}/gu, '?'),
  )

export const wechatEndpoints: readonly Endpoint[] = [
  {
    name: 'wechat-token',
    dialect: 'wechat',
    method: 'GET',
    path: '/cgi-bin/token',
    codes: [40002, 40013, 40125, 41002, 41004, 43001, 'ok'],
    valid: ({ chance }) => ({
      grant_type: 'client_credential',
      appid: chance.is(0.9) ? 'mp_harbour' : 'mp_tide',
      secret: chance.is(0.9) ? officialSecret : 'wrong',
    }),
    address: (fields) =>
      `/cgi-bin/token?${Object.entries(Object(fields))
        .map(([name, value]) => `${asText(name)}=${asText(value)}`)
        .join('&')}`,
  },
  {
    name: 'wechat-stable-token',
    dialect: 'wechat',
    path: '/cgi-bin/stable_token',
    codes: [40002, 40013, 40066, 40125, 41002, 41004, 43002, 44002, 45011, 47001, 'ok'],
    valid: ({ chance }) => ({
      grant_type: 'client_credential',
      appid: chance.is(0.9) ? 'mp_harbour' : 'mp_tide',
      secret: chance.is(0.9) ? officialSecret : 'wrong',
      force_refresh: chance.is(0.2),
    }),
  },
  {
    name: 'wechat-template-send',
    dialect: 'wechat',
    path: called('/cgi-bin/message/template/send'),
    codes: [...ofEveryCall, 0, 40003, 40036, 40037, 40165, 40166, 43004, 43019, 47003, 48004, 50002],
    valid: (draw) => ({
      touser: openid(draw),
      template_id: draw.chance.pick(draw.chance.is(0.85) ? historicalTemplates : [categoryTemplate, recycledTemplate]),
      data: values(draw.chance),
      ...jump(draw.chance),
      ...stated(draw.chance),
      ...(draw.chance.is(0.2) ? { client_msg_id: `c-${draw.number % 30}` } : {}),
    }),
  },
  {
    name: 'wechat-custom-send',
    dialect: 'wechat',
    path: called('/cgi-bin/message/custom/send'),
    codes: [
      ...ofEveryCall,
      0,
      40003,
      40007,
      40008,
      40165,
      40166,
      43019,
      44003,
      44004,
      45002,
      45008,
      45015,
      45047,
      48004,
      61452,
    ],
    valid: (draw) => ({
      touser: openid(draw),
      ...contents(draw.chance),
      ...(draw.chance.is(0.1)
        ? { customservice: { kf_account: draw.chance.pick(['desk@gh_harbour', 'nobody@gh_harbour']) } }
        : {}),
    }),
  },
  {
    name: 'wechat-typing',
    dialect: 'wechat',
    path: called('/cgi-bin/message/custom/typing'),
    codes: [...ofEveryCall, 0, 40003, 45072, 45080, 45081],
    valid: (draw) => ({ touser: openid(draw), command: draw.chance.pick(['Typing', 'CancelTyping']) }),
  },
  {
    name: 'wechat-industry',
    dialect: 'wechat',
    path: called('/cgi-bin/template/api_set_industry'),
    codes: [...ofEveryCall, 0, 40102, 40103, 43100],
    valid: ({ chance }) => ({ industry_id1: `${1 + chance.below(41)}`, industry_id2: `${1 + chance.below(41)}` }),
  },
  {
    name: 'wechat-template-add',
    dialect: 'wechat',
    path: called('/cgi-bin/template/api_add_template'),
    codes: [...ofEveryCall, 0, 40036, 40037, 40246, 45026, 45027],
    valid: ({ chance }) =>
      chance.pick<object>([
        { template_id_short: chance.pick(['OPENTM202014771', 'OPENTM420000001', 'OPENTM420000020']) },
        { template_id_short: '2120', keyword_name_list: ['退款金额', '商品名称'] },
        { template_id_short: chance.pick(['TM00002', 'TM00015', 'OPENTM207266084', '43216']) },
        { template_id_short: 'never' },
      ]),
  },
  {
    name: 'wechat-template-delete',
    dialect: 'wechat',
    path: called('/cgi-bin/template/del_private_template'),
    codes: [...ofEveryCall, 0, 40036, 40037],
    valid: ({ chance }) => ({ template_id: chance.pick([categoryTemplate, recycledTemplate, 'x'.repeat(43)]) }),
  },
  {
    name: 'wechat-blocked',
    dialect: 'wechat',
    path: called('/wxa/sec/queryblocktmplmsg'),
    codes: [...ofEveryCall, 0, 40036, 47003],
    valid: ({ chance }) => ({
      tmpl_msg_id: chance.pick(historicalTemplates),
      largest_id: chance.below(9),
      limit: 1 + chance.below(100),
    }),
  },
  {
    name: 'wechat-clear-quota',
    dialect: 'wechat',
    path: called('/cgi-bin/clear_quota'),
    codes: [...ofEveryCall, 0, 40013, 48006],
    valid: ({ chance }) => ({ appid: chance.is(0.8) ? 'mp_harbour' : 'mp_tide' }),
  },
  {
    name: 'wechat-kf-add',
    dialect: 'wechat',
    path: called('/customservice/kfaccount/add'),
    codes: [...ofEveryCall, 0, 61451, 61453, 61454, 61456],
    valid: ({ chance }) => ({
      kf_account: `k${chance.below(30)}@${chance.is(0.9) ? 'gh_harbour' : 'gh_other'}`,
      nickname: 'Desk',
    }),
  },
]

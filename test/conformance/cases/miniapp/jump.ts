import { statement } from '../../case.ts'
import { claim, equal } from '../../claim.ts'
import { at, list } from '../../json.ts'
import { accepted, refused, sendText, snapshot } from '../../requests.ts'

const ma12 = statement('MA-12')

const inside: readonly (readonly [string, string, { readonly [key: string]: string }])[] = [
  ['pages/bill/detail', 'pages/bill/detail', {}],
  ['/pages/bill/detail?id=7', 'pages/bill/detail', { id: '7' }],
  ['pages/bill/detail.html?id=7&id=8', 'pages/bill/detail', { id: '8' }],
  ['pages/Case/Kept?a=%C3%A9&b&c=1+1&d=%', 'pages/Case/Kept', { a: 'é', b: '', c: '1+1', d: '%' }],
  ['pages/home/index?next=1#part', 'pages/home/index', { next: '1' }],
  [
    'mini://platformapi/startapp?_ariver_appid=mp_tide&page=pages%2Fbill%2Fdetail&query=id%3D7',
    'pages/bill/detail',
    { id: '7' },
  ],
]

for (const [jumpUrl, path, query] of inside)
  ma12.accepts(jumpUrl, async (table) => {
    accepted(await sendText(table, { jumpUrl }))
    equal(
      at(await snapshot(table, 'host-ada'), 'items.0.item.message.jump'),
      { kind: 'page', sender: 'tide', path, query },
      'jump',
    )
  })

ma12.accepts('2,048 characters', async (table) => {
  const start = 'pages/bill/detail?id='
  accepted(await sendText(table, { jumpUrl: start + 'x'.repeat(2048 - start.length) }))
})

const outside: readonly string[] = [
  'pages/bill/unknown',
  'pages/bill/detail/',
  'pages/case/kept',
  'https://example.test/pages/bill/detail',
  'http://h5.dlight-app.com/outside?appId=mp_tide&page=pages/bill/detail',
  '//example.test/pages/bill/detail',
  'javascript:alert(1)',
  'data:text/html,hello',
  'JaVaScRiPt:alert(1)',
  'file:///etc/passwd',
  'tel:+254700000000',
  'intent://pages/bill/detail#Intent;end',
  'mini://platformapi/startapp?_ariver_appid=mp_reef&page=pages%2Fbill%2Fdetail',
  'mini://elsewhere/startapp?_ariver_appid=mp_tide&page=pages%2Fbill%2Fdetail',
  'mini://platformapi/startapp?page=pages%2Fbill%2Fdetail',
  'pages/../pages/bill/detail',
  'pages/bill/./detail',
  'pages/bill/%2e%2e/bill/detail',
  'pages/bill/%252e%252e/detail',
  'pages%2Fbill%2Fdetail',
  'pages\\bill\\detail',
  '/\\example.test',
  ' pages/bill/detail',
  'pages/bill/detail ',
  'pages/bill/detail\u0000',
  'pages/bill/detail%00',
  'pages/bill/detail?id=%00',
  'pages/bill/detail?id=\u0007',
  'pages/bill/\u202Edetail',
  'ｐages/bill/detail',
  'pages／bill／detail',
  'pages//bill/detail',
  `pages/bill/detail?id=${'x'.repeat(2049 - 'pages/bill/detail?id='.length)}`,
]

for (const jumpUrl of outside)
  ma12.refuses(
    JSON.stringify(jumpUrl.length > 80 ? `${jumpUrl.slice(0, 30)}… of ${jumpUrl.length} characters` : jumpUrl),
    async (table) => {
      refused(await sendText(table, { jumpUrl }), 70002, 'MA-12')
      claim(list(at(await snapshot(table, 'host-ada'), 'items')).length === 0, 'nothing is delivered')
    },
  )

export const jump = ma12.cases

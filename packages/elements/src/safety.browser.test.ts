import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { bundlePage } from '../../../test/tools/bundle.ts'
import { launchChromium } from '../../../test/tools/chromium.ts'
import { root } from '../../../test/tools/files.ts'
import type {} from './testing/stage-page.ts'

// The strictest policy that a page can have: what the surfaces cannot do under it would show as a violation.

const policy =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: https:; require-trusted-types-for 'script'; trusted-types lit-html"

let server: Server
let browser: Browser
let page: Page
const wrong: string[] = []
const fetched: string[] = []

beforeAll(async () => {
  const script = await bundlePage(`${root}/packages/elements/src/testing/stage-page.ts`, { target: 'chrome71' })
  server = createServer((request, response) => {
    const isScript = request.url === '/stage.js'
    response.setHeader('content-type', isScript ? 'text/javascript' : 'text/html')
    response.setHeader('content-security-policy', policy)
    response.end(
      isScript
        ? script
        : '<!doctype html><html lang="en"><title>Strict</title><script type="module" src="/stage.js"></script><body></body></html>',
    )
  })
  await new Promise<void>((resume) => server.listen(0, '127.0.0.1', resume))
  browser = await launchChromium()
  page = await browser.newPage({ viewport: { width: 360, height: 720 }, reducedMotion: 'reduce' })
  page.on('pageerror', (error) => wrong.push(error.message))
  page.on('dialog', (dialog) => {
    wrong.push(`dialog ${dialog.message()}`)
    void dialog.dismiss()
  })
  page.on('request', (request) => fetched.push(request.url()))
  // A port of the machine that the system chose.
  await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`)
  await page.waitForFunction(() => 'play' in globalThis)
  await page.evaluate(() => {
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sample }) =>
      play.heard.push(`violation ${violatedDirective} ${blockedURI} ${sample}`),
    )
    Object.assign(globalThis, { fired: (what: string) => play.heard.push(`fired ${what}`) })
  })
})

afterAll(async () => {
  await browser.close()
  server.close()
})

/** Each tries to become more than text in its own way: markup, attributes, addresses, templates, styles, directions, breaks. */
const corpus: readonly string[] = [
  '<script>fired("script")</script>',
  '<img src=x onerror=fired("img")>',
  '<svg onload=fired("svg")><animate onbegin=fired("animate") attributeName=x>',
  '<svg><script>fired("svg-script")</script></svg>',
  '"><img src=x onerror=fired("attribute")>',
  "' autofocus onfocus=fired('focus') x='",
  '`><body onload=fired("body")>',
  '<iframe srcdoc="<script>parent.fired(1)</script>"></iframe>',
  '<iframe src="javascript:parent.fired(1)"></iframe>',
  '<a href="javascript:fired(1)">Tap here</a>',
  '<object data="javascript:fired(1)"></object><embed src="javascript:fired(1)">',
  '<math><mi xlink:href="javascript:fired(1)">x</mi></math>',
  '<details open ontoggle=fired("toggle")><summary>x</summary></details>',
  '<video><source onerror=fired("source")></video>',
  '<audio src=x onerror=fired("audio")></audio>',
  '<input autofocus onfocus=fired("input")>',
  '<select autofocus onfocus=fired("select")>',
  '<marquee onstart=fired("marquee")>',
  '<style>@import "https://evil.example/x.css";*{background:url(https://evil.example/y)}</style>',
  '<link rel=stylesheet href=https://evil.example/z.css>',
  '<base href="https://evil.example/"><meta http-equiv=refresh content="0;url=javascript:fired(1)">',
  '<form action="javascript:fired(1)"><button>Pay</button></form>',
  '<template><img src=x onerror=fired("template")></template>',
  '<noscript><p title="</noscript><img src=x onerror=fired(1)>">',
  '<!--><img src=x onerror=fired("comment")>-->',
  '<![CDATA[<img src=x onerror=fired("cdata")>]]>',
  '</article></div></slot><img src=x onerror=fired("close")>',
  '${fired("template-string")} {{constructor.constructor("fired(1)")()}} <%= fired(1) %>',
  '<?lit$123$?><!--?lit$123$0-->{{lit-}}',
  '&lt;img src=x onerror=fired(1)&gt; &#60;script&#62;fired(1)&#60;/script&#62;',
  '\u003cimg src=x onerror=fired("escaped")\u003e',
  'javascript:fired(1)',
  'data:text/html,<script>fired(1)</script>',
  'url(javascript:fired(1)); } * { display:none } .x {',
  '\u202Egnp.exe\u202C \u2066<b>x</b>\u2069 \u0000 \uFEFF \uD800',
  '<x contenteditable onblur=fired(1)>\u2028\u2029</x>',
  '__proto__',
  'constructor',
]

const heard = (): Promise<readonly string[]> => page.evaluate(() => play.heard.filter((one) => one !== 'outcome'))

test('MA-5: no text of a message, of any kind or in any place, ever becomes more than text', async () => {
  const shown = await page.evaluate(async (texts) => {
    play.sweep()
    const senders = texts.map((name, index) => ({ ...play.kijani, id: `s${index}`, name, icon: name }))
    const items = texts.flatMap((text, index) => [
      play.item({ offset: 4 * index + 4, sender: `s${index}`, title: text, content: text, language: text }),
      play.item({
        offset: 4 * index + 3,
        sender: `s${index}`,
        message: { kind: 'template', title: text, lines: [{ keyword: text, text }, { text }] },
      }),
      play.item({
        offset: 4 * index + 2,
        message: {
          kind: 'customer',
          type: text,
          title: text,
          text,
          picture: { url: text, width: 10, height: 10 },
          jump: { kind: 'web', url: text },
        },
      }),
      play.item({ offset: 4 * index + 1, message: { kind: 'unsupported', raw: { title: text } } as never }),
    ])
    const pause = () => new Promise((resume) => setTimeout(resume, 30))
    const found: string[] = []
    play.put('minibell-floating-window', { items, senders, preferences: 'there' })
    play.put('minibell-capsule-bubble', { senders })
    const bubbleInbox = play.inbox
    play.put('minibell-message-center', { items, senders, preferences: 'there' })
    const center = play.find('minibell-message-center').shadowRoot
    for (let turn = 0; turn < items.length; turn += 7) {
      scrollTo(0, turn * 100)
      bubbleInbox.receive(items[turn] as never)
      await pause()
      const more = center?.querySelector<HTMLElement>('.more')
      more?.click()
      await pause()
      center?.querySelector<HTMLElement>('.tray [data-act=detail]')?.click()
      await pause()
      center?.querySelector<HTMLElement>('.sheet [data-act=close]')?.click()
      for (const host of document.querySelectorAll('main > *'))
        for (const element of host.shadowRoot?.querySelectorAll(
          'script,iframe,a,object,embed,form,link,base,meta,video,audio',
        ) ?? [])
          found.push(element.outerHTML)
    }
    play.find('minibell-floating-window').show('inbox')
    await pause()
    return found
  }, corpus)
  expect(shown).toEqual([])
  expect((await heard()).filter((one) => !one.startsWith('violation img-src'))).toEqual([])
  expect(wrong).toEqual([])
})

test('under script-src, style-src and Trusted Types alone, every surface is dressed and works', async () => {
  await page.evaluate(() => {
    play.sweep()
    play.put('minibell-message-center', { items: play.manyItems(3), preferences: 'there' })
  })
  await page.getByRole('button', { name: 'Actions for Message 2' }).click()
  await page.getByRole('button', { name: 'Report' }).click()
  await page.getByRole('button', { name: 'Harassment' }).click()
  await page.getByText('Thank you').waitFor()
  await page.getByRole('button', { name: 'Actions for Message 2' }).click()
  await page.getByRole('button', { name: 'Details' }).click()
  await page.getByRole('dialog').waitFor()
  const dressed = await page.locator('.sheet').evaluate((sheet) => getComputedStyle(sheet).borderTopLeftRadius)
  expect(dressed).toBe('16px')
  const avatar = await page
    .locator('.avatar')
    .first()
    .evaluate((one) => getComputedStyle(one).backgroundColor)
  expect(avatar).not.toBe('rgba(0, 0, 0, 0)')
  await page.evaluate(() => {
    play.sweep()
    play.put('minibell-capsule-bubble')
    play.inbox.receive(play.item())
  })
  await page.locator('.bubble.in').waitFor()
  expect(await page.locator('.bubble').evaluate((bubble) => getComputedStyle(bubble).position)).toBe('absolute')
  expect(await heard()).toEqual([])
  expect(wrong).toEqual([])
})

test('a picture of a message is fetched only from an address that the host allows', async () => {
  const before = fetched.length
  await page.evaluate(() => {
    play.sweep()
    const news = (offset: number, url: string) =>
      play.item({
        offset,
        message: {
          kind: 'customer',
          type: 'news',
          title: `News ${offset}`,
          text: 'x',
          picture: { url, width: 8, height: 8 },
        },
      })
    play.put('minibell-message-center', {
      items: [
        news(4, `${location.origin}/allowed.png`),
        news(3, 'https://evil.example/pixel.png?cdn.example/'),
        news(2, 'javascript:fired(1)'),
        news(1, 'data:text/html,<script>fired(1)</script>'),
      ],
    })
    play.find('minibell-message-center').pictures = new RegExp(`^${location.origin}/`)
  })
  await page.locator('article', { hasText: 'News 1' }).waitFor()
  await expect.poll(() => fetched.slice(before).some((url) => url.endsWith('/allowed.png'))).toBe(true)
  expect(fetched.slice(before).filter((url) => !url.endsWith('/allowed.png'))).toEqual([])
  expect(await page.locator('.picture').count()).toBe(1)
  expect(await heard()).toEqual([])
})

test('so is the icon of a sender, on every surface', async () => {
  const before = fetched.length
  const letters = await page.evaluate(async () => {
    play.sweep()
    const allowed = { ...play.kijani, icon: `${location.origin}/icon.png` }
    const senders = [allowed, { ...play.soko, icon: 'https://evil.example/icon.png?cdn.example/' }]
    const items = [play.item({ offset: 2, sender: 'soko' }), play.item({ offset: 1 })]
    const pictures = new RegExp(`^${location.origin}/`)
    play.put('minibell-capsule-bubble', { senders })
    play.find('minibell-capsule-bubble').pictures = pictures
    play.inbox.receive(play.item({ offset: 3, sender: 'soko' }))
    play.put('minibell-floating-window', { items, senders, preferences: 'there' }, { sender: 'soko' })
    play.find('minibell-floating-window').pictures = pictures
    play.find('minibell-floating-window').show('actions')
    play.put('minibell-message-center', { items, senders })
    play.find('minibell-message-center').pictures = pictures
    await new Promise((resume) => setTimeout(resume, 100))
    return [...document.querySelectorAll('main > *')].map((host) =>
      [...(host.shadowRoot?.querySelectorAll('.avatar') ?? [])].map((one) => one.textContent),
    )
  })
  expect(letters).toEqual([['S'], ['S'], ['S', 'K']])
  await page.evaluate(() => play.find('minibell-floating-window').show('inbox'))
  await page.locator('minibell-floating-window [data-act=settings]').click()
  await page.locator('.switch:not(:disabled) .avatar').first().waitFor()
  await expect.poll(() => fetched.slice(before).some((url) => url.endsWith('/icon.png'))).toBe(true)
  expect(fetched.slice(before).filter((url) => !url.startsWith(new URL(page.url()).origin))).toEqual([])
  expect(await heard()).toEqual([])
})

import { build } from 'esbuild'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { bundleText } from '../tools/bundle.ts'
import { launchChromium } from '../tools/chromium.ts'
import { read, root } from '../tools/files.ts'
import { serve } from '../tools/serve.ts'
import { recipe } from './recipe.ts'

let browser: Browser

beforeAll(async () => {
  browser = await launchChromium()
})

afterAll(() => browser.close())

const page = 'docs/theming.md'
const folder = `${root}/test`
const script = 'text/javascript'

/** An inbox that nobody answers: what it shows has colours all the same. */
const inbox = `import { webHost } from '@minibell/adapters/web'
import { createInbox, webSocket } from '@minibell/client'
const session = { url: location.origin, person: 'amina', getToken: () => 'none' }
export const inbox = createInbox({ host: webHost(), session, transports: [webSocket()] })`

/** Script and style sheet of a component's recipe, and of what puts it on the page. */
async function bundled(name: string, mount: string): Promise<{ readonly js: string; readonly css: string }> {
  const { outputFiles } = await build({
    stdin: { contents: `${recipe(name, page)}\n${inbox}\n${mount}`, resolveDir: folder, loader: 'tsx' },
    bundle: true,
    format: 'esm',
    jsx: 'automatic',
    conditions: ['minibell-source'],
    define: { 'process.env.NODE_ENV': '"production"' },
    outdir: folder,
    write: false,
    logLevel: 'silent',
  })
  const ending = (end: string): string => outputFiles.find(({ path }) => path.endsWith(end))?.text ?? ''
  return { js: ending('.js'), css: ending('.css') }
}

async function open(pages: Parameters<typeof serve>[0]): Promise<Page> {
  const server = await serve(pages)
  const shown = await browser.newPage()
  onTestFinished(async () => {
    await shown.close()
    server.close()
  })
  await shown.goto(`${server.url}/`)
  await shown.getByRole('heading', { name: 'Messages' }).waitFor()
  return shown
}

async function openComponent(name: string, mount: string): Promise<Page> {
  const { js, css } = await bundled(name, mount)
  const html = `<!doctype html><html lang="en"><title>x</title><link rel="stylesheet" href="/x.css"><main></main><script type="module" src="/x.js"></script>`
  return open({
    '/': { type: 'text/html', text: html },
    '/x.js': { type: script, text: js },
    '/x.css': { type: 'text/css', text: css },
  })
}

/** Of what can be tapped, and of the ground: the house's accent over the theme's surface. */
const colours = (shown: Page): Promise<readonly string[]> =>
  shown.locator('minibell-message-center').evaluate((center) => {
    const button = center.shadowRoot?.querySelector('.text')
    return [button ? getComputedStyle(button).color : 'no button', getComputedStyle(center).backgroundColor]
  })

const accent = 'rgb(163, 18, 63)'

/** `--minibell-surface` of a shipped theme by day. */
function surfaceOf(theme: string): string {
  const [, hex = ''] = /--minibell-surface: #(\w{6})/.exec(read(`packages/elements/src/themes/${theme}.css`)) ?? []
  return `rgb(${(hex.match(/../g) ?? []).map((pair) => Number.parseInt(pair, 16)).join(', ')})`
}

test('a plain page wears a theme and its own accent', async () => {
  const define = "import '@minibell/elements/define'"
  const shown = await open({
    '/': { type: 'text/html', text: recipe('themed-page', page) },
    '/minibell/themes/dusk.css': { type: 'text/css', text: read('packages/elements/src/themes/dusk.css') },
    '/minibell/define.js': { type: script, text: await bundleText({ text: define, folder }) },
    '/inbox.js': { type: script, text: await bundleText({ text: inbox, folder }) },
  })
  expect(await colours(shown)).toEqual([accent, surfaceOf('dusk')])
})

test('so does a React component', async () => {
  const mount = `import { createRoot } from 'react-dom/client'
createRoot(document.querySelector('main')).render(<Center inbox={inbox} />)`
  expect(await colours(await openComponent('themed-react', mount))).toEqual([accent, surfaceOf('savanna')])
})

test('so does a Vue component', async () => {
  const mount = `import { createApp } from 'vue'
createApp(Center, { inbox }).mount('main')`
  expect(await colours(await openComponent('themed-vue', mount))).toEqual([accent, surfaceOf('contrast')])
})

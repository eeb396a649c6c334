import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Browser, Page } from 'playwright-core'
import { bundlePage } from '../../../../../test/tools/bundle.ts'
import { hangsMs, launchChromium } from '../../../../../test/tools/chromium.ts'
import { read, root } from '../../../../../test/tools/files.ts'
import { fontStyles, serveFonts } from './fonts.ts'
import type {} from './page.ts'
import { type SceneName, scenes } from './scenes.ts'

/** What a picture is taken of, besides its scene. */
export interface Look {
  /** `default`, or one of those that are shipped. */
  readonly theme: string
  /** `contrast`: dark, for whom asks the device for more; `forced`: in the system's colours. */
  readonly scheme: 'light' | 'dark' | 'contrast' | 'forced'
  /** BCP 47; its direction follows. */
  readonly lang: string
}

export interface Camera {
  /** The page on which that scene stands in that look. Pages of one look are one page, swept. */
  stage(look: Look, scene: SceneName): Promise<Page>
  /** A PNG of 360 × 720; the same look and scene give the same bytes on one machine. `css` is laid over the page. */
  shoot(page: Page, css?: string): Promise<Buffer>
  /** What axe-core finds wrong with a page as it is, one line a rule. */
  faultsOn(page: Page): Promise<readonly string[]>
  close(): Promise<void>
}

/** Neither hinting nor the screen's own pixels: what would differ between machines. */
const flags = ['--font-render-hinting=none', '--force-color-profile=srgb', '--disable-lcd-text']

export async function openCamera(): Promise<Camera> {
  const script = await bundlePage(`${root}/packages/elements/src/testing/shots/page.ts`)
  const browser = await launchChromium(flags)
  const pages = new Map<string, Page>()
  const pageOf = async (look: Look): Promise<Page> => {
    const key = JSON.stringify(look)
    const page = pages.get(key) ?? (await newPage(browser, script, look))
    pages.set(key, page)
    return page
  }
  return {
    faultsOn,
    async stage(look, scene) {
      const page = await pageOf(look)
      await page.evaluate(() => play.sweep())
      await scenes[scene](page)
      return page
    },
    async shoot(page, css = '') {
      await page.evaluate(lay, css)
      await page.mouse.move(0, 719)
      await page.evaluate(() => document.fonts.ready.then(() => undefined))
      return page.screenshot({ animations: 'disabled', caret: 'hide' })
    },
    close: () => browser.close(),
  }
}

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

interface AxeResults {
  readonly violations: readonly { readonly id: string; readonly nodes: readonly { readonly html: string }[] }[]
}

async function faultsOn(page: Page): Promise<readonly string[]> {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.addScriptTag({ content: axe })
  return page.evaluate(async () => {
    // axe-core put itself there.
    const { run } = (globalThis as unknown as { axe: { run(options: object): Promise<AxeResults> } }).axe
    // The page around a surface is the host's.
    const found = await run({ rules: { region: { enabled: false }, 'page-has-heading-one': { enabled: false } } })
    return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`)
  })
}

/** A mutant's style goes into every surface. */
function lay(css: string): void {
  if (!css) return
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(css)
  for (const { shadowRoot } of document.querySelectorAll('main > *')) shadowRoot?.adoptedStyleSheets.push(sheet)
}

async function newPage(browser: Browser, script: string, { theme, scheme, lang }: Look): Promise<Page> {
  const isDark = scheme === 'dark' || scheme === 'contrast'
  const context = await browser.newContext({
    viewport: { width: 360, height: 720 },
    timezoneId: 'Africa/Nairobi',
    reducedMotion: 'reduce',
    colorScheme: isDark ? 'dark' : 'light',
    contrast: scheme === 'contrast' ? 'more' : 'no-preference',
    forcedColors: scheme === 'forced' ? 'active' : 'none',
  })
  await serveFonts(context)
  const page = await context.newPage()
  page.setDefaultTimeout(hangsMs)
  const dir = /^(ar|ur)/.test(lang) ? 'rtl' : 'ltr'
  await page.setContent(`<!doctype html><html lang="${lang}" dir="${dir}"><title>Shots</title><body></body></html>`)
  const back = isDark ? '#0f1115' : '#f3f4f7'
  const styles = [`body{margin:0;min-height:720px;background:${back}}`, fontStyles(), themeStyles(theme)]
  await page.addStyleTag({ content: styles.join('\n') })
  await page.addScriptTag({ content: script, type: 'module' })
  await page.waitForFunction(() => 'shown' in globalThis)
  return page
}

/** Besides the surfaces the page's own ground is painted. */
function themeStyles(theme: string): string {
  if (theme === 'default') return ''
  const text = read(`packages/elements/src/themes/${theme}.css`)
  return text.replaceAll('minibell-capsule-bubble', 'body,minibell-capsule-bubble')
}

import { readFileSync } from 'node:fs'
import { test } from 'vitest'
import { firstDenial } from '../judge.ts'
import { miniappContentRules } from './rules.ts'

interface Message {
  readonly language: string
  readonly title: string
  readonly content: string
}

const file = new URL('corpus/service-messages.json', import.meta.url)
// The form of the file is checked by the tests that use it.
const messages = JSON.parse(readFileSync(file, 'utf8')) as readonly Message[]
const context = { appId: 'mp_kijani', sender: 'kijani', pages: [{ path: 'pages/home/index' }] }

const checkAll = (language: string): void => {
  for (const message of messages.filter((one) => one.language === language))
    firstDenial(miniappContentRules, { ...message, jumpUrl: '/pages/home/index?from=message' }, context)
}

test('every rule on six usual messages of a language; the goal is 50 µs for one, 0.3 ms for six', async ({ bench }) => {
  for (const language of ['en', 'fr', 'sw', 'ar', 'am', 'hi', 'zh'])
    await bench(language, () => checkAll(language)).run()
})

import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { root } from '../tools/files.ts'
import { builtComponents } from '../tools/miniprogram/built.ts'
import { components, outputs } from '../tools/miniprogram/output.ts'

/** WeChat's own compilers, `wcc` and `wcsc`, as they were published in 2020. */
const compiler = createRequire(import.meta.url)('miniprogram-compiler') as {
  wxmlToJs(folder: string): string
  wxssToJs(folder: string): string
}

let folder: string

beforeAll(async () => {
  await builtComponents()
  folder = mkdtempSync(join(tmpdir(), 'minibell-'))
  cpSync(join(root, outputs.wechat.folder), folder, { recursive: true })
})

afterAll(() => rmSync(folder, { recursive: true }))

test('wcc compiles every template, and knows each by its path', () => {
  const code = compiler.wxmlToJs(folder)
  for (const name of components) expect(code).toContain(`${name}/index.wxml`)
})

test('wcsc compiles every style sheet, with those that it imports', () => {
  const code = compiler.wxssToJs(folder)
  for (const name of components) expect(code).toContain(`${name}/index.wxss`)
})

test.each([
  ['<view>{{a?.b}}</view>', 'a newer operator'],
  ['<view wx:if="{{a}}"><text></view>', 'a tag that is not closed'],
  ['<view wx:elif="{{a}}"></view>', 'an else without its if'],
])('they would say so: %s is refused, for %s', (markup) => {
  writeFileSync(join(folder, 'message-center/index.wxml'), markup)
  expect(() => compiler.wxmlToJs(folder)).toThrow()
})

import { expect, test } from 'vitest'
import { files, read } from '../tools/files.ts'
import { importsOf } from '../tools/syntax.ts'
import { published, type Workspace } from '../tools/workspaces.ts'
import { cycles } from './cycles.ts'
import { isTest, offences, packageName, roomOf } from './imports.ts'

const sources = files('{packages,mock-server,demo,test,bench}/**/*.ts')

test('every import is one that the table allows', () => {
  expect(sources.flatMap((file) => offences(file, read(file)))).toEqual([])
})

test('what a published package imports stands in its package.json', () => {
  expect(published().flatMap(undeclared)).toEqual([])
})

test('no module needs itself', () => {
  expect(cycles(new Map(sources.map((file) => [file, read(file)])))).toEqual([])
})

test.each([
  ['packages/protocol/src/item.ts', "import { x } from '@minibell/ports'", 'protocol may not import ports'],
  ['packages/ports/src/clock.ts', "import 'node:fs'", 'ports may not import node:fs'],
  ['packages/client/src/inbox.ts', "export type X = import('@minibell/views').Row", 'client may not import views'],
  ['packages/client/src/inbox.ts', "import { z } from 'valibot'", 'client may not import npm:valibot'],
  ['packages/client/src/inbox.ts', "import { x } from '../../protocol/src/item.ts'", 'reaches into another package'],
  ['packages/client/src/inbox.ts', "import { x } from '@minibell/protocol/src/item.ts'", 'no entry of that package'],
  ['packages/views/src/row.ts', "import { createInbox } from '@minibell/client'", 'only types of it may be imported'],
  ['packages/views/src/row.ts', "import { type Inbox } from '@minibell/client'", 'only types of it may be imported'],
  [
    'mock-server/src/platform/a.ts',
    "import type { R } from '../api/route.ts'",
    'mock/platform may not import mock/api',
  ],
  ['mock-server/src/store/a.ts', "import { x } from '../platform/world.ts'", 'only types of it may be imported'],
  ['mock-server/src/api/a.ts', "await import('msw')", 'mock/api may not import npm:msw'],
  ['mock-server/src/faces/msw/a.ts', "import { x } from '../server/listen.ts'", 'may not import mock/faces/server'],
  ['mock-server/src/faces/in-process/a.ts', "import { WebSocket } from 'ws'", 'may not import npm:ws'],
  ['demo/src/main.ts', "import { x } from '../../packages/client/src/inbox.ts'", 'reaches into another package'],
  ['test/conformance/run.ts', "import { x } from '@minibell/protocol'", 'test/conformance may not import protocol'],
  ['test/conformance/run.ts', "import { test } from 'vitest'", 'test/conformance may not import npm:vitest'],
  ['test/conformance/a.test.ts', "import { test } from 'vitest'", 'test/conformance may not import npm:vitest'],
])('an offence is found: %s %s', (file, text, why) => {
  expect(offences(file, text)).toEqual([expect.stringContaining(why)])
})

test('a cycle is found, and types make none', () => {
  const modules = (kind: string) =>
    new Map([
      ['packages/ports/src/a.ts', "import { b } from './b.ts'"],
      ['packages/ports/src/b.ts', `import ${kind} { c } from './c.ts'`],
      ['packages/ports/src/c.ts', "export * from './a.ts'"],
    ])
  expect(cycles(modules(''))).toEqual(['packages/ports/src/a.ts → packages/ports/src/b.ts → packages/ports/src/c.ts'])
  expect(cycles(modules('type'))).toEqual([])
})

function undeclared({ folder, manifest }: Workspace): string[] {
  const declared = { ...manifest.dependencies, ...manifest.peerDependencies }
  const own = sources.filter((file) => file.startsWith(`${folder}/src/`) && !isTest(file) && !roomOf(file)?.isForTests)
  return own.flatMap((file) =>
    importsOf(file, read(file))
      .map(({ specifier }) => packageName(specifier))
      .filter((name) => name !== undefined && !(name in declared))
      .map((name) => `${file} → ${name}: not in ${folder}/package.json`),
  )
}

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type * as Client from '@minibell/client'
import { build, type Plugin } from 'esbuild'
import { root } from '../tools/files.ts'

/** A client that lacks one thing, made from the real one. */
export interface Mutant {
  readonly name: string
  /** The first seed that caught it when it was last looked up: tried before all others, so that catching it costs one life. */
  readonly seed: number
  /** Text of the client's source, and what stands there instead. */
  readonly edits: readonly { readonly file: string; readonly find: string; readonly put: string }[]
}

const judge = 'sync/judge.ts'
const store = 'store/store.ts'

/** Each has to be caught by some seed, or the simulation has no teeth. */
export const mutants: readonly Mutant[] = [
  {
    name: 'no dedupe',
    seed: 1,
    edits: [
      { file: judge, find: 'if (isApart || to <= offset) return', put: 'if (isApart) return' },
      { file: judge, find: 'changes.filter((change) => change.offset > offset)', put: 'changes' },
      { file: store, find: 'if (known.has(change.item.id)) continue', put: '' },
    ],
  },
  {
    name: 'no gap check',
    seed: 16,
    edits: [
      { file: judge, find: 'if (isApart || to <= offset) return', put: 'if (to <= offset) return' },
      { file: judge, find: 'const pull = isApart || top', put: 'const pull = top' },
    ],
  },
  {
    name: 'no epoch check',
    seed: 7,
    edits: [{ file: judge, find: "if (epoch > at.epoch) return { pull: 'snapshot' }", put: '' }],
  },
  {
    name: 'no epoch order',
    seed: 2,
    edits: [
      { file: judge, find: 'if (epoch < at.epoch) return {}', put: '' },
      {
        file: judge,
        find: 'return epoch < at.epoch || (epoch === at.epoch && offset < at.offset)',
        put: 'return epoch === at.epoch && offset < at.offset',
      },
    ],
  },
  {
    name: 'hidden trimmed history',
    seed: 2,
    edits: [
      {
        file: judge,
        find: "if (base > offset) return { pull: 'snapshot', lost: { from: offset + 1, to: base } }",
        put: 'if (base > offset) return { take: changes }',
      },
    ],
  },
  {
    name: 'an outbox that forgets',
    seed: 5,
    edits: [
      {
        file: 'receipts/outbox.ts',
        find: "if (next.kind !== 'delivered') save(next.receiptId, next)",
        put: '',
      },
    ],
  },
  {
    name: 'an outbox that two persons share',
    seed: 1,
    edits: [
      { file: 'receipts/shelf.ts', find: 'const prefix = placeOf(room, session)', put: "const prefix = 'minibell/'" },
    ],
  },
  {
    name: 'a cache that two persons share',
    seed: 1,
    edits: [
      {
        file: 'cache/cache.ts',
        find: 'const prefix = placeOf(room, session)',
        put: "const prefix = 'minibell.inbox/'",
      },
    ],
  },
  {
    name: 'a sign-out that leaks',
    seed: 1,
    edits: [{ file: 'cache/cache.ts', find: 'queue(() => forget([placeOfPerson(room, session)]))', put: '' }],
  },
  {
    name: 'a mark of all that forgets the muted',
    seed: 5,
    edits: [{ file: store, find: 'return isNews || isQuiet', put: 'return isNews' }],
  },
]

/** The client with those edits. Throws when a text is not found: then the mutant is out of date. */
export async function mutated({ name, edits }: Mutant): Promise<typeof Client> {
  const folder = mkdtempSync(join(tmpdir(), 'minibell-mutant-'))
  const file = join(folder, 'client.mjs')
  const source = `${root}/packages/client/src`
  const found = new Set<string>()
  const plugin: Plugin = {
    name: 'mutant',
    setup(setup) {
      setup.onLoad({ filter: /packages[\\/]client[\\/]src[\\/].*\.ts$/ }, ({ path }) => {
        let contents = readFileSync(path, 'utf8')
        for (const edit of edits.filter((one) => path.endsWith(one.file))) {
          if (contents.includes(edit.find)) found.add(edit.find)
          contents = contents.replace(edit.find, edit.put)
        }
        return { contents, loader: 'ts' }
      })
    },
  }
  const { outputFiles } = await build({
    entryPoints: [`${source}/index.ts`],
    bundle: true,
    format: 'esm',
    platform: 'neutral',
    mainFields: ['module', 'main'],
    conditions: ['minibell-source'],
    plugins: [plugin],
    write: false,
    logLevel: 'silent',
  })
  const missing = edits.find((edit) => !found.has(edit.find))
  if (missing)
    throw new Error(`Failed to make "${name}": ${missing.file} has no "${missing.find}". Bring it up to date.`)
  try {
    writeFileSync(file, outputFiles[0]?.text ?? '')
    return await import(pathToFileURL(file).href)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

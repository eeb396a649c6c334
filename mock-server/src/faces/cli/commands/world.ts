import { writeFile } from 'node:fs/promises'
import { type Command, type Io, Sentence } from '../command.ts'
import type { Given } from '../given.ts'
import { factOf, readJsonFile } from '../json-file.ts'
import { type Remote, remoteOf, remoteOptions } from '../remote.ts'

/** Everything there is, at once. */
export const world: Command = {
  name: 'world',
  takes: 'export [FILE] | import FILE | reset | snapshot NAME | restore NAME | snapshots',
  summary: 'Exports, imports, resets the running platform’s world; keeps it by name and brings it back',
  options: remoteOptions,
  run: changeWorld,
}

type Act = (remote: Remote, name: string, io: Io) => Promise<void>

const acts: Readonly<Record<string, { readonly names: 0 | 1 | 'maybe'; readonly act: Act }>> = {
  export: { names: 'maybe', act: exportWorld },
  import: { names: 1, act: importWorld },
  reset: { names: 0, act: (remote) => done(remote.control('POST /control/v1/world/reset')) },
  snapshot: { names: 1, act: (remote, name) => done(remote.control(`PUT ${pathOf(name)}`)) },
  restore: { names: 1, act: (remote, name) => done(remote.control(`POST ${pathOf(name)}/restore`)) },
  snapshots: { names: 0, act: listSnapshots },
}

async function changeWorld(given: Given, io: Io): Promise<number> {
  const [word = '', name, ...more] = given.words
  const chosen = Object.hasOwn(acts, word) ? acts[word] : undefined
  const isEnough = chosen?.names === 'maybe' || (chosen?.names === 1) === (name !== undefined)
  if (!chosen || !isEnough || more.length > 0)
    throw new Sentence(
      `Failed to change the world: "${given.words.join(' ')}" is not ${world.takes}. Run "minibell world --help".`,
    )
  await chosen.act(remoteOf(`${word} the world`, given, io), name ?? '', io)
  return 0
}

async function exportWorld(remote: Remote, file: string, io: Io): Promise<void> {
  const text = `${JSON.stringify(await remote.control('GET /control/v1/world'), null, 2)}\n`
  if (file === '' || file === '-') return io.print(text)
  await writeFile(file, text).catch((error: unknown) => {
    throw new Sentence(`Failed to export the world: ${file} cannot be written (${factOf(error)}). Give another.`)
  })
}

async function importWorld(remote: Remote, file: string): Promise<void> {
  await remote.control(
    'PUT /control/v1/world',
    await readJsonFile(file, { verb: 'import the world', what: 'the file' }),
  )
}

async function listSnapshots(remote: Remote, _: string, io: Io): Promise<void> {
  // The control API's own shape.
  const { snapshots } = (await remote.control('GET /control/v1/snapshots')) as { readonly snapshots: readonly string[] }
  io.print(snapshots.map((name) => `${name}\n`).join(''))
}

async function done(answer: Promise<unknown>): Promise<void> {
  await answer
}

function pathOf(name: string): string {
  return `/control/v1/snapshots/${encodeURIComponent(name)}`
}

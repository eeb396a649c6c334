import type { Core } from '../core.ts'
import { newBase } from '../sends/claim.ts'
import { senderOfSend } from '../sends/sender-of-send.ts'
import { appPartition } from '../storage/app-places.ts'
import { chunkLength, type FileRow, fileKeys, filePartition } from '../storage/file-places.ts'
import type { SenderId } from '../world.ts'
import type { FileSends } from './file-sends.ts'

/** The world that the file was for is gone. */
class Replaced extends Error {}

/**
 * Keeps chunks as they come, 25 at once, the file's own row last; no more than those are held here. Passes the gate for each of them alone, so that
 * a caller who is slow holds up nobody. The file gets its id with the first of them: one that is refused before that changes nothing.
 */
export async function upload(core: Core, id: SenderId, ids: AsyncIterable<string>): ReturnType<FileSends['upload']> {
  const begun = await core.gate.together(() => begin(core, id))
  const shelf = shelfOf(core, begun)
  try {
    const recipients = await keepAll(shelf, ids, begun.most)
    if (typeof recipients === 'number') {
      return { fileId: await shelf.end({ sender: id, recipients, at: core.clock.now() }), recipients }
    }
    await shelf.forget().catch(() => undefined)
    return recipients
  } catch (error) {
    if (error instanceof Replaced) return 'replaced'
    await shelf.forget().catch(() => undefined)
    throw error
  }
}

interface Begun {
  readonly epoch: string
  readonly most: number
  /** A new file's id; each call makes another. */
  newId(): Promise<string>
}

async function begin(core: Core, id: SenderId): Promise<Begun> {
  const { number, inForce } = await senderOfSend(core, id)
  return {
    epoch: core.epoch(),
    most: inForce.numbers.files.recipients,
    newId: () => core.transactions.write(appPartition(id), (transaction) => newBase(transaction, core, number)),
  }
}

interface Shelf {
  keep(chunk: readonly string[]): Promise<void>
  /** With what is still held, as one commit. The file's id. */
  end(row: FileRow): Promise<string>
  forget(): Promise<void>
}

/** Chunks of one commit: each costs a durable store a write to the disk. */
const chunksAtOnce = 25

function shelfOf(core: Core, { epoch, newId }: Begun): Shelf {
  let fileId: string | undefined
  let held = new Map<string, unknown>()
  let chunks = 0
  const commit = async (put: ReadonlyMap<string, unknown>): Promise<string> => {
    const id = await core.gate.together(async () => {
      if (core.epoch() !== epoch) throw new Replaced()
      const own = fileId ?? (await newId())
      await core.store.commit({ partition: filePartition(own), put })
      return own
    })
    fileId = id
    held = new Map()
    return id
  }
  return {
    async keep(chunk) {
      held.set(fileKeys.chunk(chunks).text, chunk)
      chunks += 1
      if (held.size >= chunksAtOnce) await commit(held)
    },
    end: (row) => commit(held.set(fileKeys.file.text, row)),
    async forget() {
      if (fileId === undefined) return
      const keys = Array.from({ length: chunks }, (_, chunk) => fileKeys.chunk(chunk).text)
      await commit(new Map(keys.map((key) => [key, undefined])))
    },
  }
}

/** How many there were. */
async function keepAll(shelf: Shelf, ids: AsyncIterable<string>, most: number): Promise<number | 'too-many' | 'empty'> {
  let recipients = 0
  let chunk: string[] = []
  for await (const recipient of ids) {
    recipients += 1
    if (recipients > most) return 'too-many'
    chunk.push(recipient)
    if (chunk.length < chunkLength) continue
    await shelf.keep(chunk)
    chunk = []
  }
  if (chunk.length > 0) await shelf.keep(chunk)
  return recipients === 0 ? 'empty' : recipients
}

import type { Core } from '../core.ts'
import { newBase } from '../sends/claim.ts'
import { senderOfSend } from '../sends/sender-of-send.ts'
import { appPartition } from '../storage/app-places.ts'
import { chunkLength, fileKeys, filePartition } from '../storage/file-places.ts'
import type { Key } from '../storage/key.ts'
import type { SenderId } from '../world.ts'
import type { FileSends } from './file-sends.ts'

/** The world that the file was for is gone. */
class Replaced extends Error {}

/**
 * Keeps chunk after chunk, the file's own row last; never more than one chunk is held here. Passes the gate for each of them alone, so that
 * a caller who is slow holds up nobody.
 */
export async function upload(core: Core, id: SenderId, ids: AsyncIterable<string>): ReturnType<FileSends['upload']> {
  const begun = await core.gate.together(() => begin(core, id))
  const shelf = shelfOf(core, begun)
  try {
    const recipients = await keepAll(shelf, ids, begun.most)
    if (typeof recipients === 'number') {
      await shelf.put(fileKeys.file, { sender: id, recipients, at: core.clock.now() })
      return { fileId: begun.fileId, recipients }
    }
    await shelf.forget()
    return recipients
  } catch (error) {
    if (error instanceof Replaced) return 'replaced'
    await shelf.forget()
    throw error
  }
}

interface Begun {
  readonly fileId: string
  readonly epoch: string
  readonly most: number
}

async function begin(core: Core, id: SenderId): Promise<Begun> {
  const { number, inForce } = await senderOfSend(core, id)
  const fileId = await core.transactions.write(appPartition(id), (transaction) => newBase(transaction, core, number))
  return { fileId, epoch: core.epoch(), most: inForce.numbers.files.recipients }
}

interface Shelf {
  put<Value>(key: Key<Value>, value: Value | undefined): Promise<void>
  keep(chunk: readonly string[]): Promise<void>
  forget(): Promise<void>
}

function shelfOf(core: Core, { fileId, epoch }: Begun): Shelf {
  let chunks = 0
  const put: Shelf['put'] = (key, value) =>
    core.gate.together(async () => {
      if (core.epoch() !== epoch) throw new Replaced()
      await core.store.commit({ partition: filePartition(fileId), put: new Map([[key.text, value]]) })
    })
  return {
    put,
    async keep(chunk) {
      await put(fileKeys.chunk(chunks), chunk)
      chunks += 1
    },
    async forget() {
      for (let chunk = 0; chunk < chunks; chunk += 1) await put(fileKeys.chunk(chunk), undefined)
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

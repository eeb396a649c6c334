import type { Core } from '../core.ts'
import { numbersNow } from '../governance/ledger.ts'
import { newBase } from '../sends/claim.ts'
import { senderOfSend } from '../sends/sender-of-send.ts'
import { appPartition } from '../storage/app-places.ts'
import { chunkLength, fileKeys, filePartition } from '../storage/file-places.ts'
import type { Key } from '../storage/key.ts'
import type { SenderId } from '../world.ts'
import type { FileSends } from './file-sends.ts'

/** Keeps chunk after chunk, the file's own row last; never more than one chunk is held here. */
export async function upload(core: Core, id: SenderId, ids: AsyncIterable<string>): ReturnType<FileSends['upload']> {
  const { number } = await senderOfSend(core, id)
  const { files } = await numbersNow(core)
  const fileId = await core.transactions.write(appPartition(id), (transaction) => newBase(transaction, core, number))
  const put = <Value>(key: Key<Value>, value: Value | undefined) =>
    core.store.commit({ partition: filePartition(fileId), put: new Map([[key.text, value]]) })
  let chunks = 0
  const forget = async (): Promise<void> => {
    for (let chunk = 0; chunk < chunks; chunk += 1) await put(fileKeys.chunk(chunk), undefined)
  }
  try {
    let recipients = 0
    let chunk: string[] = []
    const keep = async (): Promise<void> => {
      if (chunk.length > 0) await put(fileKeys.chunk(chunks), chunk)
      if (chunk.length > 0) chunks += 1
      chunk = []
    }
    for await (const recipient of ids) {
      recipients += 1
      if (recipients > files.recipients) return await forget().then(() => 'too-many')
      chunk.push(recipient)
      if (chunk.length === chunkLength) await keep()
    }
    await keep()
    if (recipients === 0) return 'empty'
    await put(fileKeys.file, { sender: id, recipients, at: core.clock.now() })
    return { fileId, recipients }
  } catch (error) {
    await forget()
    throw error
  }
}

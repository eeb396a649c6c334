import type { Core } from '../core.ts'
import { type FileRow, fileKeys, filePartition } from '../storage/file-places.ts'
import type { SenderId } from '../world.ts'

/** An uploaded file of this sender. */
export async function fileOf(core: Core, sender: SenderId, fileId: string): Promise<FileRow | undefined> {
  const row = await core.transactions.read(filePartition(fileId), (transaction) => transaction.get(fileKeys.file))
  return row?.sender === sender ? row : undefined
}

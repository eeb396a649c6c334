import type { AccountMedia } from '../../platform/official-account/records.ts'
import type { Answer, Note } from '../answer.ts'
import type { RequestContext, Route } from '../route.ts'
import { whoCalls } from './call.ts'
import { pictureOf } from './picture-size.ts'
import { failed, ok, plainBody } from './wechat-answer.ts'

/** Temporary media and head images: the two calls whose body is a form. */
export const mediaRoutes: readonly Route[] = [
  { id: 'wechat.media.upload', method: 'POST', path: '/cgi-bin/media/upload', streams: true, handle: upload },
  {
    id: 'wechat.kf.head-image',
    method: 'POST',
    path: '/customservice/kfaccount/uploadheadimg',
    streams: true,
    handle: headImage,
  },
]

const mega = 1_048_576

/** Bytes that a file of each type may have. */
const mostBytes = { image: 10 * mega, voice: 2 * mega, video: 10 * mega, thumb: 65_536 } as const
type MediaType = keyof typeof mostBytes

async function upload(context: RequestContext): Promise<Answer> {
  const { platform, url } = context
  const caller = await whoCalls(context)
  if ('answer' in caller) return caller.answer
  const { sender } = caller
  const at = platform.clock.now()
  const note: Note = { kind: 'request', summary: `${sender.name} uploads media`, sender: sender.id }
  const type = url.searchParams.get('type')
  if (!isType(type)) return failed({ code: 40004, at, note })
  const file = await fileOf(context, mostBytes[type])
  if (typeof file === 'number') return failed({ code: file, at, note })
  const media = mediaOf(type, file)
  if (!media) return failed({ code: 40005, at, note })
  const kept = await platform.customerService.upload(sender.id, media)
  const name = type === 'thumb' ? 'thumb_media_id' : 'media_id'
  return plainBody({ type, [name]: kept.mediaId, created_at: Math.floor(kept.at / 1_000) }, note)
}

async function headImage(context: RequestContext): Promise<Answer> {
  const { platform, url } = context
  const caller = await whoCalls(context)
  if ('answer' in caller) return caller.answer
  const { sender } = caller
  const at = platform.clock.now()
  const note: Note = { kind: 'request', summary: `${sender.name} uploads a head image`, sender: sender.id }
  const file = await fileOf(context, mega)
  const picture = typeof file === 'number' ? undefined : pictureOf(file)
  if (!picture) return failed({ code: 61457, at, note })
  const account = url.searchParams.get('kf_account') ?? ''
  const outcome = await platform.customerService.desk.update(sender.id, {
    account,
    headImage: picture.url.length > longestPicture ? '' : picture.url,
  })
  return outcome === 'ok' ? ok(note) : failed({ code: 61452, at, note })
}

function isType(type: string | null): type is MediaType {
  return type !== null && Object.hasOwn(mostBytes, type)
}

/** Pictures are kept as they are shown; of voice and video only that they are there. */
function mediaOf(type: MediaType, file: Uint8Array): Omit<AccountMedia, 'id'> | undefined {
  if (type === 'voice' || type === 'video') return { type }
  const picture = pictureOf(file)
  if (!picture) return undefined
  return picture.url.length > longestPicture ? { type } : { type, picture }
}

/** A larger one would not fit into a frame of the delivery protocol: the message then says that it is an image. */
const longestPicture = 20_000

/** The bytes of the form's `media`, or the code of what is wrong. */
async function fileOf({ request, stream }: RequestContext, most: number): Promise<Uint8Array | number> {
  const chunks: Uint8Array<ArrayBuffer>[] = []
  let length = 0
  for await (const chunk of stream()) {
    length += chunk.byteLength
    // The form's own lines come on top of the file.
    if (length > most + 8_192) return 40006
    chunks.push(new Uint8Array(chunk))
  }
  const type = request.headers.get('content-type') ?? ''
  const form = await new Response(new Blob(chunks), { headers: { 'content-type': type } })
    .formData()
    .catch(() => undefined)
  const file = form?.get('media')
  if (!file || typeof file === 'string') return 41005
  const bytes = new Uint8Array(await file.arrayBuffer())
  if (bytes.length === 0) return 41005
  return bytes.length > most ? 40006 : bytes
}

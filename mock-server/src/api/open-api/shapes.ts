import * as v from 'valibot'
import { type Reader, reader, text } from '../shape.ts'

/** OA-2 to OA-5, after the mode's rules. In lenient mode `requestId` may be absent and `actionUrl` present (OA-11). */
export interface SendBody {
  readonly appId: string
  readonly accessToken: string
  readonly requestId?: string
  readonly templateCode: string
  readonly redirectUrl?: string
  readonly actionUrl?: string
  readonly templates: readonly {
    readonly templateParameters: Readonly<Record<string, string>>
    readonly language: string
  }[]
}

const longText = (max: number) => v.pipe(v.string('a string'), v.maxLength(max, `at most ${max} UTF-16 units`))

const contentTemplate = v.object(
  {
    templateParameters: v.record(v.string(), v.string('a string'), 'an object of strings'),
    language: text(64),
  },
  'an object',
)

const common = {
  appId: text(32),
  accessToken: text(128),
  templateCode: text(64),
  redirectUrl: v.exactOptional(longText(2048)),
  templates: v.pipe(
    v.array(contentTemplate, 'an array of objects'),
    v.minLength(1, '1 to 5 entries'),
    v.maxLength(5, '1 to 5 entries'),
  ),
}

/** The tables to the letter: `extendInfo` is a string, unknown fields such as `actionUrl` are not looked at. */
export const readStrict: Reader<SendBody> = reader(
  v.object({ ...common, requestId: text(64), extendInfo: v.exactOptional(extendText()) }, 'a JSON object'),
)

/** The source's samples too: `extendInfo` as an object, no `requestId`, the page in `actionUrl`. */
export const readLenient: Reader<SendBody> = reader(
  v.object(
    {
      ...common,
      requestId: v.exactOptional(text(64)),
      actionUrl: v.exactOptional(longText(2048)),
      extendInfo: v.nullish(
        v.union([extendText(), extendObject()], 'a string or an object of at most 4096 UTF-16 units'),
      ),
    },
    'a JSON object',
  ),
)

/** What every answer echoes (OA-5): a valid `extendInfo` of a body that may be wrong in all else. */
export function extendInfoOf(json: unknown, mode: 'strict' | 'lenient'): unknown {
  if (typeof json !== 'object' || json === null || !('extendInfo' in json)) return undefined
  const { extendInfo } = json
  if (v.is(extendText(), extendInfo)) return extendInfo
  return mode === 'lenient' && v.is(extendObject(), extendInfo) ? extendInfo : undefined
}

function extendText() {
  return longText(4096)
}

function extendObject() {
  return v.pipe(
    v.record(v.string(), v.unknown(), 'a string or an object'),
    v.check((value) => JSON.stringify(value).length <= 4096, 'at most 4096 UTF-16 units'),
  )
}

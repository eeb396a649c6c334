import { decodeServerFrame, type ServerFrame } from '@minibell/protocol'

/** The last word of a platform that refuses by HTTP, as the frame that a socket would say; throws when the body is none of its. */
export function byeOf(body: string): ServerFrame {
  return decodeServerFrame({ ...JSON.parse(body).error, type: 'bye' })
}

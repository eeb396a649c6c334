import { isDeepStrictEqual } from 'node:util'
import type { SnippetLanguage } from '../snippet.ts'
import type { SnippetStage, Way } from './stage.ts'

/** Runs a program as it is copied. What is wrong, `undefined` if nothing: the platform read it to its end and believed its signature. */
export async function trial(stage: SnippetStage, language: SnippetLanguage, way: Way): Promise<string | undefined> {
  const call = stage.call(way)
  const printed = await stage.run(language, call)
  // The hard title of a service message breaks a rule, which is asked after the signature's; a parameter of a template breaks none.
  const wanted = way === 'key' ? /\bok; \w+/ : /MA-10\.title; \w+/
  if (!wanted.test(printed)) return `it printed ${JSON.stringify(printed)}`
  const { request } = await stage.lastSend()
  return way === 'key' || isDeepStrictEqual(withoutSign(request), JSON.parse(call.body))
    ? undefined
    : `the platform got ${JSON.stringify(request)}`
}

function withoutSign(request: unknown): unknown {
  if (typeof request !== 'object' || request === null) return request
  const { sign: _, ...rest } = request as { readonly sign?: unknown }
  return rest
}

/** Web origins besides the server's own that may call and connect. `*`: any. */
export type AllowedOrigins = '*' | readonly string[]

/** Requests without an `Origin` header come from no web page and pass. */
export function originAllowed(
  origin: string | null | undefined,
  asked: { readonly host: string; readonly allow: AllowedOrigins },
): boolean {
  if (origin === null || origin === undefined || asked.allow === '*') return true
  return asked.allow.includes(origin) || hostOf(origin) === asked.host
}

/** Headers that let a page of another origin read the answer; none for pages of the same origin. */
export function corsHeaders(origin: string | null, allow: AllowedOrigins): Readonly<Record<string, string>> {
  if (origin === null || !(allow === '*' || allow.includes(origin))) return {}
  return {
    'access-control-allow-origin': origin,
    'access-control-expose-headers': 'minibell-verdict, retry-after, client-id, response-time, signature',
    vary: 'origin',
  }
}

/** Answer to the preflight of an allowed origin. */
export function preflightHeaders(methods: readonly string[], asked: string | null): Readonly<Record<string, string>> {
  return {
    'access-control-allow-methods': methods.join(', '),
    'access-control-allow-headers': asked ?? 'authorization, content-type',
    'access-control-max-age': '600',
  }
}

function hostOf(origin: string): string | undefined {
  const match = /^https?:\/\/([^/]+)$/.exec(origin)
  return match?.[1]
}

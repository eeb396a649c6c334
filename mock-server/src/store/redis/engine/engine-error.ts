/** Why data cannot be kept in Redis; `message` is one sentence that a terminal can show as it is. */
export class EngineError extends Error {
  override readonly name = 'EngineError'
  readonly code: EngineFault

  constructor(code: EngineFault, message: string, options?: { readonly cause: unknown }) {
    super(message, options)
    this.code = code
  }
}

/** `away`: it does not answer, and whether the last change happened is unknown; it is tried again by itself. */
export type EngineFault =
  | 'wrong-url'
  | 'no-client'
  | 'unreachable'
  | 'refused'
  | 'forbidden'
  | 'too-old'
  | 'foreign'
  | 'full'
  | 'away'
  | 'closed'
  | 'failed'

/** `at`: the URL without its password. */
export function engineError(
  code: EngineFault,
  at: string,
  detail: { readonly says: string; readonly cause?: unknown },
): EngineError {
  return new EngineError(code, `Failed to keep data in ${at}: ${detail.says}`, { cause: detail.cause })
}

/** What a failure of the client or an answer of the engine means for the user. */
export function faultOf(error: unknown, at: string): EngineError {
  if (error instanceof EngineError) return error
  const message = error instanceof Error ? error.message : String(error)
  const found = meanings.find(([pattern]) => pattern.test(message))
  const [, code, says] = found ?? [undefined, 'failed' as const, (text: string) => `it answered "${text}". Look there.`]
  return engineError(code, at, { says: says(firstLine(message)), cause: error })
}

/** Whether an answer says that nothing of the command has happened and may be asked again at once. */
export function isUnknownScript(error: unknown): boolean {
  return error instanceof Error && error.message.startsWith('NOSCRIPT')
}

const away = (text: string): string =>
  `it does not answer (${text}). What was under way may have happened; Minibell goes on by itself when it is back.`

const meanings: readonly (readonly [RegExp, EngineFault, (text: string) => string])[] = [
  [
    /^NOPERM|no permissions|executing the script can't/i,
    'forbidden',
    (text) =>
      `its user lacks a permission (${text}). Give it ~minibell:*, &minibell:* and +@all -@admin -@dangerous +info +cluster|info +cluster|slots +cluster|shards.`,
  ],
  [
    /^(WRONGPASS|NOAUTH)|invalid username-password|without any password/i,
    'refused',
    () => 'it refuses this user and password. Write them as redis://USER:PASSWORD@HOST.',
  ],
  [/^OOM|maxmemory/, 'full', () => 'its memory is full. Give it more, and send again what was not answered.'],
  [
    /^MISCONF|disk is full|No space left/i,
    'full',
    () => 'it cannot write to its disk. Free some space, and send again what was not answered.',
  ],
  [/^(LOADING|CLUSTERDOWN|MASTERDOWN|READONLY|TRYAGAIN)/, 'away', away],
  [
    /ECONN|ENOTFOUND|EAI_AGAIN|EPIPE|ETIMEDOUT|EHOSTUNREACH|closed|offline|timeout|disconnect|Root nodes/i,
    'away',
    away,
  ],
]

function firstLine(text: string): string {
  return (text.split('\n')[0] ?? '').slice(0, 200)
}

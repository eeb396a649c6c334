/** The server could not start; `message` is one sentence that a terminal can show as it is. */
export class ListenError extends Error {
  override readonly name = 'ListenError'
  readonly code: string

  constructor(fact: { readonly port: number; readonly host: string; readonly cause: Error & { code?: string } }) {
    super(sentence(fact), { cause: fact.cause })
    this.code = fact.cause.code ?? 'UNKNOWN'
  }
}

function sentence({ port, host, cause }: { port: number; host: string; cause: Error & { code?: string } }): string {
  if (cause.code === 'EADDRINUSE')
    return `Failed to listen: port ${port} is in use. Stop what uses it, or choose another with --port.`
  if (cause.code === 'EACCES')
    return `Failed to listen: port ${port} needs more rights. Choose one above 1023 with --port.`
  if (cause.code === 'EADDRNOTAVAIL' || cause.code === 'ENOTFOUND')
    return `Failed to listen: "${host}" is no address of this machine. Choose another with --host.`
  if (/^ERR_(OSSL|SSL|TLS)/.test(cause.code ?? ''))
    return `Failed to listen: certificate and key are no pair (${cause.message}). Give PEM files that belong together.`
  return `Failed to listen on ${host}:${port}: ${cause.message}. Choose another address.`
}

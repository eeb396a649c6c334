import type { SendRequest } from '../../door/control.ts'

/** The request as one POST that a shell runs unchanged. */
export function curlOf(origin: string, request: SendRequest): string {
  return [
    `curl -s ${origin}${request.path}`,
    `-H 'content-type: application/json'`,
    `-d ${quoted(JSON.stringify(request.body))}`,
  ].join(' \\\n  ')
}

/** In single quotes, where a shell reads everything as it stands; a quote inside leaves and comes back. */
function quoted(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`
}

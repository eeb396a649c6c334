/** The first message that anybody sends, of the demo world; README and walkthroughs show the same. */
const first = {
  miniappId: 'mp_kijani',
  uniqueIds: ['u_amina'],
  message: {
    title: 'Your electricity bill for October',
    content: 'KSh 1,240 is due on 28 November. Pay by M-Pesa or card.',
    jumpUrl: 'pages/bill/detail?id=2041',
  },
}

export interface Greeting {
  readonly console: string
  readonly demo: string
  readonly api: string
  readonly curl: string
  /** What `/control/v1` asks for, where it does. */
  readonly controlToken?: string
  /** PEM of a certificate that nobody trusts yet. */
  readonly certificate?: string
}

/** Addresses and a `curl` that can be pasted as it is. */
export function greetingOf(
  url: string,
  {
    controlToken,
    certificate,
  }: { readonly controlToken?: string | undefined; readonly certificate?: string | undefined },
): Greeting {
  // A list of one name stays on its line, as in the README.
  const body = JSON.stringify(first, null, 2).replace(/\[\s+("[^"]*")\s+\]/g, '[$1]')
  const token = controlToken === undefined ? '' : `?control-token=${encodeURIComponent(controlToken)}`
  return {
    console: `${url}/${token}`,
    demo: `${url}/demo/${token}`,
    api: url,
    curl: `curl ${certificate === undefined ? '' : '-k '}${url}/miniapp/v1/messages/send -H 'content-type: application/json' -d '${body}'`,
    ...(controlToken !== undefined && { controlToken }),
    ...(certificate !== undefined && { certificate }),
  }
}

/** What a terminal shows. */
export function greetingText({ console, demo, api, curl, controlToken, certificate }: Greeting): string {
  return [
    'Minibell is running. Ctrl-C ends it.',
    '',
    `  Console  ${console}`,
    `  Demo     ${demo}`,
    `  API      ${api}`,
    ...(controlToken === undefined ? [] : [`  Token    ${controlToken} (for /control/v1)`]),
    ...(certificate === undefined
      ? []
      : [
          '',
          'The certificate is made for this run; browsers warn of it. Node trusts what NODE_EXTRA_CA_CERTS names:',
          '',
          certificate.trim(),
        ]),
    '',
    'Send a first message and watch it arrive:',
    '',
    curl,
    '',
  ].join('\n')
}

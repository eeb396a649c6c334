/** What the codes of the message interface mean, in the platform's short form. */
export const codes: Readonly<Record<number, string>> = {
  0: 'success',
  2: 'too fast: the rate limit of this mini-program is reached',
  70001: 'the mini-program is on the message blacklist',
  70002: 'registering the message failed: its content is refused',
  70003: 'the number of calls is limited for now',
  70004: 'the message is not registered',
  70005: 'sending is not allowed in this period',
  70006: 'the file of recipients does not exist',
  70007: 'the signature is wrong',
  70008: 'the message capability is not granted',
  70009: 'the request is malformed',
  70010: 'the uniqueId does not match a recipient of this operating account',
  70011: 'the user switched message push off',
  70012: 'the user has not visited the mini-program recently',
  70013: 'the user was already sent a message by this mini-program in the last three days',
}

/** A sentence for a code; codes of later rules are named by their number. */
export function meaning(code: number): string {
  return codes[code] ?? `refused with code ${code}`
}

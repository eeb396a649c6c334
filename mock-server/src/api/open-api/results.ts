/** OA-7, OA-8: `resultStatus` and `resultMessage` of each `resultCode`, as the common error code pages print them. */
export const results: Readonly<Record<string, { readonly status: 'S' | 'F' | 'U'; readonly message: string }>> = {
  SUCCESS: { status: 'S', message: 'success' },
  PARAM_ILLEGAL: {
    status: 'F',
    message: 'Illegal parameters. For example, non-numeric input, invalid date.',
  },
  ACCESS_DENIED: { status: 'F', message: 'Access is denied.' },
  INVALID_ACCESS_TOKEN: { status: 'F', message: 'The access token is invalid.' },
  EXPIRED_ACCESS_TOKEN: { status: 'F', message: 'The access token is expired.' },
  INVALID_SIGNATURE: { status: 'F', message: 'The signature is invalid.' },
  INVALID_CLIENT: { status: 'F', message: 'The client is invalid.' },
  KEY_NOT_FOUND: { status: 'F', message: 'The key is not found.' },
  REPEAT_REQ_INCONSISTENT: { status: 'F', message: 'Repeated requests are inconsistent.' },
  REQUEST_TRAFFIC_EXCEED_LIMIT: { status: 'F', message: 'The request traffic exceeds the limit.' },
  TEMPLATE_NOT_EXIST: { status: 'F', message: 'The template does not exist.' },
  NO_INTERFACE_DEF: { status: 'F', message: 'API is not defined.' },
  METHOD_NOT_SUPPORTED: { status: 'F', message: 'The server does not implement the requested HTTP method.' },
  PROCESS_FAIL: { status: 'F', message: 'A general business failure occurred. Do not retry.' },
  UNKNOWN_EXCEPTION: { status: 'U', message: 'An API calling is failed, which is caused by unknown reasons.' },
}

/** `{resultStatus, resultCode, resultMessage}`; a code of a later rule fails with its own name as message. */
export function resultOf(code: string, options: { readonly successMessage: string }): Readonly<Record<string, string>> {
  const { status, message } = results[code] ?? { status: 'F', message: code }
  const said = code === 'SUCCESS' ? options.successMessage : message
  return { resultStatus: status, resultCode: code, ...(said === '' ? {} : { resultMessage: said }) }
}

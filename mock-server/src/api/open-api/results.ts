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
  USER_NOT_SUBSCRIBED: { status: 'F', message: 'The user is not subscribed to this channel.' },
  MESSAGE_SEND_EXCEED_LIMIT: { status: 'F', message: 'The message frequency exceeds the limit of the super app.' },
  INVALID_AUTH_CLIENT: { status: 'F', message: 'The auth client is invalid.' },
  EXPIRED_CODE: { status: 'F', message: 'The authorization code is expired.' },
  USED_REFRESH_TOKEN: { status: 'F', message: 'The refresh token has been used.' },
  INVALID_API: { status: 'F', message: 'The called API is invalid or not active.' },
  MEDIA_TYPE_NOT_ACCEPTABLE: { status: 'F', message: 'The media type is not acceptable.' },
  NO_INTERFACE_DEF: { status: 'F', message: 'API is not defined.' },
  METHOD_NOT_SUPPORTED: { status: 'F', message: 'The server does not implement the requested HTTP method.' },
  PROCESS_FAIL: { status: 'F', message: 'A general business failure occurred. Do not retry.' },
  UNKNOWN_EXCEPTION: { status: 'U', message: 'An API calling is failed, which is caused by unknown reasons.' },
}

/** `{resultStatus, resultCode, resultMessage}`; a code of a later rule fails with its own name as message. */
export function resultOf(
  code: string,
  options: { readonly successMessage: string; readonly trafficStatus: 'F' | 'U' },
): Readonly<Record<string, string>> {
  const { status, message } = results[code] ?? { status: 'F', message: code }
  const said = code === 'SUCCESS' ? options.successMessage : message
  const told = code === 'REQUEST_TRAFFIC_EXCEED_LIMIT' ? options.trafficStatus : status
  return { resultStatus: told, resultCode: code, ...(said === '' ? {} : { resultMessage: said }) }
}

/** How functions of mini-program hosts say what became of a call. */
export interface Ends<Answer = unknown> {
  readonly success: (answer: Answer) => void
  readonly fail: (failure: unknown) => void
}

/** A call by callbacks as a promise. It rejects with an `Error` that carries the host's own words. */
export function ask<Answer>(call: (ends: Ends<Answer>) => unknown): Promise<Answer> {
  return new Promise((resolve, reject) => {
    call({ success: resolve, fail: (failure) => reject(errorOf(failure)) })
  })
}

/** WeChat says `errMsg`, Alipay `errorMessage` with a number beside it; what is thrown has a `message`. */
export function errorOf(failure: unknown): Error {
  const { errMsg, errorMessage, error, message } = Object(failure)
  return new Error(errMsg || message || `${errorMessage || failure}${error ? ` (${error})` : ''}`)
}

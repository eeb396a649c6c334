/** One socket as a face hands it over: MSW's client, a `ws` socket, a simulated pair. */
export interface Wire {
  /** Absolute or path; told in the journal, without its query. */
  readonly url: string
  /** Names in lower case; `authorization` may carry the token. */
  readonly headers?: Readonly<Record<string, string | undefined>>
  send(text: string): void
  close(code: number, reason: string): void
  /** `data` is the text of a text frame; anything else stands for a binary frame. */
  onMessage(listener: (data: unknown) => void): void
  onClose(listener: () => void): void
  /** Bytes that were said and have not left; absent where the face cannot know. */
  bufferedAmount?(): number
}

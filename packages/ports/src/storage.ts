/**
 * A small persistent map of text. Reads and writes may be slow and may fail: each promise rejects with the host's error
 * (quota, corruption, private mode), and then nothing of that call was kept.
 */
export interface Storage {
  /** `undefined` when the key was never set or was removed. */
  get(key: string): Promise<string | undefined>
  /** Writes all of them or none; `undefined` removes. */
  set(entries: Readonly<Record<string, string | undefined>>): Promise<void>
  /** Keys that start with `prefix`, in code-unit order. */
  keys(prefix: string): Promise<readonly string[]>
}

/** A place in a person's log. */
export interface Position {
  /** Name of the log's life. Epochs sort as text; a later one is larger and none is reused. */
  readonly epoch: string
  /** 0 before the first change; then 1, 2, 3 … without holes. */
  readonly offset: number
}

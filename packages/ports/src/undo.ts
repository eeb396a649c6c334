/** Takes back what the call that returned it did. Calling it again does nothing. */
export type Undo = () => void

/** Makes something when it is asked for, once. */
export function once<Made>(make: () => Made): () => Made {
  let made: Made | undefined
  return () => {
    made = made || make()
    return made
  }
}

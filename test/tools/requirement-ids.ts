/** The statements of the requirements that hold today; each is borne by a test. */
export const requirementIds: readonly string[] = [
  ...['MA-1', 'MA-2', 'MA-3', 'MA-4', 'MA-5', 'MA-6', 'MA-7', 'MA-8', 'MA-9', 'MA-10', 'MA-11', 'MA-12'],
  ...['MA-14', 'MA-15', 'MA-17', 'MA-18', 'MA-19', 'MA-20', 'MA-21'],
  ...['OA-1', 'OA-2', 'OA-3', 'OA-4', 'OA-5', 'OA-6', 'OA-7', 'OA-8', 'OA-9', 'OA-10', 'OA-11', 'OA-12'],
  ...['DL-1', 'DL-2', 'DL-3', 'DL-4', 'DL-5', 'DL-6', 'DL-8', 'DL-9', 'DL-10', 'DL-11'],
  ...['JR-1', 'JR-2', 'JR-3', 'JR-4', 'JR-5', 'JR-6', 'JR-7', 'JR-8', 'JR-9', 'JR-10', 'JR-11', 'JR-12'],
  ...['X-1', 'X-2', 'X-3', 'X-4', 'X-6'],
]

/** Whether a title names that id and not a longer one: `MA-1` is not in `MA-10: …`. */
export function names(title: string, id: string): boolean {
  return title.split(/[^A-Za-z0-9-]+/).includes(id)
}

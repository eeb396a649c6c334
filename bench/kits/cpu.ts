/** Milliseconds of the processor, user and system, that `work` takes. */
export async function cpuMs(work: () => Promise<void>): Promise<number> {
  const before = process.cpuUsage()
  await work()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1_000
}

/** What a child tells its parent. */
export function tell(figures: Readonly<Record<string, number>>): void {
  process.stdout.write(JSON.stringify(figures))
}

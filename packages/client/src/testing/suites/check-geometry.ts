import type { Geometry, Rect } from '@minibell/ports'
import type { Expect, Test } from './runner.ts'

/** A port and the host's levers. */
export interface GeometryCase {
  readonly geometry: Geometry
  /** The host says so from now on; zeros are what it says before it knows. */
  place(rect: Rect): void
  /** Tells that something moved; absent where the host tells nothing. */
  readonly resize?: () => void
}

/** What every `Geometry` must do. `make` gives a fresh one for each test. */
export function checkGeometry(test: Test, expect: Expect, make: () => GeometryCase | Promise<GeometryCase>): void {
  const rect = { x: 281, y: 48, width: 87, height: 32 }

  test('geometry: the capsule is where the host says, asked each time, unknown while it says zeros', async () => {
    const { geometry, place } = await make()
    place({ x: 0, y: 0, width: 0, height: 0 })
    const before = geometry.capsule()
    place(rect)
    const first = geometry.capsule()
    place({ ...rect, y: 60 })
    expect([before, first, geometry.capsule()]).toEqual([undefined, rect, { ...rect, y: 60 }])
  })

  test('geometry: what moves is told until it is taken back', async () => {
    const { geometry, resize } = await make()
    let times = 0
    const undo = geometry.on(() => {
      times += 1
    })
    if (resize) resize()
    undo()
    if (resize) resize()
    expect(times).toEqual(resize ? 1 : 0)
  })
}

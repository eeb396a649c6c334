/** A sentence as its features, and the number of its kind; the last number is service. */
export interface Sample {
  readonly features: readonly string[]
  readonly kind: number
}

export interface Training {
  readonly kinds: number
  readonly rounds: number
  /** How fast weights move in the first round. */
  readonly pace: number
  /** How much of every weight is lost in a round. */
  readonly decay: number
}

/** Multinomial logistic regression by adaptive gradient over all samples at once. The same samples give the same weights. */
export function train(samples: readonly Sample[], { kinds, rounds, pace, decay }: Training): Map<string, number[]> {
  const names = [...new Set(samples.flatMap(({ features }) => features))]
  const number = new Map(['', ...names].map((name, at) => [name, at]))
  const rows = samples.map(({ features, kind }) => ({
    kind,
    at: [0, ...features.map((name) => number.get(name) ?? 0)],
  }))
  const weights = new Float64Array(number.size * kinds)
  const squares = new Float64Array(number.size * kinds).fill(1e-6)
  for (let round = 0; round < rounds; round += 1) {
    const gradient = gradientOf(rows, weights, kinds)
    for (let at = 0; at < weights.length; at += 1) {
      const slope = (gradient[at] ?? 0) + (at < kinds ? 0 : decay * (weights[at] ?? 0))
      squares[at] = (squares[at] ?? 0) + slope * slope
      weights[at] = (weights[at] ?? 0) - (pace * slope) / Math.sqrt(squares[at] ?? 1)
    }
  }
  return new Map([...number].map(([name, at]) => [name, [...weights.subarray(at * kinds, (at + 1) * kinds)]]))
}

interface Row {
  readonly kind: number
  readonly at: readonly number[]
}

function gradientOf(rows: readonly Row[], weights: Float64Array, kinds: number): Float64Array {
  const gradient = new Float64Array(weights.length)
  for (const { kind, at } of rows) {
    const sums = Array.from({ length: kinds }, (_, each) =>
      at.reduce((sum, feature) => sum + (weights[feature * kinds + each] ?? 0), 0),
    )
    const parts = sums.map(Math.exp)
    const whole = parts.reduce((sum, part) => sum + part, 1)
    for (let each = 0; each < kinds; each += 1) {
      const slope = (parts[each] ?? 0) / whole - (kind === each ? 1 : 0)
      for (const feature of at) gradient[feature * kinds + each] = (gradient[feature * kinds + each] ?? 0) + slope
    }
  }
  return gradient
}

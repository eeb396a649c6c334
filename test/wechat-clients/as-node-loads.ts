import { createRequire } from 'node:module'

/**
 * The runner resolves packages as modules, also where CommonJS asks for them; then `require('bignumber.js')` gives a namespace instead
 * of the class that it gives in any Node, and the client cannot read 64-bit ids. This puts the class back.
 */
export function loadBigNumbersAsNodeDoes(): void {
  const require = createRequire(import.meta.url)
  const path = require.resolve('bignumber.js')
  const loaded: unknown = require(path)
  const kept = require.cache[path]
  if (kept && typeof loaded === 'object' && loaded !== null && 'default' in loaded) kept.exports = loaded.default
}

import { startBackend } from './backend.ts'

const { url } = await startBackend({ tokens: { amina: 'amina', moussa: 'moussa' } })
process.stdout.write(`A list of notifications at ${url}/notifications. Its tokens: amina, moussa.\n`)

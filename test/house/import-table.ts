/** One folder and what its files may import besides each other. */
export interface Room {
  readonly name: string
  /** Relative to the root; of two rooms the longer folder holds a file. */
  readonly folder: string
  /** Names of rooms; `types of X`: nothing that runs; `npm:X`, `node:*`; `entries`: whatever a package of ours exports. */
  readonly may: readonly string[]
  /** Only tests need it: it may what tests may, and is not published for anybody. */
  readonly isForTests?: true
}

/** Who may import whom. A room that is not written yet stands here already. */
export const rooms: readonly Room[] = [
  { name: 'ports', folder: 'packages/ports/src', may: [] },
  { name: 'protocol', folder: 'packages/protocol/src', may: [] },
  {
    name: 'rules',
    folder: 'packages/rules/src',
    may: ['protocol', 'npm:tldts', 'npm:obscenity', 'npm:libphonenumber-js'],
  },
  { name: 'client', folder: 'packages/client/src', may: ['protocol', 'ports', 'npm:eventemitter3'] },
  { name: 'client/testing', folder: 'packages/client/src/testing', may: ['client', 'protocol', 'ports'] },
  { name: 'client/react', folder: 'packages/client/src/react', may: ['client', 'npm:react'] },
  { name: 'client/vue', folder: 'packages/client/src/vue', may: ['client', 'npm:vue'] },
  { name: 'views', folder: 'packages/views/src', may: ['protocol', 'types of client'] },
  { name: 'adapters', folder: 'packages/adapters/src', may: ['ports', 'protocol'] },
  { name: 'elements', folder: 'packages/elements/src', may: ['client', 'views', 'protocol', 'ports', 'npm:lit'] },
  {
    name: 'elements/testing',
    folder: 'packages/elements/src/testing',
    may: ['elements', 'client', 'views', 'protocol'],
    isForTests: true,
  },
  { name: 'miniprogram', folder: 'packages/miniprogram/src', may: ['client', 'views', 'protocol', 'ports'] },
  { name: 'mock', folder: 'mock-server/src', may: ['rooms of the mock', 'rules', 'protocol', 'ports'] },
  { name: 'mock/platform', folder: 'mock-server/src/platform', may: ['protocol', 'ports', 'rules'] },
  {
    name: 'mock/store',
    folder: 'mock-server/src/store',
    may: ['types of mock/platform', 'types of ports', 'protocol', 'npm:idb', 'node:sqlite'],
  },
  {
    name: 'mock/store/sqlite',
    folder: 'mock-server/src/store/sqlite',
    may: ['mock/store', 'types of mock/platform', 'types of ports', 'protocol', 'node:*'],
  },
  {
    name: 'mock/store/redis',
    folder: 'mock-server/src/store/redis',
    may: ['mock/store', 'types of mock/platform', 'types of ports', 'protocol', 'npm:@redis/client', 'node:*'],
  },
  {
    name: 'mock/api',
    folder: 'mock-server/src/api',
    may: ['mock/platform', 'rules', 'protocol', 'ports', 'npm:valibot'],
  },
  {
    name: 'mock/outbound',
    folder: 'mock-server/src/outbound',
    may: [
      'mock/platform',
      'rules',
      'protocol',
      'ports',
      'npm:valibot',
      'npm:@noble/ciphers',
      'npm:@noble/hashes',
      'npm:fast-xml-parser',
    ],
  },
  // Tries a backend from outside: what it knows of the protocol it has from the document alone.
  { name: 'mock/verify', folder: 'mock-server/src/verify', may: [] },
  { name: 'mock/faces', folder: 'mock-server/src/faces', may: ['inside', 'rules', 'protocol', 'ports'] },
  {
    name: 'mock/faces/msw',
    folder: 'mock-server/src/faces/msw',
    may: ['inside', 'rules', 'protocol', 'ports', 'npm:msw'],
  },
  {
    name: 'mock/faces/in-process',
    folder: 'mock-server/src/faces/in-process',
    may: ['inside', 'rules', 'protocol', 'ports'],
  },
  {
    name: 'mock/faces/server',
    folder: 'mock-server/src/faces/server',
    may: [
      'inside',
      'mock/store/sqlite',
      'mock/store/redis',
      'rules',
      'protocol',
      'ports',
      'node:*',
      'npm:ws',
      'npm:@hono/node-server',
    ],
  },
  {
    name: 'mock/faces/cli',
    folder: 'mock-server/src/faces/cli',
    may: [
      'mock/store/sqlite',
      'mock/store/redis',
      'inside',
      'mock/faces/server',
      'mock/verify',
      'mock',
      'rules',
      'protocol',
      'ports',
      'node:*',
      'npm:ws',
      'npm:@hono/node-server',
    ],
  },
  {
    name: 'mock/kits',
    folder: 'mock-server/src/kits',
    may: ['rooms of the mock', 'rules', 'protocol', 'ports', 'npm:vitest', 'npm:playwright-core', 'npm:msw'],
  },
  {
    name: 'mock/asked',
    folder: 'mock-server/src/asked',
    may: ['rooms of the mock', 'mock', 'rules', 'protocol'],
    isForTests: true,
  },
  { name: 'console', folder: 'mock-server/console', may: ['entries', 'npm:*'] },
  {
    name: 'console/snippets/running',
    folder: 'mock-server/console/src/snippets/running',
    may: ['console', 'entries', 'node:*'],
    isForTests: true,
  },
  { name: 'demo', folder: 'demo', may: ['entries', 'npm:*'] },
  { name: 'demo/backend', folder: 'demo/backend', may: ['entries', 'node:*'] },
  { name: 'bench', folder: 'bench', may: ['entries', 'npm:*', 'node:*', 'test'] },
  { name: 'test', folder: 'test', may: ['entries', 'npm:*', 'node:*', 'test/conformance'] },
  { name: 'test/conformance', folder: 'test/conformance', may: [] },
  { name: 'test/journeys', folder: 'test/journeys', may: ['entries', 'npm:*', 'node:*', 'test', 'demo'] },
  { name: 'test/client', folder: 'test/client', may: ['entries', 'npm:*', 'node:*', 'test'] },
  { name: 'test/simulator', folder: 'test/simulator', may: ['entries', 'npm:*', 'node:*', 'test'] },
]

/** Short for a list in the table. */
export const groups: Readonly<Record<string, readonly string[]>> = {
  inside: ['mock/api', 'mock/outbound', 'mock/platform', 'mock/store'],
  'rooms of the mock': [
    'mock/api',
    'mock/outbound',
    'mock/platform',
    'mock/store',
    'mock/store/sqlite',
    'mock/store/redis',
    'mock/faces',
    'mock/faces/msw',
    'mock/faces/in-process',
    'mock/faces/server',
  ],
}

/** What a test beside the code may import besides what its room may. */
export const forTests: readonly string[] = [
  'npm:vitest',
  'npm:fast-check',
  'npm:jsdom',
  'npm:msw',
  'npm:msw2',
  'npm:playwright-core',
  'npm:axe-core',
  'npm:react-dom',
  'node:*',
  'ports',
  'test',
  'client/testing',
  'elements/testing',
  'mock/asked',
  'mock/store',
  'mock/store/sqlite',
  'mock/store/redis',
]

/**
 * The map: what may use what. The rules that are checked (dependency-rules.ts) and the picture in
 * ARCHITECTURE.md (map-drawing.ts) both come from these lines, so neither can say something else.
 */

/** Each module with the modules whose front door it may use. A line may only name lines above it. */
export const modules = {
  people: [],
  workforce: [],
  casework: ['people', 'workforce'],
  intake: ['people', 'casework'],
  network: ['people', 'casework'],
  inspection: ['casework'],
  plan: ['inspection'],
  voice: ['casework', 'plan'],
  board: ['casework', 'workforce', 'inspection', 'plan', 'voice', 'network'],
  publication: ['casework', 'board', 'plan', 'voice', 'inspection'],
  oversight: ['casework', 'workforce'],
  admin: [],
  account: [],
} as const satisfies Uses

/** Each part of the platform with the parts that it may use. A line may only name lines above it. */
export const platform = {
  access: [],
  clock: [],
  log: ['clock'],
  config: ['log'],
  db: ['access', 'clock', 'config', 'log'],
  sessions: ['access', 'clock', 'config', 'db', 'log'],
  audit: ['access', 'clock', 'config', 'db', 'log', 'sessions'],
  jobs: ['access', 'clock', 'db', 'log'],
  documents: ['clock', 'log'],
  web: ['access', 'audit', 'clock', 'db', 'jobs', 'log', 'sessions'],
} as const satisfies Uses

/** The storeys of the house, each with those it may use. Files beside src/app.ts are its own parts. */
export const storeys = {
  methods: [],
  platform: ['methods'],
  modules: ['methods', 'platform'],
  demonstration: ['methods', 'platform'],
  app: ['demonstration', 'methods', 'modules', 'platform'],
  'command-line': ['app', 'demonstration', 'methods', 'platform'],
  main: ['command-line'],
} as const satisfies Uses

/**
 * Files of a slice that reach outside: to the database, the network or the disk. Every other `.ts`
 * file of a slice is a rule and takes values only.
 */
export const reaching = ['api', 'job', 'load', 'queries', 'read', 'routes'] as const

/** Reaching files that are called after what they read instead. */
export const reachingByName = [
  'account/invitations/accept.ts',
  'account/sign-in/let-in.ts',
  'account/sign-in/recognise.ts',
  'inspection/downloads/files.ts',
  'inspection/downloads/rows.ts',
  'inspection/programme/headlines.ts',
  'inspection/record/folder.ts',
] as const

/** Schemas of the database that no module owns, with the modules that may read them. */
export const sharedSchemas = {
  platform: ['inspection', 'publication', 'casework', 'oversight', 'admin', 'account'],
  access: ['casework', 'oversight', 'admin', 'account'],
  audit: ['oversight'],
} as const satisfies Uses

/** Views that a module publishes as part of its face, with the modules that may read them. */
export const publishedViews = {
  'people.known_as': ['casework'],
  'people.found_by': ['casework'],
} as const satisfies Uses

/** Folder names that say nothing about what is inside. */
export const emptyNames = [
  'common',
  'controllers',
  'helpers',
  'lib',
  'managers',
  'misc',
  'models',
  'services',
  'shared',
  'utils',
] as const

/** Longest file, longest index.ts of a module, and longest median over `src`, in lines. */
export const sizes = { longest: 300, longestFace: 40, median: 50 } as const

export type Uses = Readonly<Record<string, readonly string[]>>

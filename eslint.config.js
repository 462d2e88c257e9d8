import tseslint from 'typescript-eslint'

const ban = (selector, message) => ({ selector, message })

/** Each ban says what to do instead; the folders that may do the thing are excepted below. */
const bans = {
  time: [
    ban(
      "NewExpression[callee.name='Date']",
      'Rules never ask for the time: take a day or a moment as a parameter (platform/clock).',
    ),
    ban(
      "MemberExpression[object.name='Date'][property.name='now']",
      'Take the time from platform/clock.',
    ),
    ban(
      "MemberExpression[object.name='performance'][property.name='now']",
      'Take elapsed time from platform/clock.',
    ),
    ban(
      "MemberExpression[object.object.name='Temporal'][object.property.name='Now']",
      'Take the time from platform/clock.',
    ),
  ],
  chance: [
    ban(
      "MemberExpression[object.name='Math'][property.name='random']",
      'Use a seeded generator that is passed in: the same sample tomorrow, on any machine.',
    ),
  ],
  environment: [
    ban(
      "MemberExpression[object.name='process'][property.name='env']",
      'Settings are read once, in platform/config.',
    ),
  ],
  console: [
    ban(
      "MemberExpression[object.name='console']",
      'Logs take codes and ids through platform/log; people read lines from command-line.',
    ),
  ],
  rawHtml: [
    ban(
      "JSXAttribute[name.name='dangerouslySetInnerHTML']",
      'Raw HTML can carry what somebody typed: build it from components.',
    ),
    ban(
      'MemberExpression[property.name=/^(inner|outer)HTML$/]',
      'Raw HTML can carry what somebody typed: set textContent.',
    ),
  ],
  rawSql: [
    ban(
      "MemberExpression[object.name='sql'][property.name='raw']",
      'Values go in as parameters, names through sql.ref or sql.id.',
    ),
  ],
  locale: [
    ban(
      'CallExpression[callee.property.name=/^toLocale/][arguments.length=0]',
      'Name the locale and the zone, or use platform/web/words.',
    ),
  ],
  network: [
    ban("CallExpression[callee.name='fetch']", 'Nothing outside platform/ talks to the network.'),
  ],
  defaultExport: [
    ban('ExportDefaultDeclaration', 'Name what you export: a name can be searched for.'),
  ],
}

const all = Object.values(bans).flat()
const allBut = (...kinds) =>
  Object.entries(bans)
    .filter(([kind]) => !kinds.includes(kind))
    .flatMap(([, list]) => list)
const banned = list => ({ 'no-restricted-syntax': ['error', ...list] })

export default tseslint.config(
  {
    ignores: ['dist/', 'node_modules/', '.vitest/', 'bench/results/', 'src/platform/db/tables.ts'],
  },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  {
    files: ['**/*.ts', '**/*.tsx'],
    extends: [...tseslint.configs.strictTypeChecked],
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      'max-lines': ['error', { max: 300 }],
      // A switch over a closed set is a table, so it counts as one.
      complexity: ['error', { max: 8, variant: 'modified' }],
      'max-depth': ['error', 3],
      'max-params': ['error', 4],
      'no-var': 'error',
      'prefer-const': 'error',
      eqeqeq: 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/require-array-sort-compare': ['error', { ignoreStringArrays: true }],
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      '@typescript-eslint/return-await': ['error', 'in-try-catch'],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/no-unnecessary-condition': 'error',
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', ignoreRestSiblings: true },
      ],
      // A Fastify reply can be awaited, and hooks that return it wait for nothing.
      '@typescript-eslint/no-misused-promises': [
        'error',
        { checksVoidReturn: { properties: false } },
      ],
      // A Fastify handler that returns its answer must be async, with or without something to await.
      '@typescript-eslint/require-await': 'off',
      // `isTTY === true`: what the types of Node call boolean may be undefined.
      '@typescript-eslint/no-unnecessary-boolean-literal-compare': 'off',
      // `Promise.withResolvers<void>()` is how one waits for a signal.
      '@typescript-eslint/no-invalid-void-type': 'off',
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
      '@typescript-eslint/no-extraneous-class': 'off',
      '@typescript-eslint/unbound-method': 'off',
      ...banned(all),
    },
  },
  { files: ['src/platform/clock/**'], rules: banned(allBut('time')) },
  { files: ['src/platform/config/**'], rules: banned(allBut('environment')) },
  { files: ['src/platform/log/**', 'src/command-line/**'], rules: banned(allBut('console')) },
  {
    files: ['src/platform/**'],
    ignores: ['src/platform/{clock,config,log}/**'],
    rules: banned(allBut('network')),
  },
  {
    files: ['tools/**', 'bench/**'],
    rules: banned(allBut('console', 'environment', 'time', 'network')),
  },
  {
    // Tests hold what they planted and expected, and their doubles are typed as `any`.
    files: ['**/*.test.ts', '**/*.test.tsx', 'tests/**'],
    rules: {
      'max-params': ['error', 6],
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      ...banned(allBut('network', 'environment', 'time', 'rawHtml')),
    },
  },
  {
    // Their readers ask for a default export.
    files: ['*.config.ts', 'tests/builders/global-setup.ts'],
    rules: banned(allBut('defaultExport', 'environment', 'network')),
  },
)

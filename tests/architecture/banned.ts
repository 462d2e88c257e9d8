import type { Planted } from './violation.ts'

const inspection = 'src/modules/inspection'

export const banned: Planted[] = [
  {
    title: '`new Date()` in a rule',
    by: 'lint',
    files: linted('new-date', 'export const now = () => new Date()'),
    says: 'Rules never ask for the time',
  },
  {
    title: '`Temporal.Now` in a rule',
    by: 'lint',
    files: linted('temporal-now', 'export const now = () => Temporal.Now.instant()'),
    says: 'Take the time from platform/clock',
  },
  {
    title: '`Math.random`',
    by: 'lint',
    files: linted('chance', 'export const chance = () => Math.random()'),
    says: 'seeded generator',
  },
  {
    title: '`process.env` outside the settings',
    by: 'lint',
    files: linted('environment', `export const port = process.env['PORT']`),
    says: 'Settings are read once',
  },
  {
    title: '`console`',
    by: 'lint',
    files: linted('console', `export const tell = (name: string) => { console.log(name) }`),
    says: 'codes and ids',
  },
  {
    title: 'raw HTML in a page',
    by: 'lint',
    files: {
      [`${inspection}/planted/raw-html.tsx`]: `export const Raw = ({ html }: { html: string }) => <p dangerouslySetInnerHTML={{ __html: html }} />\n`,
    },
    says: 'Raw HTML',
  },
  {
    title: '`any`',
    by: 'lint',
    files: linted('any', 'export const same = (value: any): unknown => value'),
    says: 'no-explicit-any',
  },
  {
    title: '`!`',
    by: 'lint',
    files: linted('certain', 'export const first = (names: string[]): string => names[0]!'),
    says: 'no-non-null-assertion',
  },
  {
    title: 'a default export',
    by: 'lint',
    files: linted('default-export', 'export default 1'),
    says: 'Name what you export',
  },
  {
    title: '`sql.raw`',
    by: 'lint',
    files: linted(
      'raw',
      `import { sql } from 'kysely'\nexport const all = (table: string) => sql.raw(table)`,
    ),
    says: 'Values go in as parameters',
  },
  {
    title: 'a request to the network from a module',
    by: 'lint',
    files: linted('network', `export const ask = () => fetch('https://example.org')`),
    says: 'Nothing outside platform/ talks to the network',
  },
  {
    title: 'a number in the language of the machine',
    by: 'lint',
    files: linted('locale', 'export const told = (count: number) => count.toLocaleString()'),
    says: 'Name the locale',
  },
  {
    title: 'a promise that nobody waits for',
    by: 'lint',
    files: linted('floating', 'export const start = (work: () => Promise<void>) => { work() }'),
    says: 'no-floating-promises',
  },
  {
    title: 'a switch that forgets a state',
    by: 'lint',
    files: linted(
      'states',
      `export const told = (state: 'open' | 'shut'): string => { switch (state) { case 'open': return 'Open' } return '' }`,
    ),
    says: 'switch-exhaustiveness-check',
  },
  {
    title: 'a function with five parameters',
    by: 'lint',
    files: linted(
      'parameters',
      'export const sum = (a: number, b: number, c: number, d: number, e: number) => a + b + c + d + e',
    ),
    says: 'max-params',
  },
]

/** A source file for lint, with one statement in a function so that nothing else is wrong with it. */
function linted(name: string, statement: string): Planted['files'] {
  return { [`${inspection}/planted/${name}.ts`]: `${statement}\n` }
}

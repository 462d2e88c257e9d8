import { expect, test } from 'vitest'
import { refusalsWhen, type Slip } from './planted-slip.ts'

const slips: Slip[] = [
  {
    what: 'a share of more than all',
    file: 'results',
    from: ',53,published,',
    to: ',153,published,',
    says: 'column good_percent: 153% is more than 100%.',
  },
  {
    what: 'a count that is not a whole number',
    file: 'results',
    from: 'three-2015,72,27,',
    to: 'three-2015,72,27.5,',
    says: 'column good: A count is a whole number such as 0 or 42.',
  },
  {
    what: 'a kind that nobody knows',
    file: 'visits',
    from: 'suffolk,inspection,',
    to: 'suffolk,dawn raid,',
    says: 'column kind: "dawn raid" is not one of: inspection, post-inspection review,',
  },
  {
    what: 'a certainty that nobody knows',
    file: 'results',
    from: 'published,27+24+21',
    to: 'certain,27+24+21',
    says: 'column certainty: "certain" is not one of:',
  },
  {
    what: 'an assessor that nobody knows',
    file: 'results',
    from: '2022-07,all,inspector',
    to: '2022-07,all,nobody',
    says: 'column assessor: "nobody" is not one of: inspector, force.',
  },
  {
    what: 'an address that a browser would run',
    file: 'points',
    from: 'https://www.expressandstar.com/news/crime/2015',
    to: 'javascript:alert(1)//2015',
    says: 'column source_url: A web address that begins with http:// or https:// is expected.',
  },
  {
    what: 'a column too many',
    file: 'visits',
    from: 'fieldwork,published',
    to: 'fieldwork,published,secret',
    says: 'visits.csv, line 1, column secret: The file should not have this column.',
  },
  {
    what: 'columns in another order',
    file: 'visits',
    from: 'fieldwork,published',
    to: 'published,fieldwork',
    says: 'visits.csv, line 1, column published: The columns should be id, subject, kind, fieldwork, published.',
  },
  {
    what: 'a cell too many',
    file: 'visits',
    from: '2022-07,2022-12-22',
    to: '2022-07,2022-12-22,',
    says: 'visits.csv, line 82: The line has 6 cells; it should have 5.',
  },
  {
    what: 'an empty line',
    file: 'visits',
    from: '\n',
    to: '\n\n',
    says: 'visits.csv, line 2: The line is empty.',
  },
  {
    what: 'lines that end in the Windows way',
    file: 'groups',
    from: /\n/g,
    to: '\r\n',
    says: 'groups.csv, line 1, column name: The column is missing.',
  },
  {
    what: 'a byte-order mark',
    file: 'groups',
    from: /^/,
    to: '\uFEFF',
    says: 'groups.csv, line 1, column slug: The column is missing.',
  },
  {
    what: 'a character that cannot be seen',
    file: 'points',
    from: 'Clear the',
    to: 'Clear\u200B the',
    says: 'points.csv, line 10, column summary: The cell holds a character that cannot be seen.',
  },
  {
    what: 'a text that would fill a page',
    file: 'points',
    from: 'Clear the',
    to: 'Clear Clear Clear Clear Clear Clear Clear Clear Clear Clear Clear Clear Clear Clear Clear Clear Clear Clear Clear Clear Clear Clear Clear Clear Clear Clear Clear Clear Clear Clear Clear Clear Clear Clear Clear Clear Clear Clear Clear Clear Clear Clear Clear Clear Clear Clear Clear Clear Clear Clear Clear Clear Clear Clear Clear Clear Clear Clear Clear Clear Clear Clear Clear Clear Clear Clear Clear Clear Clear Clear Clear Clear Clear Clear Clear Clear Clear Clear Clear Clear Clear Clear Clear Clear Clear Clear Clear Clear Clear Clear Clear Clear Clear Clear Clear Clear Clear Clear Clear Clear Clear Clear Clear Clear Clear Clear Clear Clear Clear Clear Clear Clear Clear Clear Clear Clear Clear Clear Clear Clear Clear Clear Clear Clear Clear Clear Clear Clear Clear Clear Clear Clear Clear Clear Clear Clear Clear Clear Clear Clear Clear Clear Clear Clear Clear Clear Clear Clear Clear Clear Clear Clear Clear Clear Clear Clear Clear Clear Clear Clear Clear Clear Clear Clear Clear Clear Clear Clear Clear Clear Clear Clear Clear Clear Clear Clear Clear Clear Clear Clear Clear Clear Clear Clear Clear Clear Clear Clear Clear Clear Clear Clear Clear Clear Clear Clear Clear Clear Clear Clear ',
    says: 'points.csv, line 10, column summary: The cell has more than 1000 characters.',
  },
  {
    what: 'a name that spells a prototype',
    file: 'points',
    from: '\nlancashire,',
    to: '\n__proto__,',
    says: 'points.csv, line 19, column force: A name such as west-midlands is expected.',
  },
]

test.each(slips)('$what is refused', slip => {
  expect(refusalsWhen(slip).join('\n')).toContain(slip.says)
})

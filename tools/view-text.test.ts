import { expect, test } from 'vitest'
import { sameOnEveryVersion } from './view-text.ts'

const on18 = ` SELECT folder,
    count(*) AS n
   FROM platform.reference_file
  WHERE path <> ''::text
  GROUP BY folder;`

const on15 = ` SELECT reference_file.folder,
    count(*) AS n
   FROM platform.reference_file
  WHERE reference_file.path <> ''::text
  GROUP BY reference_file.folder;`

test('a view of one table reads the same from PostgreSQL 15 and 18', () => {
  expect(sameOnEveryVersion(on15)).toBe(on18)
  expect(sameOnEveryVersion(on18)).toBe(on18)
})

test('an alias is taken for the name of the table', () => {
  expect(sameOnEveryVersion(' SELECT f.path\n   FROM platform.reference_file f;')).toBe(
    ' SELECT path\n   FROM platform.reference_file f;',
  )
})

test('a view of two tables keeps its names, because every version writes them', () => {
  const joined =
    ' SELECT a.folder,\n    b.path\n   FROM a\n     JOIN platform.reference_file b USING (folder)'
  expect(sameOnEveryVersion(joined)).toBe(joined)
})

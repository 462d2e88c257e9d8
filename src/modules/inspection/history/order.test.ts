import { expect, test } from 'vitest'
import { aPeriod, aVisit } from '../testing/builders.ts'
import { inOrderOfTime } from './order.ts'
import { periodWords, visitName } from './when.ts'

const dated = (
  id: string,
  fieldwork: string | null,
  kind: 'inspection' | 'post-inspection review',
) => ({
  visit: aVisit({
    id,
    kind,
    fieldwork: fieldwork === null ? null : aPeriod(fieldwork),
    published: null,
  }),
})
const ids = (items: readonly { visit: { id: string } }[]) => items.map(({ visit }) => visit.id)

test('visits stand in the order in which they happened, whatever the order of the record', () => {
  const later = dated('later', '2019-03', 'post-inspection review')
  const earlier = dated('earlier', '2018', 'inspection')
  expect(ids(inOrderOfTime([later, earlier]))).toEqual(['earlier', 'later'])
})

test('an undated review follows the inspection that it reviewed, before the next inspection', () => {
  const review = dated('undated review', null, 'post-inspection review')
  const first = dated('first', '2017-05', 'inspection')
  const second = dated('second', '2024-06', 'inspection')
  expect(ids(inOrderOfTime([review, first, second]))).toEqual(['first', 'undated review', 'second'])
})

test('a visit is named by its fieldwork, else by its publication, else by the lack of a date', () => {
  expect(visitName(aVisit())).toBe('Inspection, July 2017')
  expect(visitName(aVisit({ fieldwork: null }))).toBe('Inspection, published November 2017')
  expect(visitName(aVisit({ fieldwork: null, published: null }))).toBe('Inspection, date not found')
})

test('what a source adds to its date is told with it', () => {
  expect(periodWords(aPeriod('2017 (quarter 3 update)'))).toBe('2017 (quarter 3 update)')
  expect(periodWords(aPeriod('2016-02/2016-05'))).toBe('between February and May 2016')
})

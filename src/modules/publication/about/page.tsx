import type { PageAnswer } from '../../../platform/web/answers.tsx'
import { Table } from '../../../platform/web/components/table.tsx'
import { TableRegion } from '../../../platform/web/layout/table-region.tsx'
import { momentWithZone } from '../../../platform/web/words/dates.ts'
import type { LoadedFile } from './queries.ts'

/** Where the figures come from, how they are worked out, and what they cannot show. */
export const aboutPage = (files: readonly LoadedFile[]): PageAnswer => ({
  title: 'About and sources',
  lead: 'Where the figures come from, how they are worked out, and what they cannot show.',
  children: (
    <div class="turnstone-prose">
      {passages.map(({ heading, sentences }) => (
        <>
          <h2 class="govuk-heading-m">{heading}</h2>
          {sentences.map(sentence => (
            <p class="govuk-body">{sentence}</p>
          ))}
        </>
      ))}
      <h2 class="govuk-heading-m">The files behind the pages</h2>
      <TableRegion label="The files behind the pages">
        <Table
          classes="turnstone-table"
          firstCellIsHeader
          head={['File', 'Version', 'Source', 'Date of source', 'Licence', 'Loaded']}
          rows={files.map(({ path, version, source, sourceDate, licence, loadedAt }) => [
            path,
            version,
            source,
            sourceDate,
            licence,
            momentWithZone(loadedAt, 'Europe/London'),
          ])}
        />
      </TableRegion>
    </div>
  ),
})

const passages = [
  {
    heading: 'What is on record',
    sentences: [
      'Inspectors (HMIC, since July 2017 HMICFRS) have inspected how each of the 43 territorial police forces of England and Wales protects children, from 2014 on, and have gone back to review. The record holds what was published about each visit, one source address a row: official reports and releases where they were found, else statements of police and crime commissioners, council papers and news.',
      'A visit is one force, one kind and its dates. Where a visit has no dates, two such visits of the same kind cannot be told apart and count as one. Blank means "not found", never zero.',
      'What inspectors asked or criticised is told in our own words. Few of these points are formal recommendations; each says what it was.',
    ],
  },
  {
    heading: 'How sure each figure is',
    sentences: [
      'Published: the counts were stated. Derived: a count follows from published ones, or from a rounded percentage, and the row says how. Where a source contradicts its own counts, both statements are shown and the counts enter no total. Where another source says something else (a later day, a misprint), both are shown with their sources, and the row that checks against its own parts is used. Rows that hold only the event count as visits, never as results.',
    ],
  },
  {
    heading: 'Grades and scales',
    sentences: [
      'The scale changed: good, adequate, inadequate in 2014; four levels at once in 2014 to 2015; good, requires improvement, inadequate from 2015; whole areas of work instead of case files from 2024. Figures on different scales are never added together or set against each other.',
    ],
  },
  {
    heading: 'How the figures are worked out',
    sentences: [
      'Each share has a Wilson 95% interval. A difference between two shares has a Newcombe 95% interval (method 10). Later cases are called graded better only if the whole interval of the difference in the share good lies above zero, graded worse only if it lies below, and otherwise no clear difference. A difference is called far beyond chance if the 99.8% interval lies on the same side of zero as well. None of a sample has a one-sided 95% bound (Clopper-Pearson).',
      'The comparison of forces uses exact binomial limits at 95% and 99.8% around the joint share (Spiegelhalter 2005). There is no ranking.',
      'Due dates of points are worked out only where both the timescale and the very day of publication are known: three and six months are calendar months from publication.',
    ],
  },
  {
    heading: 'What the figures cannot show',
    sentences: [
      'Inspectors chose the cases, often by kind of case, and a review may look first at what failed before. So no difference between two visits shows that the force changed, no interval stands for all cases of the force, and no place in the comparison is a mark. An interval tells only how far chance alone could move the share of so many cases.',
    ],
  },
  {
    heading: 'Privacy',
    sentences: [
      'These pages hold no personal data, set no cookies and load nothing from other sites. The log of the program holds times, codes and page patterns, never what was typed.',
    ],
  },
]

/**
 * Where a source contradicts itself or two sources differ. The source file says so in its notes, in
 * words; here each is set out as two statements. `noteSays` is a piece of the note that it was read
 * from: when a new source file no longer has it, the copy stops and a person looks.
 *
 * The addresses of other sources were looked up and read on 23 November 2026 where one is given.
 */
import type { SourceInspection } from './source.ts'
import { visitId } from './visits.ts'

interface NotedConflict {
  row: Pick<SourceInspection, 'force' | 'kind' | 'fieldwork_date' | 'publication_date'>
  noteSays: string
  about: string
  oneSays: string
  otherSays: string
  /** `same` = the source of the row itself; empty = the note names it in words only. */
  otherSource: string
}

const same = 'same'

const visit = (
  force: string,
  kind: string,
  fieldwork_date: string,
  publication_date: string,
): NotedConflict['row'] => ({ force, kind, fieldwork_date, publication_date })

const notedConflicts: NotedConflict[] = [
  {
    row: visit('Avon and Somerset', 'inspection', '2014', ''),
    noteSays: 'another page of the same council says March 2015 fieldwork',
    about: 'when inspectors visited',
    oneSays: 'The report is dated 17 July 2014, so the visit was before that.',
    otherSays:
      'The visit was in March 2015 and its findings were still awaited (another page of the same council).',
    otherSource:
      'https://edocs.southglos.gov.uk/safeguardingchildrenreport/pages/outcome-of-external-inspections/',
  },
  {
    row: visit('Devon and Cornwall', 'inspection', '2015-05', '2015-09-22'),
    noteSays: 'A later HMIC release says July 2015',
    about: 'when the report was published',
    oneSays:
      'Published on 22 September 2015 (press and police and crime commissioner on that day).',
    otherSays: "Published in July 2015 (HMIC's release on the review of 2016).",
    otherSource:
      'https://www.justiceinspectorates.gov.uk/hmicfrs/news/news-feed/devon-and-cornwall-police-has-improved-how-it-protects-children/',
  },
  {
    row: visit('Dorset', 'inspection', '2021-04', '2021-08-26'),
    noteSays: 'one later local report misprints 23 inadequate',
    about: 'cases graded inadequate',
    oneSays:
      '28 of 83 were inadequate; with 20 good and 35 requiring improvement that adds up to 83.',
    otherSays: '23 of 83 were inadequate (a local report a year later; it looks like a misprint).',
    otherSource:
      'https://www.bournemouthecho.co.uk/news/20994744.work-still-dorset-police-keep-children-safe/?ref=rss',
  },
  {
    row: visit('Durham', 'inspection', '2019-10', '2020-03'),
    noteSays: 'web page later re-stamped 8 September 2022',
    about: 'when the report was published',
    oneSays: 'Published in March 2020.',
    otherSays: 'The web page carries 8 September 2022, which looks like the day it was moved.',
    otherSource: same,
  },
  {
    row: visit('Durham', 'post-inspection review', '', ''),
    noteSays: '20 cases audited: 9 good, 16 requires improvement, 4 inadequate; these add up to 29',
    about: 'number of cases',
    oneSays: '20 cases were audited.',
    otherSays: '9 were good, 16 required improvement and 4 were inadequate, which adds up to 29.',
    otherSource: same,
  },
  {
    row: visit('Dyfed-Powys', 'inspection', '2014-10', '2014-12'),
    noteSays: 'Local press covered the report in February 2015',
    about: 'when the report was published',
    oneSays: "Published in December 2014 (HMIC's release on the review of 2015).",
    otherSays: 'Published in the week in which local press covered it, in February 2015.',
    otherSource:
      'http://www.southwalesguardian.co.uk/news/11804274.Dyfed_Powys_Police_criticised_in_child_protection_report/',
  },
  {
    row: visit('Hertfordshire', 'inspection', '2019-09', '2020-03'),
    noteSays: 'web page later re-stamped 26 August 2022',
    about: 'when the report was published',
    oneSays: 'Published in March 2020.',
    otherSays: 'The web page carries 26 August 2022, which looks like the day it was moved.',
    otherSource: same,
  },
  {
    row: visit('Lancashire', 'inspection', '2017-10', '2018-03-08'),
    noteSays:
      'the review page says fieldwork May 2017 but the press release and press say October 2017',
    about: 'when inspectors visited',
    oneSays: 'The visit was in October 2017 (press release and press of 8 March 2018).',
    otherSays: 'The visit was in May 2017 (the page of the later review).',
    otherSource:
      'https://hmicfrs.justiceinspectorates.gov.uk/publication-html/lancashire-national-child-protection-post-inspection-review/',
  },
  {
    row: visit('Northamptonshire', 'post-inspection review', '2019-03', '2019-07-24'),
    noteSays: 'web page later re-stamped 27 June 2022',
    about: 'when the report was published',
    oneSays: 'Published on 24 July 2019.',
    otherSays: 'The web page carries 27 June 2022, which looks like the day it was moved.',
    otherSource: same,
  },
  {
    row: visit('Sussex', 'post-inspection review', '', '2019'),
    noteSays: 'Web page stamped 22 September 2022',
    about: 'when the report was published',
    oneSays: 'Published in 2019.',
    otherSays: 'The web page carries 22 September 2022, which looks like the day it was moved.',
    otherSource: same,
  },
  {
    row: visit('West Midlands', 'inspection', '2014-06', '2014-10-28'),
    noteSays: 'another paper says nearly half',
    about: 'share graded inadequate',
    oneSays: '42% of 115 responses were inadequate.',
    otherSays:
      'Nearly half of the responses to 115 cases were inadequate (another paper; no figure).',
    otherSource:
      'https://www.expressandstar.com/news/2014/10/29/west-midlands-police-have-six-weeks-to-improve-child-protection-investigations-after-scathing-report/',
  },
  {
    row: visit('West Yorkshire', 'inspection', '2014-08', '2015-01-13'),
    noteSays: 'As printed the counts add up to 34, not 33',
    about: 'number of cases graded by inspectors in the jointly assessed sample',
    oneSays: 'Inspectors graded the same 33 cases that the force had graded.',
    otherSays:
      '9 were good, 8 adequate, 7 required improvement and 10 were inadequate, which adds up to 34.',
    otherSource: same,
  },
]

export function conflictRows(rows: SourceInspection[], slugs: Map<string, string>): string[][] {
  return notedConflicts.map(conflict => {
    const id = visitId(conflict.row, slugs)
    const row = rows.find(
      each => visitId(each, slugs) === id && each.notes.includes(conflict.noteSays),
    )
    if (row === undefined) throw new Error(`No note of ${id} says "${conflict.noteSays}" any more.`)
    const other = conflict.otherSource === same ? row.source_url : conflict.otherSource
    return [id, conflict.about, conflict.oneSays, row.source_url, conflict.otherSays, other]
  })
}

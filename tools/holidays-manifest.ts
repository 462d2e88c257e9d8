/** What `reference/holidays/manifest.json` says of each list. */

const packaged = 'date-holidays 3.37.0, https://github.com/commenthol/date-holidays'

const licence =
  'The data of date-holidays: CC BY-SA 3.0 by its LICENSE file, CC-BY-3.0 by its package.json; it names https://en.wikipedia.org/wiki/Public_holidays_in_the_United_Kingdom as its source. Code of the package: ISC. Changed here: days at weekends left out, names in one spelling, corrections.csv applied.'

const columns = [
  { name: 'date', what: 'Day of the bank holiday' },
  { name: 'name', what: 'Its name; "(substitute day)" where it stands for one at a weekend' },
]

export const holidayManifest = (list: { version: string; firstYear: number; lastYear: number }) => {
  const years = `${String(list.firstYear)} to ${String(list.lastYear)}`
  const division = (path: string, place: string) => ({
    path,
    what: `Bank holidays of ${place}, ${years}, every year complete as far as proclaimed. A day is a bank holiday in all of the United Kingdom, for the Freedom of Information Act 2000 section 10(6), if it is in any of the three lists.`,
    source: `${packaged}, with corrections.csv. Tested against the list that GOV.UK publishes.`,
    sourceDate: '2026-09-20',
    licence,
    columns,
  })
  return {
    title: 'Bank holidays, for counting working days',
    version: list.version,
    files: [
      division('england-and-wales.csv', 'England and Wales'),
      division('scotland.csv', 'Scotland'),
      division('northern-ireland.csv', 'Northern Ireland'),
      {
        path: 'corrections.csv',
        what: 'Where date-holidays is wrong: a day to add or remove. In 2012 the spring bank holiday was moved for the Diamond Jubilee, which it does not know.',
        source: 'The address in each row.',
        sourceDate: '2026-11-23',
        licence: 'Our own record of published facts. Under the licence of the project (MIT).',
        columns: [
          { name: 'calendar', what: 'Which list' },
          { name: 'change', what: 'add or remove' },
          { name: 'date', what: 'Day' },
          { name: 'name', what: 'Name of the bank holiday' },
          { name: 'source', what: 'Where it was seen' },
        ],
      },
    ],
  }
}

import type { Chance } from './chance.ts'

/** Towns and streets that nobody can find on a map. */
export const towns = [
  'Ardminster',
  'Quillbridge',
  'Oldermouth',
  'Saltwyke',
  'Marlhaven',
  'Tetherby',
  'Wrenmoor',
  'Dunsgate',
  'Harrowmere',
  'Pellwick',
  'Stanmarsh',
  'Keldbrook',
] as const

const streets = [
  'Larkmoor Road',
  'Tannery Row',
  'Plover Close',
  'Old Ropewalk',
  'Sandpiper Street',
  'Foundry Lane',
  'Whinberry Avenue',
  'Chandlers Yard',
  'Reservoir View',
  'Dunlin Crescent',
  'Cinder Path',
  'Windmill Rise',
  'Bellfounder Street',
  'Osier Gardens',
  'Tidewaiter Terrace',
  'Lapwing Drive',
] as const

const letters = 'A B D E F G H J L N P Q R S T U W X Y Z'.split(' ') as [string, ...string[]]

/** No place has a postcode that begins with ZZ. Without space, as the database keeps it. */
export const postcodeIn = (chance: Chance, town: (typeof towns)[number]): string =>
  `ZZ${towns.indexOf(town) + 1}${chance.below(8) + 1}${chance.pick(letters)}${chance.pick(letters)}`

export const houseIn = (chance: Chance, town: (typeof towns)[number]): string =>
  `${chance.below(118) + 1} ${chance.pick(streets)}, ${town}`
